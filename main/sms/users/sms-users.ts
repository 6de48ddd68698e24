import type { Clock, Stop } from '../../platform/clock.ts';
import type { Random } from '../../platform/random.ts';
import type { SmsUserRow } from '../../store/sms-api-types.ts';
import type { Store } from '../../store/types.ts';
import { smsUserLimits } from '../http/limits.ts';
import { createMonthUse } from './month-use.ts';
import type { MonthUse } from './month-use.ts';
import { createPasswordCheck } from './password-check.ts';
import type { PasswordCheck } from './password-check.ts';

/** Name of the secret that holds the digest of a user's password. */
export const smsUserSecret = (userId: string): string => `sms-user:${userId}`;

/** Who may hand in SMS, in memory: the API asks at every request. */
export interface SmsUsers {
  readonly passwords: PasswordCheck;
  readonly monthUse: MonthUse;
  list(): readonly SmsUserRow[];
  get(id: string): SmsUserRow | undefined;
  /** By name, whatever its case. */
  find(name: string): SmsUserRow | undefined;
  /** A user was stored, with a new password or as it was. */
  put(row: SmsUserRow, hasNewPassword: boolean): void;
  remove(id: string): void;
  /** The user has signed in. */
  used(row: SmsUserRow): void;
  /** When a user was last seen, which is written down a while later. */
  lastUsedAt(row: SmsUserRow): number | null;
  /** From then on reports are written for this user. */
  wantReports(row: SmsUserRow): Promise<void>;
  load(): Promise<void>;
  /** Writes down who was seen. */
  stop(): Promise<void>;
}

/** What they need. */
export interface SmsUsersDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly onFault: (error: unknown) => void;
}

const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** Makes the users; {@link SmsUsers.load} reads them. */
export function createSmsUsers({ store, clock, random, onFault }: SmsUsersDeps): SmsUsers {
  const byId = new Map<string, SmsUserRow>();
  const byName = new Map<string, SmsUserRow>();
  /** As it is written, which programs do: to make a name comparable is slow. */
  const byExactName = new Map<string, SmsUserRow>();
  const seen = new Map<string, number>();
  const unwritten = new Set<string>();
  let stopTimer: Stop | undefined;
  let writing: Promise<void> = Promise.resolve();

  const passwords = createPasswordCheck(random, (id) => store.secrets.get(smsUserSecret(id)));
  const monthUse = createMonthUse(clock, store.smsUsers);

  function take(row: SmsUserRow): void {
    leave(row.id);
    byId.set(row.id, row);
    byName.set(nameKey(row.name), row);
    byExactName.set(row.name, row);
  }

  function leave(id: string): void {
    const row = byId.get(id);
    if (row === undefined) return;
    byId.delete(id);
    byName.delete(nameKey(row.name));
    byExactName.delete(row.name);
  }

  async function writeSeen(): Promise<void> {
    const ids = [...unwritten];
    unwritten.clear();
    for (const id of ids) await store.smsUsers.setLastUsed(id, seen.get(id) ?? clock.now());
  }

  return {
    passwords,
    monthUse,
    list: () => [...byId.values()],
    get: (id) => byId.get(id),
    find: (name) => byExactName.get(name) ?? byName.get(nameKey(name)),
    put(row, hasNewPassword) {
      take(row);
      if (hasNewPassword) passwords.forget(row.id);
      monthUse.forget(row.id);
    },
    remove(id) {
      leave(id);
      passwords.forget(id);
      monthUse.forget(id);
      seen.delete(id);
      unwritten.delete(id);
    },
    used({ id }) {
      seen.set(id, clock.now());
      unwritten.add(id);
      stopTimer ??= clock.after(smsUserLimits.lastUsedMs, () => {
        stopTimer = undefined;
        writing = writeSeen().catch(onFault);
      });
    },
    lastUsedAt: ({ id, lastUsedAt }) => seen.get(id) ?? lastUsedAt,
    async wantReports(row) {
      if (row.wantsReports) return;
      // Before they are copied: what ends meanwhile is written twice rather than not at all.
      take({ ...row, wantsReports: true });
      await store.smsApi.beginReports(row.id);
    },
    async load() {
      for (const row of await store.smsUsers.list()) take(row);
    },
    async stop() {
      stopTimer?.();
      stopTimer = undefined;
      await writing;
      await writeSeen();
    },
  };
}
