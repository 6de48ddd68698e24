import type { Alert } from '../../shared/model/alert.ts';
import { AppError, invalidField } from '../../shared/model/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { AlertRow, DeviceRow, Store } from '../store/types.ts';
import { shownAlert } from './alerts.ts';
import type { AlertBook } from './book.ts';
import { impossibleReason } from './decide.ts';
import type { DeviceIndex } from './device-index.ts';
import { dispatchAlerts } from './dispatcher.ts';
import type { SmsOutbox } from './dispatcher.ts';
import type { HourlyCap } from './hourly-cap.ts';
import { aboutAlert, folderNames } from './log-lines.ts';
import { alertFolder } from './match.ts';
import type { PushSettingsService } from './settings.ts';

/** What {@link createAlertNow} needs. */
export interface AlertNowDeps {
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
}

/** Which device, and which of its ticked folders; all of them unless given. */
export interface AlertNowInput {
  readonly id: string;
  readonly folderIds?: readonly string[] | undefined;
}

/**
 * Alerts a device because the admin says so: without a change, whatever the merge window, the quiet
 * hours, the hourly cap, a pause or the engine's switch say, which are about changes. Errors:
 * NOT_FOUND, PUSH_NOT_POSSIBLE, NUMBER_MISSING, NO_FOLDER_ENABLED, NO_GATEWAY.
 */
export type AlertNow = (input: AlertNowInput) => Promise<Alert>;

/** Makes the command. */
export function createAlertNow(deps: AlertNowDeps): AlertNow {
  const { clock, ids, events, log, settings, devices, book, cap } = deps;

  function refuseImpossible(device: DeviceRow): void {
    const params = { device: device.name };
    const reason = impossibleReason(device);
    if (reason === 'no-number') throw new AppError('NUMBER_MISSING', { params });
    if (reason !== null) throw new AppError('PUSH_NOT_POSSIBLE', { params: { ...params, reason } });
  }

  function foldersOf(device: DeviceRow, wanted: readonly string[] | undefined) {
    const unknown = wanted?.find((id) => !device.folders.some((folder) => folder.id === id));
    if (unknown !== undefined) throw invalidField('folderIds', 'unknown', { id: unknown });
    const folders = device.folders.filter(
      ({ id, enabled }) => enabled && (wanted === undefined || wanted.includes(id)),
    );
    if (folders.length > 0) return folders.map(alertFolder);
    throw new AppError('NO_FOLDER_ENABLED', { params: { device: device.name } });
  }

  return async ({ id, folderIds }) => {
    await devices.refresh();
    const device = devices.get(id);
    if (!device) throw new AppError('NOT_FOUND', { params: { what: 'device', id } });
    refuseImpossible(device);
    const folders = foldersOf(device, folderIds);
    if (!deps.hasGateway()) throw new AppError('NO_GATEWAY');

    const now = clock.now();
    const row: AlertRow = {
      id: ids.next(),
      traceId: ids.next(),
      traceIds: [],
      accountId: device.accountId,
      deviceId: device.id,
      state: 'planned',
      reason: 'manual',
      channel: 'sms',
      folders,
      changeCount: 0,
      sessionId: null,
      messageId: null,
      createdAt: now,
      dueAt: now,
      sentAt: null,
      deliveredAt: null,
      answeredAt: null,
      endedAt: null,
    };
    const current = await settings.load();
    const password = await settings.password();
    const [dispatched] = await dispatchAlerts([{ row, isStored: false, device, folders }], {
      ...deps,
      now,
      settings: current,
      password,
    });
    if (!dispatched?.message) throw new AppError('INTERNAL', { cause: dispatched?.fault });

    const { row: alert, message, superseded } = dispatched;
    for (const older of superseded) book.removeQueued(older.id);
    const ofFolders = new Set(folders.map(({ folderId }) => folderId));
    const queued = { alertId: alert.id, messageId: message.id, deviceId: device.id };
    book.addQueued({ ...queued, folderIds: ofFolders });
    cap.add(device.id, now);
    const about = { ...aboutAlert(alert), level: 'info' } as const;
    const params = { device: device.name, folders: folderNames(alert) };
    log.write({ ...about, key: 'alert.manual', params });
    log.write({
      ...about,
      key: 'alert.queued',
      params: { ...params, parts: message.parts.length },
    });
    events.emit({ kind: 'alert', id: alert.id });
    return shownAlert(alert, devices);
  };
}
