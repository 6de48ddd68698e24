import type { LogWriter } from '../platform/logbook.ts';
import type { NewChange } from '../store/types.ts';
import { doorLimits } from './limits.ts';

/** A change with the account's address, for the log. */
export interface ChangeToWrite extends NewChange {
  readonly address: string;
}

/** Says which changes were written down; many at once become one line. */
export function logChanges(log: LogWriter, changes: readonly ChangeToWrite[]): void {
  const [first] = changes;
  if (!first) return;
  if (changes.length > doorLimits.logLinesPerCommit) {
    const accounts = new Set(changes.map(({ accountId }) => accountId)).size;
    log.write({
      level: 'info',
      area: 'changes',
      key: 'change.reported-many',
      params: { count: changes.length, accounts, source: first.source },
    });
    return;
  }
  for (const { address, folder, origin, source, traceId, accountId } of changes) {
    const params = { account: address, folder, source };
    log.write({
      level: 'info',
      area: 'changes',
      ...(origin === null
        ? { key: 'change.reported', params }
        : { key: 'change.reported-by', params: { ...params, origin } }),
      traceId,
      accountId,
    });
  }
}
