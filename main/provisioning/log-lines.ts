import type { LogLine } from '../platform/logbook.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';

/** Whom a line about a configuration is about. */
export function aboutConfiguration(
  row: Pick<ConfigurationRow, 'traceId' | 'accountId' | 'deviceId'>,
): Pick<LogLine, 'area' | 'traceId' | 'accountId' | 'deviceId'> {
  const { traceId, accountId, deviceId } = row;
  return { area: 'provisioning', traceId, accountId, deviceId };
}
