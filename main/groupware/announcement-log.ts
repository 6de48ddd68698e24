import type { LogWriter } from '../platform/logbook.ts';
import type { NewChange } from '../store/types.ts';

/** More changes than this at once become one line. */
const linesAtOnce = 20;

/** Says what has changed for whom. `origin` is the name of the device that did it, or empty. */
export function logAnnounced(
  log: LogWriter,
  changes: readonly NewChange[],
  addresses: ReadonlyMap<string, string>,
  origin: string,
): void {
  const [first] = changes;
  if (first === undefined) return;
  if (changes.length > linesAtOnce) {
    const accounts = new Set(changes.map(({ accountId }) => accountId)).size;
    log.write({
      level: 'info',
      area: 'changes',
      key: 'change.reported-many',
      params: { count: changes.length, accounts, source: first.source },
    });
    return;
  }
  for (const { accountId, folder, source, traceId } of changes) {
    const params = { account: addresses.get(accountId) ?? '', folder, source };
    log.write({
      level: 'info',
      area: 'changes',
      ...(origin === ''
        ? { key: 'change.reported', params }
        : { key: 'change.reported-by', params: { ...params, origin } }),
      traceId,
      accountId,
    });
  }
}
