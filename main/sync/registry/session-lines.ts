import type { LogKey } from '../../../shared/i18n/en/log.ts';
import type { SessionDatastore } from '../../../shared/model/session.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import type { SessionRow } from '../../store/sync-types.ts';

/** Whom the lines of a session are about. */
export interface SessionSubject {
  readonly row: SessionRow;
  /** Name of the device, or of a client without one. */
  readonly client: string;
}

type Line = Pick<LogLine, 'level' | 'key' | 'params'>;

/** Statuses of an alert by which a folder was opened: as asked for, or with a slow sync. */
const opened: ReadonlySet<number> = new Set([200, 508]);

/** Says in the log how a session begins, goes and ends. */
export function createSessionLines(log: LogWriter) {
  function write({ row, client }: SessionSubject, { level, key, params }: Line): void {
    const { traceId, accountId, deviceId } = row;
    const about = { area: 'sync', traceId, accountId, deviceId } as const;
    log.write({ ...about, level, key, params: { client, ...params } });
  }

  return {
    started(subject: SessionSubject): void {
      const { version, encoding } = subject.row;
      const params = { version, encoding: encoding === 'wbxml' ? 'WBXML' : 'XML' };
      write(subject, { level: 'info', key: 'sync.started', params });
    },

    mismatch(subject: SessionSubject, other: string): void {
      write(subject, { level: 'warn', key: 'device.mismatch', params: { other } });
    },

    ended(subject: SessionSubject): void {
      const { state, reason, datastores, requests, startedAt, endedAt } = subject.row;
      for (const datastore of datastores) {
        for (const line of folderLines(datastore)) write(subject, line);
      }
      const seconds = Math.round(((endedAt ?? startedAt) - startedAt) / 100) / 10;
      if (state === 'done') {
        write(subject, { level: 'info', key: 'sync.done', params: { requests, seconds } });
      } else if (state === 'suspended') {
        write(subject, { level: 'info', key: 'sync.suspended', params: {} });
      }
      if (reason !== null) {
        const level = state === 'failed' ? 'error' : 'warn';
        write(subject, { level, key: 'sync.ended-badly', params: { reason } });
      }
    },
  };
}

/** Lines of one folder: what was done, and each trouble with what to do about it. */
function folderLines(datastore: SessionDatastore): Line[] {
  const { status, conflicts, held, fromClient, fromServer } = datastore;
  const folder = datastore.uri === '' ? datastore.deviceUri : datastore.uri;
  if (!opened.has(status)) {
    const key: LogKey = status === 404 ? 'sync.folder-unknown' : 'sync.folder-refused';
    return [{ level: 'warn', key, params: { folder, status } }];
  }
  const lines: Line[] = [counts(datastore, folder)];
  const failed = fromClient.failed + fromServer.failed;
  if (failed > 0) {
    const params = { folder, count: failed };
    lines.push({ level: 'warn', key: 'sync.folder-failed', params });
  }
  if (conflicts > 0) {
    const params = { folder, count: conflicts };
    lines.push({ level: 'info', key: 'sync.folder-conflicts', params });
  }
  if (held > 0) {
    lines.push({ level: 'warn', key: 'sync.folder-held', params: { folder, count: held } });
  }
  return lines;
}

function counts({ mode, matched, fromClient, fromServer }: SessionDatastore, folder: string): Line {
  const params = {
    folder,
    mode: mode ?? 'two-way',
    added: fromClient.added,
    changed: fromClient.changed,
    deleted: fromClient.deleted,
    sentAdded: fromServer.added,
    sentChanged: fromServer.changed,
    sentDeleted: fromServer.deleted,
  };
  const isNothing = [fromClient, fromServer].every(
    ({ added, changed, deleted }) => added + changed + deleted === 0,
  );
  if (matched > 0) {
    return { level: 'info', key: 'sync.folder-compared', params: { ...params, matched } };
  }
  return { level: 'info', key: isNothing ? 'sync.folder-same' : 'sync.folder', params };
}
