import type { LogFilter } from '../../../shared/model/log-entry.ts';
import { logAreaSchema, logLevelSchema } from '../../../shared/model/words.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** Names of the log's filters in the URL, and what takes them all away. */
export const noLogFilter = {
  device: undefined,
  account: undefined,
  gateway: undefined,
  trace: undefined,
  level: undefined,
  area: undefined,
  text: undefined,
} as const;

/** Reads the log's filter from the URL. What it does not know is left out. */
export function readLogFilter(url: SearchValues): LogFilter {
  const level = oneOf(url['level'], logLevelSchema.options);
  const area = oneOf(url['area'], logAreaSchema.options);
  const ids = {
    deviceId: url['device'],
    accountId: url['account'],
    gatewayId: url['gateway'],
    traceId: url['trace'],
  };
  return {
    ...Object.fromEntries(
      Object.entries(ids).filter(([, id]) => id !== undefined && id !== '' && id.length <= 64),
    ),
    ...(level === undefined ? {} : { level }),
    ...(area === undefined ? {} : { area }),
    ...(url['text'] === undefined ? {} : { text: url['text'].slice(0, 200) }),
  };
}
