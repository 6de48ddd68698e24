import type { QueueDeps } from './queue/queue-deps.ts';

/** Notes a fault of the product's own, under a number that its reader can tell. */
export function writeFault({ log, ids }: Pick<QueueDeps, 'log' | 'ids'>, error: unknown): void {
  const detail = error instanceof Error ? error.message : String(error);
  const params = { id: ids.next(), detail };
  log.write({ level: 'error', area: 'sms', key: 'system.fault', params });
}
