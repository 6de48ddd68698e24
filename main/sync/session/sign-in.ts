import type { SessionReason } from '../../../shared/model/session.ts';
import type { Challenge, SyncHeader, SyncmlVersion } from '../../codecs/syncml/message/model.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { SignInAccount } from '../ports.ts';
import { isRightDigest, isSamePassword, readCredentials } from './credentials.ts';
import type { SignInClaim } from './credentials.ts';
import type { SyncServerDeps } from './deps.ts';
import { createGuessThrottle } from './guess-throttle.ts';
import { createOpenChallenges, makeNonce } from './nonces.ts';

/** What became of a sign-in: the code of the SyncHdr's Status, and what goes with it. */
export type SignInAnswer =
  | {
      readonly ok: true;
      readonly account: SignInAccount;
      readonly client: SyncClientRow;
      /** Nonce of the next session; only a client that uses MD5 is told one. */
      readonly challenge: Challenge | undefined;
    }
  | {
      readonly ok: false;
      readonly code: 401 | 403 | 407;
      readonly challenge: Challenge | undefined;
      /** Set where it is worth a record. */
      readonly refusal:
        | {
            readonly user: string;
            readonly accountId: string | undefined;
            readonly reason: SessionReason;
          }
        | undefined;
    };

/** Lets clients in (OMA DS protocol 1.2 §"Security", OMA SyncML security). */
export interface SignIn {
  /** `remote` is the peer's address; guesses are counted by it. */
  check(header: SyncHeader, version: SyncmlVersion, remote: string): Promise<SignInAnswer>;
}

interface Attempt {
  readonly header: SyncHeader;
  readonly version: SyncmlVersion;
  readonly remote: string;
  readonly claim: Exclude<SignInClaim, { kind: 'unknown' }>;
  readonly user: string;
}

/** Makes the door. What it remembers, guesses and open challenges, is in memory. */
export function createSignIn(deps: SyncServerDeps): SignIn {
  const challenges = createOpenChallenges(deps.clock, deps.random);
  const throttle = createGuessThrottle(deps.clock);

  function challenge(syncId: string, user: string): Challenge {
    if (deps.settings().auth === 'basic') return { type: 'syncml:auth-basic', format: 'b64' };
    return md5Challenge(challenges.issue(syncId, user));
  }

  /** Nonces that a digest may be made with: the challenge's, the last session's, or none at all. */
  async function noncesFor(account: SignInAccount, attempt: Attempt): Promise<Uint8Array[]> {
    const syncId = attempt.header.source.uri;
    const known = await deps.registry.find(account.id, syncId);
    const asked = challenges.find(syncId, attempt.user);
    const nonces = asked ? [asked] : [];
    const stored = known?.nonce ?? null;
    nonces.push(
      stored === null ? new Uint8Array(0) : new Uint8Array(Buffer.from(stored, 'base64')),
    );
    return nonces;
  }

  async function isRight(account: SignInAccount, attempt: Attempt): Promise<boolean> {
    const { claim, user, version } = attempt;
    const password = account.password ?? '';
    if (claim.kind === 'basic') return isSamePassword(claim.password, password);
    const nonces = await noncesFor(account, attempt);
    return nonces.some((nonce) => isRightDigest(claim.digest, user, password, nonce, version));
  }

  /** A client that has lost its nonce starts with none: no wrong password, it is told a new one. */
  function hasLostNonce(account: SignInAccount, { claim, user, version }: Attempt): boolean {
    const { password } = account;
    if (claim.kind !== 'md5' || password === undefined) return false;
    return isRightDigest(claim.digest, user, password, new Uint8Array(0), version);
  }

  function refused(attempt: Attempt, account: SignInAccount | undefined): SignInAnswer {
    const { remote, user, header } = attempt;
    const reason = !account
      ? 'unknown-account'
      : account.password === undefined
        ? 'no-password'
        : 'wrong-password';
    const isGuess = !account || !hasLostNonce(account, attempt);
    if (isGuess) throttle.wrong(remote, user);
    return {
      ok: false,
      code: 401,
      challenge: challenge(header.source.uri, user),
      refusal: isGuess ? { user, accountId: account?.id, reason } : undefined,
    };
  }

  async function admitted(account: SignInAccount, attempt: Attempt): Promise<SignInAnswer> {
    const { header, user, remote, claim } = attempt;
    throttle.right(remote, user);
    challenges.close(header.source.uri, user);
    const answer = await deps.registry.admit(account, header.source.uri, header.sessionId);
    if (!answer.ok) {
      const refusal = { user, accountId: account.id, reason: answer.reason };
      return { ok: false, code: 403, challenge: undefined, refusal };
    }
    const { client } = answer;
    if (claim.kind !== 'md5') return { ok: true, account, client, challenge: undefined };
    const nonce = makeNonce(deps.random);
    // Durable before the client hears of it: it signs in with nothing else the next time.
    await deps.registry.saveNonce(client.id, nonce);
    return { ok: true, account, client, challenge: md5Challenge(nonce) };
  }

  return {
    async check(header, version, remote) {
      const syncId = header.source.uri;
      const claim = header.cred ? readCredentials(header.cred) : undefined;
      const user = claim?.kind === 'basic' ? claim.user : (header.source.name ?? '');
      const again = (code: 401 | 407): SignInAnswer => ({
        ok: false,
        code,
        challenge: challenge(syncId, user),
        refusal: undefined,
      });
      if (!claim) return again(407);
      const { auth } = deps.settings();
      if (claim.kind === 'unknown' || (auth !== 'any' && auth !== claim.kind)) return again(401);

      const attempt: Attempt = { header, version, remote, claim, user };
      if (!throttle.mayTry(remote, user)) return again(401);
      const account = user === '' ? undefined : await deps.registry.findAccount(user);
      const isIn = account && account.password !== undefined && (await isRight(account, attempt));
      return isIn ? admitted(account, attempt) : refused(attempt, account);
    },
  };
}

function md5Challenge(nextNonce: Uint8Array): Challenge {
  return { type: 'syncml:auth-md5', format: 'b64', nextNonce };
}
