import type { LogEntry, LogParams } from '../../shared/model/log-entry.ts';
import type { LogKey } from '../../shared/i18n/en/log.ts';
import type { LogArea, LogLevel } from '../../shared/model/words.ts';

/** What a service says; the log adds time, number and the English sentence. */
export interface LogLine {
  readonly level: LogLevel;
  readonly area: LogArea;
  /** Key of the sentence under `log` in `shared/i18n`. */
  readonly key: LogKey;
  readonly params?: LogParams;
  readonly traceId?: string | null;
  readonly accountId?: string | null;
  readonly deviceId?: string | null;
  readonly gatewayId?: string | null;
}

/** Where services write what happens. Never given a secret. */
export interface LogWriter {
  write(line: LogLine): LogEntry;
}
