import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { LogFilter } from '../../../shared/model/log-entry.ts';
import { LogStream } from './log-stream.ts';
import type { LogView } from './log-stream.ts';

/** The stream of a filter; a new one, from the newest lines, whenever the filter changes. */
export function useLogStream(filter: LogFilter): readonly [LogView, LogStream] {
  const { deviceId, accountId, gatewayId, traceId, level, area, text } = filter;
  const stream = useMemo(
    () =>
      new LogStream({
        ...(deviceId === undefined ? {} : { deviceId }),
        ...(accountId === undefined ? {} : { accountId }),
        ...(gatewayId === undefined ? {} : { gatewayId }),
        ...(traceId === undefined ? {} : { traceId }),
        ...(level === undefined ? {} : { level }),
        ...(area === undefined ? {} : { area }),
        ...(text === undefined ? {} : { text }),
      }),
    [deviceId, accountId, gatewayId, traceId, level, area, text],
  );
  useEffect(() => stream.start(), [stream]);
  const view = useSyncExternalStore(stream.subscribe, stream.getView);
  return [view, stream];
}
