import type { LogKey } from '../../../shared/i18n/en/log.ts';
import type { LogParams } from '../../../shared/model/log-entry.ts';
import type { LogLevel } from '../../../shared/model/words.ts';
import { ContentError } from '../../groupware/content/index.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import { clientName } from '../registry/client-name.ts';
import { datastoreLimits } from './limits.ts';
import type { SyncParty } from './types.ts';

/** Why a datastore is compared as a whole; the log has a sentence for each. */
export type CompareReason = 'first' | 'anchors' | 'broken' | 'resync' | 'asked';

/** Lines of the log about one datastore of a session. None of them holds what is in an item. */
export interface Notices {
  /** An item of the client could not be read. */
  itemRefused(error: unknown): void;
  /** The client refused an item for good, or there is no form in which it could have it. */
  itemDeclined(itemId: string, detail: string): void;
  photoLeftOut(itemId: string): void;
  deviceFull(): void;
  storageFull(): void;
  /** It changed what it may only read. */
  readOnly(): void;
  refreshed(deleted: number): void;
  compares(why: CompareReason): void;
  /** A time of the device that cannot be. */
  wrongClock(time: string): void;
  /** Deletions that waited for an admin are none any more, as everything is compared. */
  holdLifted(count: number): void;
  /** A fault of the product, met at one item. */
  fault(error: unknown): void;
}

/** Makes the lines of one datastore. Each kind is written a few times in a session at most. */
export function createNotices(
  log: LogWriter,
  party: SyncParty,
  about: { readonly deviceName: string | undefined; readonly folder: string },
): Notices {
  const { client, accountId, traceId } = party;
  const counts = new Map<LogKey, number>();

  function write(level: LogLevel, key: LogKey, params: LogParams = {}, most = 1): void {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) return;
    log.write({
      level,
      area: 'sync',
      key,
      params: { client: about.deviceName ?? clientName(client), folder: about.folder, ...params },
      traceId,
      accountId,
      deviceId: client.deviceId,
    });
  }

  const few = datastoreLimits.linesPerSession;
  return {
    itemRefused: (error) => write('warn', 'sync.item-refused', { detail: detailOf(error) }, few),
    itemDeclined: (item, detail) => write('warn', 'sync.item-declined', { item, detail }, few),
    photoLeftOut: (item) => write('info', 'sync.photo-left-out', { item }, few),
    deviceFull: () => write('warn', 'sync.device-full'),
    storageFull: () => write('error', 'sync.storage-full'),
    readOnly: () => write('warn', 'sync.read-only'),
    refreshed: (count) => write('warn', 'sync.refreshed', { count }),
    compares: (why) => write('info', 'sync.compares', { why }),
    wrongClock: (time) => write('warn', 'sync.wrong-clock', { time }),
    holdLifted: (count) => write('info', 'sync.hold-lifted', { count }),
    fault: (error) => write('error', 'sync.item-fault', { detail: detailOf(error) }, few),
  };
}

/** What is wrong, without a word of the item. */
function detailOf(error: unknown): string {
  // The texts of other errors may quote what they stumbled over.
  if (error instanceof ContentError) return error.message;
  return error instanceof Error ? error.name : typeof error;
}
