import type * as Acme from 'acme-client';
import type { CertificateProblem } from '../../shared/model/settings.ts';
import type { Clock } from '../platform/clock.ts';
import { CertificateError } from './problem.ts';
import type { KeptKey } from './sealed-file.ts';

/** How long an authority is waited for. */
const acmeLimits = {
  requestMs: 30_000,
  /** Looking whether it has made up its mind: how often, and how many times. */
  lookMs: 2_000,
  looks: 90,
  keyBits: 2_048,
} as const;

/** A wish for a certificate (RFC 8555 §7.4). */
export interface AcmeWish {
  /** URL of the authority's directory. */
  readonly directory: string;
  readonly names: readonly string[];
  /** Mail address for the authority's warnings; may be empty. */
  readonly contact: string;
  /** PEM of the key that the authority knows us by. */
  readonly accountKey: string;
}

/** What an order needs around it. */
export interface AcmeDeps {
  readonly clock: Clock;
  /** Key authorizations by token, answered over HTTP while the order is under way. */
  readonly challenges: Map<string, string>;
  readonly signal: AbortSignal;
}

/** A problem document of an authority (RFC 8555 §6.7). */
interface AcmeProblem {
  readonly type: string;
  readonly detail: string;
}

/** Loaded when the first certificate is asked for: most servers never do. */
async function loadAcme(): Promise<typeof Acme> {
  const acme = await import('acme-client');
  // Retries are ours, with pauses that respect the authority's limits.
  Object.assign(acme.axios.defaults, {
    timeout: acmeLimits.requestMs,
    acmeSettings: { retryMaxAttempts: 0, retryDefaultDelay: 1 },
  });
  return acme;
}

/** A new key for an account with an authority. */
export async function makeAccountKey(): Promise<string> {
  const { crypto } = await loadAcme();
  return (await crypto.createPrivateKey(acmeLimits.keyBits)).toString();
}

const problemTypes = 'urn:ietf:params:acme:error:';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The problem that an answer tells: as itself, or inside an authorization's challenge. */
function problemOf(data: unknown): AcmeProblem | undefined {
  if (!isRecord(data)) return undefined;
  const { type, detail, error, challenges } = data;
  if (typeof type === 'string' && type.startsWith(problemTypes)) {
    const name = type.slice(problemTypes.length);
    // The library tries again by itself.
    if (name === 'badNonce') return undefined;
    return { type: name, detail: typeof detail === 'string' ? detail : '' };
  }
  const inside = Array.isArray(challenges) ? challenges.map(problemOf).find(Boolean) : undefined;
  return inside ?? problemOf(error);
}

/**
 * Fetches the directory (RFC 8555 §7.1.1) before the library does, which hides why a connection
 * fails.
 */
async function reach(directory: string, signal: AbortSignal): Promise<void> {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(acmeLimits.requestMs)]);
  try {
    const answer = await fetch(directory, { signal: ends });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  } catch (error) {
    const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CertificateError('acme-unreachable', { directory, detail }, error);
  }
}

function explain(
  error: unknown,
  problem: AcmeProblem | undefined,
  wish: AcmeWish,
): CertificateError {
  if (error instanceof CertificateError) return error;
  const names = wish.names.join(', ');
  const message = error instanceof Error ? error.message : String(error);
  if (problem === undefined) {
    const detail = error instanceof TypeError ? 'the connection ended' : message;
    return new CertificateError('acme-unreachable', { directory: wish.directory, detail }, error);
  }
  const detail = problem.detail === '' ? message : problem.detail;
  const codes: Readonly<Record<string, CertificateProblem['code']>> = {
    rateLimited: 'acme-rate-limited',
    rejectedIdentifier: 'acme-refused',
    unsupportedIdentifier: 'acme-refused',
    caa: 'acme-refused',
    connection: 'acme-not-reached',
    dns: 'acme-not-reached',
    tls: 'acme-not-reached',
    incorrectResponse: 'acme-not-reached',
    unauthorized: 'acme-not-reached',
  };
  return new CertificateError(codes[problem.type] ?? 'acme-failed', { names, detail }, error);
}

