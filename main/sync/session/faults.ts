import type { SessionState } from './state.ts';

/** Codes of the database and of the file system that mean: no room left. */
const fullCodes = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT']);

/** Whether something failed because the disk is full. */
export function isStorageFull(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && fullCodes.has(cause.code)) return true;
    cause = cause.cause;
  }
  return false;
}

/**
 * Notes that something inside has failed, and answers with the status for it: 420 when the disk is
 * full, else what the caller says. The session goes on.
 */
export function noteFault(session: SessionState, error: unknown, status: 500 | 510 | 511): number {
  const isFull = isStorageFull(error);
  session.trouble = isFull ? 'storage-full' : 'server-fault';
  session.deps.log.write({
    level: 'error',
    area: 'sync',
    key: isFull ? 'sync.storage-full' : 'sync.fault',
    params: {
      client: session.record.clientName,
      detail: error instanceof Error ? error.message : String(error),
    },
    traceId: session.record.traceId,
    accountId: session.client.accountId,
    deviceId: session.client.deviceId,
  });
  return isFull ? 420 : status;
}
