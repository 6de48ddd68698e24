import { clientType, keepsTasksInCalendar } from '../../../shared/catalogue/client-types.ts';
import type { Folder } from '../../../shared/model/device.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { ChangeRow } from '../../store/types.ts';
import { action, broken, holds, waiting } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';

/** Push is on for the device, and something has changed that it waits for. */
export function changeSeen(facts: Facts): Finding {
  const { device, push } = facts;
  if (!clientType(device.clientType).push.isPossible) return holds('asks-itself');
  if (!push.active) return broken('engine-off', { action: action('switch-engine-on') });
  if (!device.pushEnabled) return broken('push-off', { action: action('switch-push-on') });
  if (device.pausedBy !== null) {
    return broken(`paused-by-${device.pausedBy}`, { action: action('resume-device') });
  }
  if (!device.folders.some(({ enabled }) => enabled)) {
    const [folder] = device.folders;
    return broken('no-folder', { action: action('tick-folder', { id: folder?.id ?? null }) });
  }
  return mailboxFails(facts) ?? ofChanges(facts);
}

function waitsFor({ device }: Facts, dataType: DataType): boolean {
  return device.folders.some((folder) => folder.enabled && folder.dataType === dataType);
}

function mailboxFails(facts: Facts): Finding | undefined {
  const { account, mailboxState } = facts;
  if (mailboxState !== 'failed' || !waitsFor(facts, 'inbox')) return undefined;
  const connect = action('connect-mailbox', { id: account.id });
  const params = { account: account.address, host: account.mailbox?.host ?? '' };
  return broken('mailbox-failed', { params, action: connect });
}

function ofChanges(facts: Facts): Finding {
  const { alerts, changes, device } = facts;
  const alerted = alerts.find(({ changeCount }) => changeCount > 0);
  if (alerted !== undefined) return holds('change-seen', { at: alerted.createdAt });
  const [last] = changes;
  if (last === undefined) return noChange(facts);
  const others = changes.filter((change) => !isOwn(change, device.id));
  const [other] = others;
  if (other === undefined) {
    return waiting('only-own-changes', { at: last.at, action: toReport(facts) });
  }
  const concerned = others.find((change) => waitsFor(facts, typeOnDevice(facts, change)));
  if (concerned !== undefined) return holds('change-seen', { at: concerned.at });
  const wanted = typeOnDevice(facts, other);
  const folder = device.folders.find(({ dataType }) => dataType === wanted);
  return waiting('other-folders', {
    params: { folder: other.dataType },
    at: other.at,
    action: action('tick-folder', { id: folder?.id ?? null }),
  });
}

function noChange(facts: Facts): Finding {
  const { account } = facts;
  const params = { account: account.address };
  if (account.mailbox === null && waitsFor(facts, 'inbox')) {
    const connect = action('connect-mailbox', { id: account.id });
    return waiting('no-change-mailbox', { params, action: connect });
  }
  return waiting('no-change', { params, action: toReport(facts) });
}

function toReport({ account, device }: Facts) {
  const folder: Folder | undefined = device.folders.find(({ enabled }) => enabled);
  return action('report-change', { id: account.id, value: folder?.dataType ?? null });
}

function isOwn({ origin }: ChangeRow, deviceId: string): boolean {
  return origin === deviceId || origin === `device:${deviceId}`;
}

/** Some phones keep tasks in the calendar, where they have no folder for them. */
function typeOnDevice({ device }: Facts, { dataType }: ChangeRow): DataType {
  if (dataType !== 'tasks' || !keepsTasksInCalendar.has(device.clientType)) return dataType;
  return device.folders.some((one) => one.dataType === 'tasks') ? 'tasks' : 'calendar';
}