function pause(ms: number, { clock, signal }: AcmeDeps): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(ms, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    function onAbort(): void {
      stop();
      reject(new CertificateError('acme-failed', { detail: 'stopped' }));
    }
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Looks again and again until the authority has made up its mind. */
async function until<Thing extends { status: string }>(
  look: () => Promise<Thing>,
  wanted: readonly string[],
  deps: AcmeDeps,
): Promise<Thing> {
  for (let round = 0; round < acmeLimits.looks; round += 1) {
    const thing = await look();
    if (wanted.includes(thing.status)) return thing;
    if (thing.status !== 'pending' && thing.status !== 'processing') {
      throw new Error(`the answer is "${thing.status}"`);
    }
    await pause(acmeLimits.lookMs, deps);
  }
  throw new CertificateError('acme-failed', { detail: 'no answer for three minutes' });
}

/** Shows the authority that a name leads here: it fetches a file over HTTP (RFC 8555 §8.3). */
async function proveNames(
  client: Acme.Client,
  order: Awaited<ReturnType<Acme.Client['createOrder']>>,
  deps: AcmeDeps,
): Promise<void> {
  for (const authorization of await client.getAuthorizations(order)) {
    if (authorization.status === 'valid') continue;
    const challenge = authorization.challenges.find(({ type }) => type === 'http-01');
    if (challenge === undefined) {
      const detail = 'HTTP-01 is not offered';
      throw new CertificateError('acme-refused', { names: authorization.identifier.value, detail });
    }
    const answer = await client.getChallengeKeyAuthorization(challenge);
    deps.challenges.set(challenge.token, answer);
    try {
      await client.completeChallenge(challenge);
      const find = async () => {
        const all = await client.getAuthorizations(order);
        return all.find(({ url }) => url === authorization.url) ?? authorization;
      };
      await until(find, ['valid'], deps);
    } finally {
      deps.challenges.delete(challenge.token);
    }
  }
}

/**
 * Signs in at the authority, at first contact as somebody new (RFC 8555 §7.3). The library also brings
 * the contact of an account up to date; an authority that does not want that has the account still.
 */
async function openAccount(client: Acme.Client, contact: string): Promise<void> {
  try {
    await client.createAccount({
      termsOfServiceAgreed: true,
      ...(contact === '' ? {} : { contact: [`mailto:${contact}`] }),
    });
  } catch (error) {
    if (!hasAccount(client)) throw error;
  }
}

function hasAccount(client: Acme.Client): boolean {
  try {
    return client.getAccountUrl() !== '';
  } catch {
    return false;
  }
}

/**
 * Asks an authority for a certificate and proves the names over HTTP.
 *
 * @throws CertificateError that says in plain terms why there is none.
 */
export async function orderCertificate(wish: AcmeWish, deps: AcmeDeps): Promise<KeptKey> {
  await reach(wish.directory, deps.signal);
  const acme = await loadAcme();
  let problem: AcmeProblem | undefined;
  // The library's errors keep the sentence and drop the type.
  const observer = acme.axios.interceptors.response.use((response) => {
    problem = problemOf(response.data) ?? problem;
    return response;
  });
  acme.axios.defaults.signal = deps.signal;
  try {
    const client = new acme.Client({
      directoryUrl: wish.directory,
      accountKey: wish.accountKey,
      backoffAttempts: 1,
    });
    await openAccount(client, wish.contact);
    problem = undefined;
    const identifiers = wish.names.map((value) => ({ type: 'dns', value }));
    const order = await client.createOrder({ identifiers });
    await proveNames(client, order, deps);
    const ready = await until(() => client.getOrder(order), ['ready', 'valid'], deps);
    const key = await acme.crypto.createPrivateKey(acmeLimits.keyBits);
    const [, csr] = await acme.crypto.createCsr({ altNames: [...wish.names] }, key);
    const final = await client.finalizeOrder(ready, csr);
    const done = await until(() => client.getOrder(final), ['valid'], deps);
    return { cert: await client.getCertificate(done), key: key.toString() };
  } catch (error) {
    throw explain(error, problem, wish);
  } finally {
    acme.axios.interceptors.response.eject(observer);
    delete acme.axios.defaults.signal;
  }
}
