import type { Clock } from '../../platform/clock.ts';
import type { Random } from '../../platform/random.ts';
import type { AccountRow } from '../../store/types.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';
import { randomText, sha256 } from '../cookies.ts';
import { portalLimits } from '../limits.ts';

/** An owner who is signed in. */
export interface OwnerSession {
  readonly accountId: string;
  /** Stands in each form, so that no other page can send one. */
  readonly formToken: string;
}

/** Who is signed in. All of it is in memory: a restart signs everybody out. */
export interface OwnerSessions {
  /** Gives what the browser carries. */
  open(account: AccountRow): string;
  /** The session of what a browser carries; using it keeps it alive. */
  find(carried: string): OwnerSession | undefined;
  /** When the account of the session was changed by an admin, its owner signs in again. */
  isStale(carried: string, account: AccountRow): boolean;
  close(carried: string): void;
  closeAll(): void;
  readonly size: number;
}

interface Entry extends OwnerSession {
  readonly openedAt: number;
  readonly accountUpdatedAt: number;
  usedAt: number;
}

/** Makes it, with nobody signed in. */
export function createOwnerSessions(clock: Clock, random: Random): OwnerSessions {
  // By digest: what is looked up cannot be found out by how long that takes.
  const sessions = new BoundedMap<string, Entry>(portalLimits.sessions);

  function isOver({ openedAt, usedAt }: Entry): boolean {
    const now = clock.monotonic();
    return now - usedAt > portalLimits.sessionIdleMs || now - openedAt > portalLimits.sessionMs;
  }

  function makeRoom(accountId: string): void {
    const own: string[] = [];
    for (const [key, entry] of sessions.entries()) {
      if (isOver(entry)) sessions.delete(key);
      else if (entry.accountId === accountId) own.push(key);
    }
    const surplus = Math.max(0, own.length - portalLimits.sessionsOfAccount + 1);
    for (const key of own.slice(0, surplus)) sessions.delete(key);
  }

  return {
    open({ id, updatedAt }) {
      makeRoom(id);
      const carried = randomText(random, portalLimits.cookieOctets);
      const now = clock.monotonic();
      sessions.set(sha256(carried), {
        accountId: id,
        formToken: randomText(random, portalLimits.cookieOctets),
        openedAt: now,
        accountUpdatedAt: updatedAt,
        usedAt: now,
      });
      return carried;
    },
    find(carried) {
      const key = sha256(carried);
      const entry = sessions.get(key);
      if (entry === undefined) return undefined;
      if (isOver(entry)) {
        sessions.delete(key);
        return undefined;
      }
      entry.usedAt = clock.monotonic();
      return entry;
    },
    isStale: (carried, { updatedAt }) =>
      sessions.get(sha256(carried))?.accountUpdatedAt !== updatedAt,
    close: (carried) => sessions.delete(sha256(carried)),
    closeAll: () => sessions.clear(),
    get size() {
      return sessions.size;
    },
  };
}
