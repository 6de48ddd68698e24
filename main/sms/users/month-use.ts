import type { Clock } from '../../platform/clock.ts';
import type { SmsUserRow, SmsUsersRepository } from '../../store/sms-api-types.ts';
import { smsUserLimits } from '../http/limits.ts';
import { monthStart } from './month.ts';

/** Keeps users within their monthly limits. */
export interface MonthUse {
  /**
   * Sets so many SMS parts aside for a user; false when they are more than are left of the month's
   * limit. Parts that were set aside are to be settled.
   */
  take(user: SmsUserRow, parts: number): Promise<boolean>;
  /** What was set aside has become so many parts in the queue; 0 when it was not taken. */
  settle(user: SmsUserRow, setAside: number, queued: number): void;
  forget(userId: string): void;
}

interface Count {
  month: string;
  /** Accepted this month, waiting, and set aside. */
  parts: number;
  /** Of these, set aside and not in the store yet. */
  setAside: number;
  readAt: number;
  reading: Promise<void> | undefined;
}

/**
 * Makes it. Counts are kept in memory and read anew from time to time: what is given up, dropped or
 * sent once more changes them, and so does the end of a month.
 */
export function createMonthUse(
  clock: Clock,
  users: Pick<SmsUsersRepository, 'countParts'>,
): MonthUse {
  const counts = new Map<string, Count>();

  function read(id: string, count: Count): Promise<void> {
    count.reading ??= (async () => {
      try {
        const month = monthStart(clock.now());
        const stored = await users.countParts(id, month);
        count.parts = stored + count.setAside;
        count.month = month;
        count.readAt = clock.monotonic();
      } finally {
        count.reading = undefined;
      }
    })();
    return count.reading;
  }

  function isOld(count: Count, ageMs: number): boolean {
    return clock.monotonic() - count.readAt >= ageMs || count.month !== monthStart(clock.now());
  }

  return {
    async take({ id, monthlyLimit }, parts) {
      if (monthlyLimit === null) return true;
      let count = counts.get(id);
      if (count === undefined) {
        count = { month: '', parts: 0, setAside: 0, readAt: -Infinity, reading: undefined };
        counts.set(id, count);
      }
      if (isOld(count, smsUserLimits.monthUseMs)) await read(id, count);
      if (count.parts + parts > monthlyLimit && isOld(count, smsUserLimits.monthUseAgainMs)) {
        await read(id, count);
      }
      if (count.parts + parts > monthlyLimit) return false;
      count.parts += parts;
      count.setAside += parts;
      return true;
    },
    settle({ id, monthlyLimit }, setAside, queued) {
      const count = counts.get(id);
      if (monthlyLimit === null || count === undefined) return;
      count.parts += queued - setAside;
      count.setAside = Math.max(0, count.setAside - setAside);
    },
    forget: (userId) => void counts.delete(userId),
  };
}
