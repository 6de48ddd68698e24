import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { LogFilter } from '../../../shared/model/log-entry.ts';
import { LogStream } from './log-stream.ts';
import type { LogView } from './log-stream.ts';

/** How often the slow parts of a view are told anew, in milliseconds. */
const slowMs = 500;

/** The stream of a filter; a new one, from the newest lines, whenever the filter changes. */
export function useLogStream(filter: LogFilter): LogStream {
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
  return stream;
}

/** What a stream shows, as fast as it comes. */
export function useLogView(stream: LogStream): LogView {
  return useSyncExternalStore(stream.subscribe, stream.getView);
}

/** Counts and state of a stream, now and then: controls must not be painted for every line. */
export function useSlowLogView(stream: LogStream): LogView {
  const [view, setView] = useState<LogView>(stream.getView);
  useEffect(() => {
    setView(stream.getView());
    let timer: ReturnType<typeof setTimeout> | null = null;
    const unsubscribe = stream.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = null;
        setView(stream.getView());
      }, slowMs);
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [stream]);
  return view;
}
