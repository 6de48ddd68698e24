import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { AlertRow, Repositories, Store } from '../store/types.ts';
import type { AlertBook } from './book.ts';
import { decide, waitingReasons } from './decide.ts';
import type { Decision } from './decide.ts';
import type { DeviceIndex } from './device-index.ts';
import { dispatchAlerts, endAlert } from './dispatcher.ts';
import type { AlertToSend, DispatchedAlert, SmsOutbox } from './dispatcher.ts';
import type { HourlyCap } from './hourly-cap.ts';
import type { Inbox } from './inbox.ts';
import { pushLimits } from './limits.ts';
import { createRoundLog } from './log-lines.ts';
import type { RoundLog } from './log-lines.ts';
import { createPlan } from './planner.ts';
import type { Plan, PlannedAlert } from './planner.ts';
import type { PushSettingsService } from './settings.ts';

const cursorName = 'push.cursor';

/** What a round of the engine works with. */
export interface RoundDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly settings: PushSettingsService;
  readonly devices: DeviceIndex;
  readonly book: AlertBook;
  readonly cap: HourlyCap;
  readonly hasGateway: () => boolean;
  readonly sms: SmsOutbox;
  readonly inbox: Inbox;
}

/** What a round did. */
export interface RoundResult {
  readonly changes: number;
  /** Whether there is more to do at once. */
  readonly isMore: boolean;
}

/** A planned alert whose time has come. */
interface DueAlert {
  readonly row: AlertRow;
  readonly isStored: boolean;
  /** Whether the row differs from what is stored. */
  readonly isChanged: boolean;
}

/** What one transaction of a round writes. */
interface Batch {
  /** Planned alerts that stay so, or have ended without a message. */
  readonly rows: { readonly row: AlertRow; readonly isStored: boolean; readonly wakeAt: number }[];
  readonly sends: AlertToSend[];
}

/** Rounds of the engine; each one takes all there is to do, plans it, sends what is due. */
export interface Rounds {
  /** Reads where the journal was left. */
  load(): Promise<void>;
  /**
   * Does one round. `recheck` names devices whose waiting alerts are to be looked at again. When it
   * throws, nothing of it has happened, or only whole transactions of it.
   */
  run(recheck: ReadonlySet<string> | 'all'): Promise<RoundResult>;
  /** When the next alert is to be looked at; null when none is planned. */
  nextAt(): number | null;
}

/** Lets sockets and timers have their turn between two slices of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Lets what was handed over just now reach its sockets, which Node writes to when the running code is
 * done. Nothing else has its turn meanwhile.
 */
