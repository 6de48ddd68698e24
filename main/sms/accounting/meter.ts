import type { UsageTotals } from '../../store/sms-types.ts';
import { endOfDay, endOfMonth } from './calendar.ts';

/** Who uses SMS parts. */
export type MeterScope = 'gateway' | 'account' | 'device' | 'user';

/** SMS parts at most; null is no limit. */
export interface PartLimits {
  readonly perMinute: number | null;
  readonly perDay: number | null;
  readonly perMonth: number | null;
}

/** What a budget says to more parts. */
export type BudgetAnswer =
  | { readonly fits: true }
  /** What is under way uses the rest: if it fails there is room again. */
  | { readonly fits: false; readonly isUnderWay: true }
  | { readonly fits: false; readonly isUnderWay: false; readonly freeAt: number };

const fits: BudgetAnswer = { fits: true };

/** The SMS parts that somebody has used today and this month, and those under way. */
export class Meter {
  /** Parts of messages that are being handed over. */
  underWay = 0;
  #today: number;
  #thisMonth: number;
  #dayEndsAt: number;
  #monthEndsAt: number;

  constructor(now: number, used = { today: 0, thisMonth: 0 }) {
    this.#today = used.today;
    this.#thisMonth = used.thisMonth;
    this.#dayEndsAt = endOfDay(now);
    this.#monthEndsAt = endOfMonth(now);
  }

  add(now: number, parts: number): void {
    this.#roll(now);
    this.#today += parts;
    this.#thisMonth += parts;
  }

  /** Parts that were accepted. */
  used(now: number): { today: number; thisMonth: number } {
    this.#roll(now);
    return { today: this.#today, thisMonth: this.#thisMonth };
  }

  /** Parts that still fit the day's and the month's budget. */
  room(now: number, { perDay, perMonth }: PartLimits): number {
    if (perDay === null && perMonth === null) return Infinity;
    this.#roll(now);
    const ofDay = (perDay ?? Infinity) - this.#today;
    const ofMonth = (perMonth ?? Infinity) - this.#thisMonth;
    return Math.max(0, Math.min(ofDay, ofMonth) - this.underWay);
  }

  /** Whether so many parts fit the day's and the month's budget, and when they do if not now. */
  ask(now: number, parts: number, limits: PartLimits): BudgetAnswer {
    const { perDay, perMonth } = limits;
    if (perDay === null && perMonth === null) return fits;
    if (parts <= this.room(now, limits)) return fits;
    if (perMonth !== null && this.#thisMonth + parts > perMonth) {
      return { fits: false, isUnderWay: false, freeAt: this.#monthEndsAt };
    }
    if (perDay !== null && this.#today + parts > perDay) {
      return { fits: false, isUnderWay: false, freeAt: this.#dayEndsAt };
    }
    return { fits: false, isUnderWay: true };
  }

  /** When the day, and when the month ends. */
  ends(now: number): { day: number; month: number } {
    this.#roll(now);
    return { day: this.#dayEndsAt, month: this.#monthEndsAt };
  }

  #roll(now: number): void {
    if (now < this.#dayEndsAt) return;
    this.#today = 0;
    this.#dayEndsAt = endOfDay(now);
    if (now < this.#monthEndsAt) return;
    this.#thisMonth = 0;
    this.#monthEndsAt = endOfMonth(now);
  }
}

/** The meters of everybody who has used SMS parts this month. */
export class Meters {
  readonly #meters: Readonly<Record<MeterScope, Map<string, Meter>>> = {
    gateway: new Map(),
    account: new Map(),
    device: new Map(),
    user: new Map(),
  };

  /** Takes over what was stored of this month. */
  load(now: number, totals: readonly UsageTotals[]): void {
    for (const { scope, id, today, thisMonth } of totals) {
      this.#meters[scope].set(id, new Meter(now, { today, thisMonth }));
    }
  }

  /** The meter of somebody; a new one stands at nought. */
  of(scope: MeterScope, id: string, now: number): Meter {
    const known = this.#meters[scope].get(id);
    if (known !== undefined) return known;
    const fresh = new Meter(now);
    this.#meters[scope].set(id, fresh);
    return fresh;
  }

  /** What somebody has used. */
  used(scope: MeterScope, id: string, now: number): { today: number; thisMonth: number } {
    return this.#meters[scope].get(id)?.used(now) ?? { today: 0, thisMonth: 0 };
  }

  /** Everybody of a kind. */
  entries(scope: MeterScope): Iterable<readonly [string, Meter]> {
    return this.#meters[scope];
  }
}
