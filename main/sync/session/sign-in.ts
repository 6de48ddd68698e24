import type { SessionReason } from '../../../shared/model/session.ts';
import type { Challenge, SyncHeader, SyncmlVersion } from '../../codecs/syncml/message/model.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { SignInAccount } from '../ports.ts';
import { isRightDigest, isSamePassword, readCredentials } from './credentials.ts';
import type { SignInClaim } from './credentials.ts';
import type { SyncServerDeps } from './deps.ts';
import { createGuessThrottle } from './guess-throttle.ts';
import type { Guess } from './guess-throttle.ts';
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
  readonly version: SyncmlVersion;
  /** Session id on the wire. */
  readonly wireId: string;
  readonly claim: Exclude<SignInClaim, { kind: 'unknown' }>;
  readonly account: SignInAccount | undefined;
  /** The client, when it was let in before. */
  readonly known: SyncClientRow | undefined;
  readonly guess: Guess;
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
  function noncesFor({ guess, known }: Attempt): Uint8Array[] {
    const asked = challenges.find(guess.syncId, guess.user);
    const stored = Buffer.from(known?.nonce ?? '', 'base64');
    return [...(asked ? [asked] : []), new Uint8Array(stored)];
  }

  function isRight(attempt: Attempt): boolean {
    const { account, claim, guess, version } = attempt;
    const password = account?.password;
    if (password === undefined) return false;
    if (claim.kind === 'basic') return isSamePassword(claim.password, password);
    const { digest } = claim;
    return noncesFor(attempt).some((nonce) =>
      isRightDigest(digest, guess.user, password, nonce, version),
    );
  }

  /** A client that has lost its nonce starts with none: no wrong password, it is told a new one. */
  function hasLostNonce({ account, claim, guess, version }: Attempt): boolean {
    const password = account?.password;
    if (claim.kind !== 'md5' || password === undefined) return false;
    return isRightDigest(claim.digest, guess.user, password, new Uint8Array(0), version);
  }

  function refused(attempt: Attempt): SignInAnswer {
    const { account, guess } = attempt;
    const { user, syncId } = guess;
    const reason = !account
      ? 'unknown-account'
      : account.password === undefined
        ? 'no-password'
        : 'wrong-password';
    const isGuess = !hasLostNonce(attempt);
    if (isGuess) throttle.wrong(guess);
    return {
      ok: false,
      code: 401,
      challenge: challenge(syncId, user),
      refusal: isGuess ? { user, accountId: account?.id, reason } : undefined,
    };
  }

  async function admitted(account: SignInAccount, attempt: Attempt): Promise<SignInAnswer> {
    const { guess, claim, wireId } = attempt;
    const { user, syncId } = guess;
    throttle.right(guess);
    challenges.close(syncId, user);
    const answer = await deps.registry.admit(account, syncId, wireId);
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

      const account = user === '' ? undefined : await deps.registry.findAccount(user);
      const known = account && (await deps.registry.find(account.id, syncId));
      const guess: Guess = { remote, user, syncId, isKnown: known !== undefined };
      if (!throttle.mayTry(guess)) return again(401);
      const attempt: Attempt = {
        version,
        wireId: header.sessionId,
        claim,
        account,
        known,
        guess,
      };
      return account && isRight(attempt) ? admitted(account, attempt) : refused(attempt);
    },
  };
}

function md5Challenge(nextNonce: Uint8Array): Challenge {
  return { type: 'syncml:auth-md5', format: 'b64', nextNonce };
}
