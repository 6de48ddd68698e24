import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { AppErrorCode } from '../../shared/model/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';

/** Name of the cookie that carries a session. */
export const sessionCookie = 'pushdesk_session';

/** How the console is guarded. */
export const accessLimits = {
  /** A session ends on its own after so long. */
  sessionMs: 30 * 24 * 3_600_000,
  /** Wrong tokens from one address within {@link badTokensMs}; then it has to wait. */
  badTokens: 10,
  badTokensMs: 60_000,
  /** Addresses remembered; the oldest leaves first. */
  addresses: 10_000,
} as const;

/** What is looked at of a request. */
export interface AccessRequest {
  readonly headers: IncomingHttpHeaders;
  readonly remote: string;
}

/** Who is let in: a program with the token, or a page with a session. */
export type Admission =
  | { readonly ok: true; readonly session: string | undefined }
  | { readonly ok: false; readonly code: AppErrorCode };

/** The door of the console over HTTP. */
export interface Access {
  /** Refuses requests under a foreign name (DNS rebinding) and from other sites' pages. */
  checkSource(request: AccessRequest): AppErrorCode | undefined;
  /** Looks for the token or a session. */
  admit(request: AccessRequest): Admission;
  /** Value of the session cookie for whoever has the token. */
  signIn(token: string, remote: string): { cookie: string } | { code: AppErrorCode };
  /** Ends a session; its cookie is worth nothing any more. */
  signOut(session: string): void;
}

/** What the door needs. */
export interface AccessDeps {
  readonly token: string;
  /** Host names with ports under which the console may be reached, in lower case. */
  readonly hosts: () => ReadonlySet<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: LogWriter;
}

/** Compares in a time that tells nothing; hashing first makes the lengths equal. */
function isSame(left: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(hash(left), hash(right));
}

function cookieOf(headers: IncomingHttpHeaders): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === sessionCookie) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Counts wrong tokens by address. */
function createBadTokens(clock: Clock) {
  const attempts = new Map<string, { count: number; until: number }>();
  return {
    isBlocked(remote: string): boolean {
      const known = attempts.get(remote);
      return (
        known !== undefined && known.until > clock.now() && known.count >= accessLimits.badTokens
      );
    },
    /** Returns whether this one is worth a line in the log. */
    note(remote: string): boolean {
      const now = clock.now();
      const known = attempts.get(remote);
      const isNew = known === undefined || known.until <= now;
      attempts.delete(remote);
      attempts.set(
        remote,
        isNew
          ? { count: 1, until: now + accessLimits.badTokensMs }
          : { count: known.count + 1, until: known.until },
      );
      const oldest = attempts.keys().next().value;
      if (attempts.size > accessLimits.addresses && oldest !== undefined) attempts.delete(oldest);
      return isNew;
    },
  };
}

/**
 * Guards the console. Sessions are signed with a key made from the token, so that they outlive a
 * restart and end when the token changes.
 */
export function createAccess(deps: AccessDeps): Access {
  const { token, clock, random, log } = deps;
  const key = createHmac('sha256', token).update('pushdesk session').digest();
  const badTokens = createBadTokens(clock);
  const signedOut = new Map<string, number>();

  const sign = (session: string) => createHmac('sha256', key).update(session).digest('base64url');

  function isOurOrigin(origin: string): boolean {
    let url: URL;
    try {
      url = new URL(origin);
    } catch {
      return false;
    }
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    return isWeb && deps.hosts().has(url.host.toLowerCase());
  }

  function isSession(session: string, signature: string): boolean {
    const expires = Number(session.split('.')[0]);
    return isSame(signature, sign(session)) && expires > clock.now() && !signedOut.has(session);
  }

  function judgeToken(given: string, remote: string): AppErrorCode | undefined {
    if (badTokens.isBlocked(remote)) return 'RATE_LIMITED';
    if (isSame(given, token)) return undefined;
    if (badTokens.note(remote)) {
      log.write({ level: 'warn', area: 'api', key: 'api.unauthenticated', params: { remote } });
    }
    return 'UNAUTHENTICATED';
  }

  return {
    checkSource({ headers }) {
      const { host, origin } = headers;
      if (host === undefined || !deps.hosts().has(host.toLowerCase())) return 'FORBIDDEN';
      if (origin !== undefined && !isOurOrigin(origin)) return 'FORBIDDEN';
      // Another port of this machine counts as the same site, so cookies alone do not tell.
      const from = headers['sec-fetch-site'];
      return from === undefined || from === 'same-origin' || from === 'none'
        ? undefined
        : 'FORBIDDEN';
    },

    admit({ headers, remote }) {
      const bearer = /^Bearer +(\S+)$/iu.exec(headers.authorization ?? '')?.[1];
      if (bearer !== undefined) {
        const code = judgeToken(bearer, remote);
        return code === undefined ? { ok: true, session: undefined } : { ok: false, code };
      }
      const cookie = cookieOf(headers);
      const at = cookie?.lastIndexOf('.') ?? -1;
      if (cookie !== undefined && at > 0) {
        const session = cookie.slice(0, at);
        if (isSession(session, cookie.slice(at + 1))) return { ok: true, session };
      }
      return { ok: false, code: 'UNAUTHENTICATED' };
    },

    signIn(given, remote) {
      const code = judgeToken(given, remote);
      if (code !== undefined) return { code };
      const expires = clock.now() + accessLimits.sessionMs;
      const session = `${expires}.${Buffer.from(random.bytes(16)).toString('base64url')}`;
      return { cookie: `${session}.${sign(session)}` };
    },

    signOut(session) {
      const now = clock.now();
      for (const [old, expires] of signedOut) if (expires <= now) signedOut.delete(old);
      signedOut.set(session, Number(session.split('.')[0]));
    },
  };
}
