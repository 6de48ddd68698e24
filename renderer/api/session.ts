/**
 * The browser's session with the service: a token is given once and turned into a cookie that no
 * script can read.
 */

/** Whether the service knows this browser. Throws where the service cannot be reached. */
export async function hasSession(): Promise<boolean> {
  const answer = await fetch('/session', { cache: 'no-store' });
  if (answer.status === 401) return false;
  if (!answer.ok) throw new Error(`session: ${String(answer.status)}`);
  return true;
}

/** Signs in. Answers false when the token is not the service's. */
export async function signIn(token: string): Promise<boolean> {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (answer.ok) return true;
  if (answer.status === 401 || answer.status === 403 || answer.status === 422) return false;
  throw new Error(`session: ${String(answer.status)}`);
}

/** Ends the session; the service forgets the cookie. */
export async function signOut(): Promise<void> {
  await fetch('/session', { method: 'DELETE' });
}
