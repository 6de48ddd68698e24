import type { LogEntry, LogFilter } from '../../shared/model/log-entry.ts';
import { logLevelSchema } from '../../shared/model/words.ts';

/** Says whether an entry fulfils all conditions of a reader; the store decides the same in SQL. */
export function createLogMatcher(filter: LogFilter): (entry: LogEntry) => boolean {
  const urgency = logLevelSchema.options;
  const lowest = filter.level === undefined ? 0 : urgency.indexOf(filter.level);
  const text = filter.text?.toLowerCase();
  return (entry) =>
    (filter.deviceId === undefined || entry.deviceId === filter.deviceId) &&
    (filter.accountId === undefined || entry.accountId === filter.accountId) &&
    (filter.gatewayId === undefined || entry.gatewayId === filter.gatewayId) &&
    (filter.traceId === undefined || entry.traceId === filter.traceId) &&
    (filter.area === undefined || entry.area === filter.area) &&
    urgency.indexOf(entry.level) >= lowest &&
    (text === undefined || entry.text.toLowerCase().includes(text));
}
