import type { AlertFolder } from '../../shared/model/alert.ts';
import type { Ids } from '../platform/ids.ts';
import type { AlertRow, ChangeRow, DeviceRow } from '../store/types.ts';
import type { AlertBook } from './book.ts';
import type { DeviceIndex } from './device-index.ts';
import { pushLimits } from './limits.ts';
import { alertFolder, createMatcher, isOrigin } from './match.ts';

/** What {@link createPlan} needs. */
export interface PlanDeps {
  readonly book: AlertBook;
  readonly devices: DeviceIndex;
  readonly ids: Ids;
  readonly now: number;
  /** The engine's merge window in milliseconds; a device may have its own. */
  readonly mergeWindowMs: number;
}

/** A planned alert that this plan has made or added to. */
export interface PlannedAlert {
  readonly row: AlertRow;
  readonly isNew: boolean;
  /** Changes that this plan has put into it. */
  readonly added: number;
}

/** Alerts worked out from changes and not yet stored; throwing it away changes nothing. */
export interface Plan {
  add(change: ChangeRow): void;
  readonly changeCount: () => number;
  readonly alerts: () => Iterable<PlannedAlert>;
  /** Changes that no device waits for: the first of them, and how many there were. */
  readonly unheard: () => { readonly sample: readonly ChangeRow[]; readonly count: number };
}

interface Draft {
  readonly row: AlertRow & { readonly folders: AlertFolder[]; readonly traceIds: string[] };
  readonly isNew: boolean;
  changeCount: number;
  added: number;
}

/**
 * Merges changes into at most one planned alert a device. The window counts from the first change
 * and is not extended by later ones.
 */
export function createPlan(deps: PlanDeps): Plan {
  const { book, devices, ids, now, mergeWindowMs } = deps;
  const drafts = new Map<string, Draft>();
  const unheard: ChangeRow[] = [];
  let unheardCount = 0;
  let changeCount = 0;

  function open(device: DeviceRow, change: ChangeRow): Draft {
    const known = book.planned(device.id)?.row;
    const draft: Draft = known
      ? {
          row: { ...known, folders: [...known.folders], traceIds: [...known.traceIds] },
          isNew: false,
          changeCount: known.changeCount,
          added: 0,
        }
      : { row: newAlert(device, change), isNew: true, changeCount: 0, added: 0 };
    drafts.set(device.id, draft);
    return draft;
  }

  function newAlert(device: DeviceRow, change: ChangeRow): Draft['row'] {
    // A clock that was set back must not put an alert off for longer than its window.
    const createdAt = Math.min(change.at, now);
    return {
      id: ids.next(),
      traceId: change.traceId,
      accountId: device.accountId,
      deviceId: device.id,
      state: 'planned',
      reason: 'merging',
      channel: 'sms',
      folders: [],
      changeCount: 0,
      sessionId: null,
      messageId: null,
      createdAt,
      dueAt: createdAt + (device.mergeWindowMs ?? mergeWindowMs),
      sentAt: null,
      deliveredAt: null,
      answeredAt: null,
      endedAt: null,
      traceIds: [],
    };
  }

  return {
    add(change) {
      changeCount += 1;
      let isHeard = false;
      const concerned = createMatcher(change, () => devices.ofAccount(change.accountId));
      for (const device of devices.ofAccount(change.accountId)) {
        if (isOrigin(change, device.id)) continue;
        const folders = concerned(device);
        if (folders.length === 0) continue;
        isHeard = true;
        const draft = drafts.get(device.id) ?? open(device, change);
        const { row } = draft;
        for (const folder of folders) {
          if (!row.folders.some(({ folderId }) => folderId === folder.id)) {
            row.folders.push(alertFolder(folder));
          }
        }
        if (row.traceIds.length < pushLimits.tracesPerAlert) row.traceIds.push(change.traceId);
        draft.changeCount += 1;
        draft.added += 1;
      }
      if (isHeard) return;
      unheardCount += 1;
      if (unheard.length < pushLimits.logLinesPerRound) unheard.push(change);
    },
    changeCount: () => changeCount,
    *alerts() {
      for (const { row, isNew, changeCount: count, added } of drafts.values()) {
        yield { row: { ...row, changeCount: count }, isNew, added };
      }
    },
    unheard: () => ({ sample: unheard, count: unheardCount }),
  };
}
