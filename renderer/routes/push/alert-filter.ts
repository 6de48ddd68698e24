import { alertReasonSchema } from '../../../shared/model/alert.ts';
import type { Alert, AlertReason, AlertState } from '../../../shared/model/alert.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** The chips above the alerts, each a group of states. */
export const alertGroups = ['waiting', 'sent', 'failed', 'suppressed'] as const;
export type AlertGroup = (typeof alertGroups)[number];

const groupOfState: Readonly<Record<AlertState, AlertGroup>> = {
  planned: 'waiting',
  queued: 'waiting',
  sent: 'sent',
  delivered: 'sent',
  answered: 'sent',
  expired: 'failed',
  failed: 'failed',
  suppressed: 'suppressed',
};

/** Which alerts are to be seen, as the URL's `state` and `reason` say it. */
export interface AlertFilter {
  readonly group: AlertGroup | undefined;
  readonly reason: AlertReason | undefined;
}

/** Reads the filter from the URL. */
export function readAlertFilter(url: SearchValues): AlertFilter {
  return {
    group: oneOf(url['state'], alertGroups),
    reason: oneOf(url['reason'], alertReasonSchema.options),
  };
}

/** The alerts that fit the filter. */
export function filterAlerts(alerts: readonly Alert[], filter: AlertFilter): Alert[] {
  return alerts.filter(
    (alert) =>
      (filter.group === undefined || groupOfState[alert.state] === filter.group) &&
      (filter.reason === undefined || alert.reason === filter.reason),
  );
}

/** How many alerts are in each group, of those with the reason. */
export function countAlerts(
  alerts: readonly Alert[],
  reason: AlertReason | undefined,
): Record<AlertGroup, number> {
  const counts: Record<AlertGroup, number> = { waiting: 0, sent: 0, failed: 0, suppressed: 0 };
  for (const alert of filterAlerts(alerts, { group: undefined, reason })) {
    counts[groupOfState[alert.state]] += 1;
  }
  return counts;
}

/** The reasons that occur among the alerts, in the order of the vocabulary. */
export function reasonsOf(alerts: readonly Alert[]): AlertReason[] {
  const present = new Set(alerts.map((alert) => alert.reason));
  return alertReasonSchema.options.filter((reason) => present.has(reason));
}
