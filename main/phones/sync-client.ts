import { syncModeSchema, syncModeCodes } from '../../shared/model/session.ts';
import type { SyncMode } from '../../shared/model/session.ts';
import type {
  AlertCommand,
  DeviceInfo,
  ItemCommand,
  StatusCommand,
  SyncCommand,
  SyncmlMessage,
} from '../codecs/syncml/index.ts';
import { writeDeviceInfo } from '../codecs/syncml/index.ts';
import { headerStatus, nameOf } from './commands.ts';
import type { Unnumbered } from './commands.ts';
import { createInbound } from './inbound.ts';
import type { LocalChange, LocalDatastore } from './local-datastore.ts';
import { openPhoneSession, PhoneSyncError } from './phone-session.ts';
import type { PhoneConnection, PhoneSession } from './phone-session.ts';
import type { Running } from './running.ts';

const devinfType = 'application/vnd.syncml-devinf+wbxml';

/**
 * One session, from the phone's side (OMA DS 1.2 protocol, packages 1 to 6). What arrives is kept
 * message by message; anchors move at the end alone.
 *
 * @throws PhoneSyncError when the server refuses it, or something that is no answer comes back
 */
export async function synchronise(
  connection: PhoneConnection,
  info: DeviceInfo,
  datastores: readonly LocalDatastore[],
): Promise<void> {
  const session = openPhoneSession(connection);
  const answer = await session.send([putOf(info), ...datastores.map(alertOf)], true);
  const running = datastores.flatMap((local) => begin(local, answer));
  if (running.length === 0) throw new PhoneSyncError(refusalOf(answer));
  const inbound = createInbound(running);
  let last = answer;
  for (const part of partsOf(session, running, answer)) {
    last = await session.send(part.commands, part.final);
    await inbound.take(last);
  }
  // The server's changes, a message at a time, until it has said everything; then the last word.
  while (!last.final) {
    last = await session.send([...inbound.replies(), nextMessage(connection)], false);
    await inbound.take(last);
  }
  last = await session.send(inbound.replies(), true);
  await inbound.take(last);
  for (const { local, serverNext } of running) {
    await local.save();
    await local.complete(serverNext);
  }
}

function putOf(info: DeviceInfo): Unnumbered {
  const data = writeDeviceInfo(info, '1.2', 'wbxml');
  return {
    kind: 'put',
    meta: { type: devinfType },
    items: [{ source: { uri: './devinf12' }, data }],
  };
}

function alertOf({ uri, mode, last, next }: LocalDatastore): Unnumbered {
  const anchor = last === undefined ? { next } : { last, next };
  const code = last === undefined && mode === 'two-way' ? 201 : syncModeCodes[mode];
  return {
    kind: 'alert',
    code,
    items: [{ target: { uri }, source: { uri }, meta: { anchor } }],
  };
}

function nextMessage({ url, deviceId }: PhoneConnection): Unnumbered {
  return {
    kind: 'alert',
    code: 222,
    items: [{ target: { uri: url }, source: { uri: deviceId } }],
  };
}

/** What the server makes of a datastore: nothing when it refused it. */
function begin(local: LocalDatastore, answer: SyncmlMessage): Running[] {
  for (const command of answer.commands) {
    if (command.kind !== 'alert') continue;
    const item = command.items.find(({ target }) => target?.uri === local.uri);
    const mode = modeOf(command);
    if (item === undefined || mode === undefined) continue;
    if (mode === 'refresh-from-server') local.clear();
    return [{ local, mode, serverNext: item.meta?.anchor?.next, waiting: new Map() }];
  }
  return [];
}

function modeOf({ code }: AlertCommand): SyncMode | undefined {
  return syncModeSchema.options.find((mode) => syncModeCodes[mode] === code);
}

function refusalOf({ commands }: SyncmlMessage): string {
  const refused = commands.find(
    (command): command is StatusCommand =>
      command.kind === 'status' && command.cmd === 'Alert' && command.code >= 300,
  );
  return String(refused?.code ?? 400);
}

/** Package 3: statuses for package 2, then all changes, in messages that the server can take. */
function* partsOf(
  session: PhoneSession,
  running: readonly Running[],
  answer: SyncmlMessage,
): Generator<{ readonly commands: readonly Unnumbered[]; readonly final: boolean }> {
  const headroom = 2_000;
  let commands: Unnumbered[] = statusesFor(answer);
  let used = headroom + sum(commands.map((command) => session.size(command)));
  for (const one of running) {
    const { uri } = one.local;
    const changes = one.local.changes(one.mode);
    let items: ItemCommand[] = [];
    const close = (): void => {
      const sync: Omit<SyncCommand, 'cmdId'> = {
        kind: 'sync',
        target: { uri },
        source: { uri },
        numberOfChanges: changes.length,
        commands: items,
      };
      commands.push(sync);
      items = [];
    };
    for (const change of changes) {
      const command = commandOf(change);
      const size = session.size(command);
      if (used + size > session.room() && (items.length > 0 || commands.length > 0)) {
        close();
        yield { commands, final: false };
        commands = [];
        used = headroom;
      }
      items.push(command);
      one.waiting.set(change.luid, change);
      used += size;
    }
    close();
  }
  yield { commands, final: true };
}

function commandOf({ kind, luid, type, data }: LocalChange): ItemCommand {
  const source = { uri: luid };
  if (kind === 'delete') return { kind, cmdId: '', items: [{ source }] };
  return { kind, cmdId: '', meta: { type }, items: [{ source, data }] };
}

/** Statuses for what package 2 brought: the header, the server's Alerts, its Results and Get. */
function statusesFor({ header, commands }: SyncmlMessage): Unnumbered[] {
  const msgRef = header.msgId;
  const statuses: Unnumbered[] = [headerStatus(header)];
  for (const command of commands) {
    if (command.kind === 'status') continue;
    const [item] = command.kind === 'alert' ? command.items : [];
    statuses.push({
      kind: 'status',
      msgRef,
      cmdRef: command.cmdId,
      cmd: nameOf(command.kind),
      targetRefs: item?.target === undefined ? [] : [item.target.uri],
      sourceRefs: item?.source === undefined ? [] : [item.source.uri],
      code: command.kind === 'get' ? 404 : 200,
      items: [],
    });
  }
  return statuses;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
