import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { LogEntry } from '../../shared/model/log-entry.ts';

/** What the process says about itself to whoever runs it; not what the console shows. */
export interface Diagnostics {
  /** An entry of the log, for people who watch the process's output. */
  entry(entry: LogEntry): void;
  /** A fault of the product, whole, under the id that its caller was told. */
  fault(id: string, error: unknown): void;
}

/** Names under which a secret could stand in an error's properties. */
const secretNames = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'serverPassword',
  'udpSecret',
  'webhookToken',
];

/**
 * Says it as one JSON object a line.
 *
 * @param destination Where the lines go; standard error in `serve`.
 */
export function createDiagnostics(destination: DestinationStream): Diagnostics {
  const logger = pino(
    {
      base: null,
      redact: {
        paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]),
        censor: '[secret]',
      },
    },
    destination,
  );
  return {
    entry(entry) {
      const { level, text, area, key, id, traceId } = entry;
      logger[level]({ area, key, id, ...(traceId === null ? {} : { traceId }) }, text);
    },
    fault(id, error) {
      logger.error({ id, err: error }, 'fault');
    },
  };
}

/** The same without the entries of the log: for work whose every step nobody wants to read. */
export function faultsOnly({ fault }: Diagnostics): Diagnostics {
  return { entry: () => undefined, fault };
}

/** Says nothing; for tests. */
export const silentDiagnostics: Diagnostics = { entry: () => undefined, fault: () => undefined };
