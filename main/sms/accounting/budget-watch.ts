import type { Attention } from '../../../shared/model/system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { MessageRow, Store } from '../../store/types.ts';
import { dayOf } from './calendar.ts';
import type { BudgetRules } from './budget-rules.ts';
import type { Meter, Meters, PartLimits } from './meter.ts';

/** From this share of a budget on somebody should know of it. */
const nearShare = 0.8;

type Scope = 'gateway' | 'account' | 'device';
type Period = 'day' | 'month';
type Level = 'near' | 'used';

/** A budget that is near its end, or at it. */
interface Warning {
  readonly scope: Scope;
  readonly id: string;
  readonly period: Period;
  readonly level: Level;
  readonly used: number;
  readonly limit: number;
  /** When the period ends. */
  readonly until: number;
}

/** What the watch works with. */
export interface BudgetWatchDeps {
  readonly clock: Clock;
  readonly log: LogWriter;
  readonly store: Pick<Store, 'accounts' | 'devices'>;
  readonly meters: Meters;
  readonly budgets: BudgetRules;
  /** Budget and name of a gateway. */
  gateway(id: string): { readonly name: string; readonly limits: PartLimits } | undefined;
  /** A fault that belongs into the log. */
  onFault(error: unknown): void;
}

/** Tells of budgets at 80 % and at 100 %: one line in the log for each period, and on the overview. */
export class BudgetWatch {
  readonly #deps: BudgetWatchDeps;
  /** What was told already, and until when that holds. */
  readonly #told = new Map<string, Warning>();

  constructor(deps: BudgetWatchDeps) {
    this.#deps = deps;
  }

  /** What was used before the process began is told already. */
  load(now: number): void {
    for (const scope of ['gateway', 'account', 'device'] as const) {
      for (const [id, meter] of this.#deps.meters.entries(scope)) {
        for (const warning of this.#warnings(scope, id, meter, now)) this.#note(warning);
      }
    }
  }

  /** Parts of a message were used. */
  used({ accountId, deviceId }: MessageRow, gatewayId: string, now: number): void {
    this.#look('gateway', gatewayId, now);
    if (accountId !== null) this.#look('account', accountId, now);
    if (deviceId !== null) this.#look('device', deviceId, now);
  }

  /** Budgets that somebody should look at now, those that are used up first. */
  async attention(): Promise<Attention[]> {
    const now = this.#deps.clock.now();
    const found: Attention[] = [];
    for (const [key, told] of this.#told) {
      if (told.until <= now) {
        this.#told.delete(key);
        continue;
      }
      const { scope, id, period } = told;
      const meter = this.#deps.meters.of(scope, id, now);
      // The limit may have been raised, or taken away, meanwhile.
      const warning = this.#warnings(scope, id, meter, now).find((each) => each.period === period);
      if (warning?.level !== told.level) continue;
      const name = await this.#nameOf(warning);
      if (name !== undefined) found.push(shown(warning, name));
    }
    return found.sort(
      (one, other) => Number(other.key === 'budget-used') - Number(one.key === 'budget-used'),
    );
  }

  #look(scope: Scope, id: string, now: number): void {
    const limits = this.#limitsOf(scope, id);
    if (limits === undefined || (limits.perDay === null && limits.perMonth === null)) return;
    const meter = this.#deps.meters.of(scope, id, now);
    for (const warning of this.#warnings(scope, id, meter, now)) {
      if (this.#note(warning)) this.#tell(warning);
    }
  }

  /** Takes note of a warning; tells whether it is news. */
  #note(warning: Warning): boolean {
    const { scope, id, period, level } = warning;
    const key = `${scope}:${id}:${period}:${level}`;
    const known = this.#told.get(key);
    if (known !== undefined && known.until === warning.until && known.limit === warning.limit) {
      return false;
    }
    this.#told.set(key, warning);
    return true;
  }

  #warnings(scope: Scope, id: string, meter: Meter, now: number): Warning[] {
    const limits = this.#limitsOf(scope, id);
    if (limits === undefined) return [];
    const { today, thisMonth } = meter.used(now);
    const ends = meter.ends(now);
    const found: Warning[] = [];
    for (const [period, used, limit] of [
      ['day', today, limits.perDay],
      ['month', thisMonth, limits.perMonth],
    ] as const) {
      if (limit === null || used < limit * nearShare) continue;
      const level = used >= limit ? 'used' : 'near';
      found.push({ scope, id, period, level, used, limit, until: ends[period] });
    }
    return found;
  }

  #limitsOf(scope: Scope, id: string): PartLimits | undefined {
    const { budgets, gateway } = this.#deps;
    return scope === 'gateway' ? gateway(id)?.limits : budgets.limitsOf(scope, id);
  }

  #tell(warning: Warning): void {
    const { scope, id, period, level, used, limit } = warning;
    const { log, onFault } = this.#deps;
    this.#nameOf(warning)
      .then((name) => {
        if (name === undefined) return;
        log.write({
          level: 'warn',
          area: 'sms',
          key: `budget.${level}-${period}`,
          params: { name, used, limit },
          gatewayId: scope === 'gateway' ? id : null,
          accountId: scope === 'account' ? id : null,
          deviceId: scope === 'device' ? id : null,
        });
      })
      .catch(onFault);
  }

  /** Undefined: there is no such gateway, account or device any more. */
  async #nameOf({ scope, id }: Warning): Promise<string | undefined> {
    const { store, gateway } = this.#deps;
    if (scope === 'gateway') return gateway(id)?.name;
    if (scope === 'account') return (await store.accounts.get(id))?.address;
    return (await store.devices.get(id))?.name;
  }
}

function shown({ scope, id, level, used, limit, until }: Warning, name: string): Attention {
  const percent = Math.floor((used / limit) * 100);
  const params = { name, percent, used, limit, until: dayOf(until) };
  const area = scope === 'gateway' ? 'sms' : scope === 'account' ? 'accounts' : 'devices';
  return { key: `budget-${level}`, level: 'attention', params, target: { area, id } };
}
