import type { BudgetScope } from '../../../shared/model/sms-account.ts';
import type { BudgetRow } from '../../store/sms-types.ts';
import type { Meter, Meters, PartLimits } from './meter.ts';
import { Pace } from './pace.ts';

/** While what is under way uses up a budget, it is looked at again after so long. */
const recheckMs = 1_000;

/** Whose message it is, and how large. */
export interface BudgetedMessage {
  readonly accountId: string | null;
  readonly deviceId: string | null;
  readonly parts: number;
}

/** Parts that are set aside for a message that is being handed over. */
export interface Reservation {
  /** To be called once; what was not accepted is given back. */
  end(isAccepted: boolean): void;
}

interface Bound {
  readonly meter: Meter;
  readonly pace: Pace | undefined;
}

const nothing: Reservation = { end: () => undefined };

/** How many SMS parts accounts and devices may use. */
export class BudgetRules {
  readonly #meters: Meters;
  readonly #rows = new Map<string, BudgetRow>();
  readonly #paces = new Map<string, Pace>();

  constructor(meters: Meters) {
    this.#meters = meters;
  }

  load(rows: readonly BudgetRow[]): void {
    this.#rows.clear();
    for (const row of rows) this.#rows.set(keyOf(row.scope, row.target), row);
  }

  set(row: BudgetRow): void {
    this.#rows.set(keyOf(row.scope, row.target), row);
  }

  remove(scope: BudgetScope, target: string): void {
    this.#rows.delete(keyOf(scope, target));
  }

  list(): BudgetRow[] {
    return [...this.#rows.values()];
  }

  /** Whether a budget of its own is set for somebody. */
  has(scope: BudgetScope, target: string): boolean {
    return this.#rows.has(keyOf(scope, target));
  }

  /** What binds somebody: the own budget, or the rule for all that have none. */
  limitsOf(scope: BudgetScope, id: string): PartLimits | undefined {
    return this.#rows.get(keyOf(scope, id)) ?? this.#rows.get(keyOf(scope, ''));
  }

  /** When the message's account and device may use its parts; `now` if at once. */
  freeAt(now: number, message: BudgetedMessage): number {
    if (this.#rows.size === 0) return now;
    const ofAccount = this.#freeAt('account', message.accountId, message.parts, now);
    return Math.max(ofAccount, this.#freeAt('device', message.deviceId, message.parts, now));
  }

  /** Sets the message's parts aside. */
  reserve(now: number, { accountId, deviceId, parts }: BudgetedMessage): Reservation {
    if (this.#rows.size === 0) return nothing;
    const bound = [this.#bound('account', accountId, now), this.#bound('device', deviceId, now)];
    for (const each of bound) {
      if (each === undefined) continue;
      each.meter.underWay += parts;
      each.pace?.take(now, parts);
    }
    return {
      end(isAccepted) {
        for (const each of bound) {
          if (each === undefined) continue;
          each.meter.underWay -= parts;
          if (!isAccepted) each.pace?.giveBack(now, parts);
        }
      },
    };
  }

  #freeAt(scope: BudgetScope, id: string | null, parts: number, now: number): number {
    const limits = id === null ? undefined : this.limitsOf(scope, id);
    if (id === null || limits === undefined) return now;
    const answer = this.#meters.of(scope, id, now).ask(now, parts, limits);
    if (!answer.fits) return answer.isUnderWay ? now + recheckMs : answer.freeAt;
    return this.#paceOf(scope, id, limits)?.freeAt(now, parts) ?? now;
  }

  #bound(scope: BudgetScope, id: string | null, now: number): Bound | undefined {
    const limits = id === null ? undefined : this.limitsOf(scope, id);
    if (id === null || limits === undefined) return undefined;
    return { meter: this.#meters.of(scope, id, now), pace: this.#paceOf(scope, id, limits) };
  }

  #paceOf(scope: BudgetScope, id: string, { perMinute }: PartLimits): Pace | undefined {
    if (perMinute === null) return undefined;
    const key = keyOf(scope, id);
    const known = this.#paces.get(key);
    if (known?.perMinute === perMinute) return known;
    const fresh = new Pace(perMinute);
    this.#paces.set(key, fresh);
    return fresh;
  }
}

function keyOf(scope: BudgetScope, target: string): string {
  return `${scope}:${target}`;
}
