/** Whether an address reaches this machine alone (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
export function isLoopbackHost(host: string): boolean {
  const name = host.trim().toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  return /^127(\.\d{1,3}){3}$/u.test(name);
}
