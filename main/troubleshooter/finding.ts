import type { TroubleFindingKey, TroubleKey } from '../../shared/i18n/en/trouble-findings.ts';
import type { LogParams } from '../../shared/model/log-entry.ts';
import type { TroubleAction, TroubleStep } from '../../shared/model/troubleshooter.ts';

/** What was found at one link of the chain. */
export type Finding = Omit<TroubleStep, 'id'>;

/** What a finding says beside its key. */
interface Details {
  readonly params?: LogParams;
  /** When it happened, in milliseconds since 1970. */
  readonly at?: number | null;
  readonly action?: TroubleAction | null;
}

/** The link holds. */
export function holds(key: TroubleFindingKey, { params = {}, at = null }: Details = {}): Finding {
  return { state: 'ok', key, params, at, action: null };
}

/** The link is broken: somebody has to do something. */
export function broken(key: TroubleKey, details: Details = {}): Finding {
  return stopping('broken', key, details);
}

/** Nothing is wrong; it has just not happened yet. */
export function waiting(key: TroubleKey, details: Details = {}): Finding {
  return stopping('waiting', key, details);
}

function stopping(
  state: 'broken' | 'waiting',
  key: TroubleKey,
  { params = {}, at = null, action = null }: Details,
): Finding {
  return { state, key, params, at, action };
}

/** A button; about the device itself unless `id` says otherwise. */
export function action(
  kind: TroubleAction['kind'],
  { id = null, value = null }: Partial<Omit<TroubleAction, 'kind'>> = {},
): TroubleAction {
  return { kind, id, value };
}
