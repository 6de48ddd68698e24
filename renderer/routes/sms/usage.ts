import type { StateMark } from '../../../shared/model/words.ts';

/** From this share of a limit on a person is warned. */
const warnFrom = 0.8;

/** How much of a limit is used. */
export interface Usage {
  /** Of the bar, 0 to 100. */
  readonly percent: number;
  readonly state: Extract<StateMark, 'working' | 'attention' | 'failed'>;
}

/** How much of a limit is used; null where there is none. `failed` is used up. */
export function usageOf(used: number, limit: number | null): Usage | null {
  if (limit === null) return null;
  const share = limit <= 0 ? 1 : used / limit;
  return {
    percent: Math.max(0, Math.min(100, Math.floor(share * 100))),
    state: share >= 1 ? 'failed' : share >= warnFrom ? 'attention' : 'working',
  };
}
