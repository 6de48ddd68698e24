import type { AlertFolder, AlertReason, AlertState } from '../../shared/model/alert.ts';
import type { PushSettings } from '../../shared/model/settings.ts';
import { newMessage } from '../store/new-message.ts';
import { CodecError } from '../codecs/codec-error.ts';
import type { Ids } from '../platform/ids.ts';
import type { Random } from '../platform/random.ts';
import type { AlertRow, DeviceRow, MessageRow, Repositories, Store } from '../store/types.ts';
import type { AlertBook } from './book.ts';
import { alertDataCoding, alertProtocol, encodeAlert } from './encode.ts';

/** An alert that is to go out now. */
export interface AlertToSend {
  readonly row: AlertRow;
  /** Whether the store has the row already. */
  readonly isStored: boolean;
  readonly device: DeviceRow;
  readonly folders: readonly AlertFolder[];
}

/** What became of an alert that was to go out. */
export interface DispatchedAlert {
  /** In state `queued`, or `failed` when its bytes could not be made. */
  readonly row: AlertRow;
  readonly message: MessageRow | null;
  /** Older alerts of the device that it takes the place of, as they are now. */
  readonly superseded: readonly AlertRow[];
  /** Why there are no bytes. */
  readonly fault: CodecError | null;
}

/** Where messages go. */
export interface SmsOutbox {
  /**
   * Puts messages into the queue within the given transaction. Of the answer `begin` is to be called
   * once the transaction is stored, or `drop` when it was not.
   */
  enqueue(tx: Repositories, messages: readonly MessageRow[]): Promise<Enqueued>;
}

interface Enqueued {
  begin(): void;
  drop(): void;
}

/** What {@link dispatchAlerts} needs. */
export interface DispatchDeps {
  readonly store: Store;
  readonly sms: SmsOutbox;
  readonly book: AlertBook;
  readonly ids: Ids;
  readonly random: Random;
  readonly now: number;
  readonly settings: PushSettings;
  /** Enters the digest; empty when none is set. */
  readonly password: string;
}

/**
 * Puts alerts into the SMS queue, in one transaction: their bytes, their messages, and the end of
 * older alerts that nobody needs any more. `alongside` is stored in the same transaction, before
 * them. They are on their way when it is over.
 */
export async function dispatchAlerts(
  alerts: readonly AlertToSend[],
  deps: DispatchDeps,
  alongside?: (tx: Repositories) => Promise<void>,
): Promise<DispatchedAlert[]> {
  const enqueued: Enqueued[] = [];
  let dispatched: DispatchedAlert[];
  try {
    dispatched = await deps.store.transaction(async (tx) => {
      await alongside?.(tx);
      const written = await writeAlerts(tx, alerts, deps);
      const messages = written.flatMap(({ message }) => (message ? [message] : []));
      if (messages.length > 0) enqueued.push(await deps.sms.enqueue(tx, messages));
      return written;
    });
  } catch (error) {
    for (const group of enqueued) group.drop();
    throw error;
  }
  for (const group of enqueued) group.begin();
  return dispatched;
}

async function writeAlerts(
  tx: Repositories,
  alerts: readonly AlertToSend[],
  deps: DispatchDeps,
): Promise<DispatchedAlert[]> {
  if (alerts.length === 0) return [];
  const ordinals = await tx.alerts.takeOrdinals(alerts.map(({ row }) => row.deviceId));
  const dispatched: DispatchedAlert[] = [];
  for (const [index, alert] of alerts.entries()) {
    const made = makeMessage(alert, ordinals[index] ?? 1, deps);
    const superseded = made.message ? await supersede(tx, made.row, deps) : [];
    dispatched.push({ ...made, superseded });
  }
  const isStored = new Set(alerts.filter((one) => one.isStored).map(({ row }) => row.id));
  const rows = dispatched.map(({ row }) => row);
  await tx.alerts.insert(rows.filter(({ id }) => !isStored.has(id)));
  await tx.alerts.update([
    ...rows.filter(({ id }) => isStored.has(id)),
    ...dispatched.flatMap(({ superseded }) => superseded),
  ]);
  return dispatched;
}

function makeMessage(
  { row, device, folders }: AlertToSend,
  ordinal: number,
  deps: DispatchDeps,
): Omit<DispatchedAlert, 'superseded'> {
  const { ids, random, now, settings, password } = deps;
  try {
    const reference = random.integer(256);
    const encoded = encodeAlert({ device, folders, settings, password, ordinal, reference });
    const message = newMessage({
      id: ids.next(),
      traceId: row.traceId,
      alertId: row.id,
      accountId: row.accountId,
      deviceId: row.deviceId,
      number: device.number ?? '',
      parts: encoded.parts,
      dcs: alertDataCoding,
      pid: alertProtocol,
      source: 'alert',
      class: 'alert',
      expiresAt: row.createdAt + settings.maxAlertAgeMs,
      createdAt: now,
    });
    const queued: AlertRow = {
      ...row,
      folders,
      state: 'queued',
      reason: row.reason === 'manual' ? 'manual' : null,
      sessionId: encoded.sessionId,
      messageId: message.id,
    };
    return { row: queued, message, fault: null };
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    const failed = endAlert({ ...row, folders }, 'failed', 'push-not-possible', now);
    return { row: failed, message: null, fault: error };
  }
}

/** Ends older alerts of the device whose folders the new one covers and whose SMS has not left. */
async function supersede(
  tx: Repositories,
  newer: AlertRow,
  { book, now }: DispatchDeps,
): Promise<AlertRow[]> {
  const covered = new Set(newer.folders.map(({ folderId }) => folderId));
  const ended: AlertRow[] = [];
  for (const older of book.queued(newer.deviceId)) {
    if (older.alertId === newer.id || ![...older.folderIds].every((id) => covered.has(id))) {
      continue;
    }
    const message = await tx.messages.get(older.messageId);
    const alert = await tx.alerts.get(older.alertId);
    if (message?.state !== 'queued' || alert?.state !== 'queued') continue;
    await tx.messages.update({ ...message, state: 'expired', endedAt: now });
    ended.push(endAlert(alert, 'expired', 'superseded', now));
  }
  return ended;
}

/** An alert that is over. */
export function endAlert(
  alert: AlertRow,
  state: AlertState,
  reason: AlertReason | null,
  now: number,
): AlertRow {
  return { ...alert, state, reason, endedAt: now };
}