function letSocketsWrite(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** Makes the rounds. They must not run at the same time. */
export function createRounds(deps: RoundDeps): Rounds {
  const { store, clock, ids, events, settings, devices, book, cap, inbox } = deps;
  let cursor = 0;
  /** Earliest time of all planned alerts, or earlier. */
  let nextAt = Number.POSITIVE_INFINITY;

  /** Puts the changes behind the cursor into a plan; answers with the new cursor. */
  async function takeChanges(plan: Plan): Promise<number> {
    const changes = inbox.take(cursor);
    if (changes === null) return await readJournal(plan);
    for (const change of changes) plan.add(change);
    return changes.at(-1)?.id ?? cursor;
  }

  async function readJournal(plan: Plan): Promise<number> {
    inbox.restart();
    let last = cursor;
    for (;;) {
      const changes = await store.changes.listAfter(last, pushLimits.changesPerSlice);
      for (const change of changes) plan.add(change);
      last = changes.at(-1)?.id ?? last;
      if (changes.length < pushLimits.changesPerSlice) return last;
      if (plan.changeCount() >= pushLimits.changesPerRound) break;
      await breathe();
    }
    inbox.miss();
    return last;
  }

  /** Planned alerts that are due, and those that the plan has touched and are not. */
  function sort(
    touchedAlerts: readonly PlannedAlert[],
    now: number,
    recheck: ReadonlySet<string> | 'all',
  ): { due: DueAlert[]; notYet: Batch['rows'] } {
    const due: DueAlert[] = [];
    const notYet: Batch['rows'] = [];
    const touched = new Set<string>();
    const isRechecked = (row: AlertRow): boolean =>
      waitingReasons.has(row.reason) && (recheck === 'all' || recheck.has(row.deviceId));
    for (const { row, isNew } of touchedAlerts) {
      touched.add(row.deviceId);
      const wakeAt = book.planned(row.deviceId)?.wakeAt ?? row.dueAt;
      const isStored = !isNew;
      if (wakeAt <= now || isRechecked(row)) due.push({ row, isStored, isChanged: true });
      else notYet.push({ row, isStored, wakeAt });
    }
    if (nextAt <= now || recheck === 'all' || recheck.size > 0) {
      for (const { row, wakeAt } of book.allPlanned()) {
        if (touched.has(row.deviceId)) continue;
        if (wakeAt <= now || isRechecked(row)) due.push({ row, isStored: true, isChanged: false });
      }
    }
    return { due, notYet };
  }

  /** Writes one batch in one transaction, and only then believes it. */
  async function write(
    batch: Batch,
    lines: RoundLog,
    newCursor: number | null,
    now: number,
  ): Promise<void> {
    const current = await settings.load();
    const password = await settings.password();
    const dispatching = { ...deps, now, settings: current, password };
    const dispatched = await dispatchAlerts(batch.sends, dispatching, async (tx) => {
      if (newCursor !== null) await tx.values.set(cursorName, newCursor);
      await writeRows(tx, batch.rows);
    });
    if (newCursor !== null) cursor = newCursor;
    for (const { row, wakeAt } of batch.rows) {
      if (row.state === 'planned') book.setPlanned({ row, wakeAt });
      else book.removePlanned(row.deviceId);
    }
    for (const one of dispatched) settle(one, lines, now);
  }

  async function writeRows(tx: Repositories, rows: Batch['rows']): Promise<void> {
    for (let from = 0; from < rows.length; from += pushLimits.alertsPerWrite) {
      const slice = rows.slice(from, from + pushLimits.alertsPerWrite);
      await tx.alerts.insert(slice.filter(({ isStored }) => !isStored).map(({ row }) => row));
      await tx.alerts.update(slice.filter(({ isStored }) => isStored).map(({ row }) => row));
      if (rows.length > pushLimits.alertsPerWrite) await breathe();
    }
  }

  function settle(
    { row, message, superseded, fault }: DispatchedAlert,
    lines: RoundLog,
    now: number,
  ) {
    book.removePlanned(row.deviceId);
    for (const older of superseded) {
      book.removeQueued(older.id);
      lines.ended(older);
    }
    if (message) {
      cap.add(row.deviceId, now);
      const folderIds = new Set(row.folders.map(({ folderId }) => folderId));
      book.addQueued({ alertId: row.id, messageId: message.id, deviceId: row.deviceId, folderIds });
      lines.queued(row, message.parts.length);
    } else {
      lines.ended(row);
      deps.log.write({
        level: 'error',
        area: 'system',
        key: 'system.fault',
        params: { id: row.id, detail: String(fault) },
      });
    }
  }

  function refreshNextAt(): void {
    nextAt = Number.POSITIVE_INFINITY;
    for (const { wakeAt } of book.allPlanned()) nextAt = Math.min(nextAt, wakeAt);
  }

  function announce(ids: ReadonlySet<string>): void {
    if (ids.size > pushLimits.eventsPerRound) events.emit({ kind: 'alert', id: null });
    else for (const id of ids) events.emit({ kind: 'alert', id });
    events.emit({ kind: 'push', id: null });
  }

  return {
    async load() {
      const stored = await store.values.get(cursorName);
      cursor = typeof stored === 'number' ? stored : 0;
      refreshNextAt();
    },
    nextAt: () => (nextAt === Number.POSITIVE_INFINITY ? null : nextAt),
    async run(recheck) {
      const current = await settings.load();
      const now = clock.now();
      const { mergeWindowMs } = current;
      const plan = createPlan({ book, devices, ids, now, mergeWindowMs });
      const lines = createRoundLog(deps.log, devices);
      const newCursor = await takeChanges(plan);
      const isNews = newCursor !== cursor;

      const changed = [...plan.alerts()];
      for (const { row, isNew } of changed) {
        if (isNew) lines.planned(row);
        else lines.merged(row);
      }
      if (plan.changeCount() > pushLimits.changesPerSlice) await breathe();
      const { due, notYet } = sort(changed, now, recheck);
      if (notYet.length > pushLimits.alertsPerWrite) await breathe();
      if (!isNews && due.length === 0) {
        refreshNextAt();
        return { changes: 0, isMore: false };
      }

      const hasGateway = deps.hasGateway();
      const rows = notYet;
      const sends: AlertToSend[] = [];
      let isMore = plan.changeCount() >= pushLimits.changesPerRound;
      const touched = new Set(notYet.map(({ row }) => row.id));
      for (const { row, isStored, isChanged } of due) {
        const device = devices.get(row.deviceId);
        const decision = decide(row, {
          now,
          settings: current,
          device,
          hasGateway,
          freeAt: (limit) => cap.freeAt(row.deviceId, limit, now),
        });
        touched.add(row.id);
        if (decision.kind === 'send') {
          const { folders } = decision;
          if (sends.length < pushLimits.alertsPerDispatch) {
            sends.push({ row, isStored, device: decision.device, folders });
          } else {
            // The next round sends it; until then it is planned, and must be stored as that.
            isMore = true;
            if (isChanged) rows.push({ row, isStored, wakeAt: now });
            else book.setPlanned({ row, wakeAt: now });
          }
          continue;
        }
        const next = withDecision(row, decision, now);
        if (decision.kind !== 'wait') lines.ended(next);
        else if (row.reason !== next.reason) {
          lines.waits(next, device?.hourlyCap ?? current.hourlyCap);
        }
        rows.push({
          row: next,
          isStored,
          wakeAt: decision.kind === 'wait' ? decision.until : Number.POSITIVE_INFINITY,
        });
      }

      await write({ rows, sends }, lines, isNews ? newCursor : null, now);
      if (sends.length > 0) await letSocketsWrite();
      if (rows.length > pushLimits.alertsPerWrite) await breathe();
      const { sample, count } = plan.unheard();
      await lines.unheard(sample, count, async (accountId) => {
        return (await store.accounts.get(accountId))?.address ?? accountId;
      });
      lines.flush();
      refreshNextAt();
      announce(touched);
      return { changes: plan.changeCount(), isMore };
    },
  };
}

/** The alert as the decision leaves it; for a wait without a time of its own it keeps its due time. */
function withDecision(
  row: AlertRow,
  decision: Exclude<Decision, { kind: 'send' }>,
  now: number,
): AlertRow {
  const { kind, reason } = decision;
  if (kind === 'suppress') return endAlert(row, 'suppressed', reason, now);
  if (kind === 'expire') return endAlert(row, 'expired', reason, now);
  const hasTime = reason === 'quiet-hours' || reason === 'hourly-cap';
  return { ...row, reason, dueAt: hasTime ? decision.until : row.dueAt };
}
