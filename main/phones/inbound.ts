import type { Command, ItemCommand, SyncItem, SyncmlMessage } from '../codecs/syncml/index.ts';
import { phoneLimits } from './limits.ts';
import { headerStatus, nameOf } from './commands.ts';
import type { Unnumbered } from './commands.ts';
import type { RemoteChange } from './local-datastore.ts';
import type { Running } from './running.ts';

/** What the server says after the first package: statuses, changes, parts of large objects. */
export interface Inbound {
  /** Does what a message asks for, and keeps it. */
  take(message: SyncmlMessage): Promise<void>;
  /** Statuses and maps for all that was taken since the last call; of header first. */
  replies(): Unnumbered[];
}

interface Open {
  readonly chunks: Uint8Array[];
  octets: number;
}

/** Makes the receiving half of a phone's session. */
export function createInbound(running: readonly Running[]): Inbound {
  let statuses: Unnumbered[] = [];
  let maps = new Map<Running, { target: string; source: string }[]>();
  let open: Open | undefined;

  function one(uri: string | undefined): Running | undefined {
    return running.find(({ local }) => local.uri === uri) ?? running[0];
  }

  function answer(
    message: SyncmlMessage,
    command: Command,
    item: SyncItem | undefined,
    code: number,
  ): void {
    const target = item?.target?.uri;
    const source = item?.source?.uri;
    statuses.push({
      kind: 'status',
      msgRef: message.header.msgId,
      cmdRef: command.cmdId,
      cmd: nameOf(command.kind),
      targetRefs: target === undefined ? [] : [target],
      sourceRefs: source === undefined ? [] : [source],
      code,
      items: [],
    });
  }

  /** The whole object, or undefined while parts are missing. */
  function whole(item: SyncItem): Uint8Array | undefined {
    const data = item.data instanceof Uint8Array ? item.data : new Uint8Array();
    if (open === undefined && item.moreData !== true) return data;
    open ??= { chunks: [], octets: 0 };
    open.octets += data.length;
    if (open.octets <= phoneLimits.objectOctets) open.chunks.push(data);
    if (item.moreData === true) return undefined;
    const bytes = new Uint8Array(Buffer.concat(open.chunks));
    open = undefined;
    return bytes;
  }

  function apply(target: Running, command: ItemCommand, item: SyncItem): number {
    const { local } = target;
    if (command.kind !== 'add' && command.kind !== 'replace' && command.kind !== 'delete')
      return 406;
    const data = command.kind === 'delete' ? new Uint8Array() : whole(item);
    if (data === undefined) return 213;
    const kind: RemoteChange['kind'] = command.kind;
    const type = item.meta?.type ?? command.meta?.type;
    if (kind !== 'add') return local.apply({ kind, luid: item.target?.uri ?? '', type, data });
    const luid = local.newLuid();
    const status = local.apply({ kind, luid, type, data });
    const guid = item.source?.uri;
    if (status < 300 && guid !== undefined) {
      const pairs = maps.get(target) ?? [];
      pairs.push({ target: guid, source: luid });
      maps.set(target, pairs);
    }
    return status;
  }

  function walk(
    message: SyncmlMessage,
    commands: readonly Command[],
    target: Running | undefined,
  ): void {
    for (const command of commands) {
      if (command.kind === 'status') settle(command.cmd, command.sourceRefs, command.code);
      else if (command.kind === 'sync') {
        const { target: to, source: from } = command;
        answer(message, command, { ...(to && { target: to }), ...(from && { source: from }) }, 200);
        walk(message, command.commands, one(command.target?.uri));
      } else if (isItemCommand(command)) {
        for (const item of command.items) {
          const code = target === undefined ? 403 : apply(target, command, item);
          answer(message, command, item, code);
        }
      } else answer(message, command, undefined, command.kind === 'other' ? 501 : 200);
    }
  }

  function settle(cmd: string, luids: readonly string[], code: number): void {
    if (!['Add', 'Replace', 'Delete'].includes(cmd)) return;
    for (const luid of luids) {
      for (const { local, waiting } of running) {
        const change = waiting.get(luid);
        if (change === undefined || nameOf(change.kind) !== cmd) continue;
        waiting.delete(luid);
        local.settled(change, code);
        break;
      }
    }
  }

  let header: Unnumbered | undefined;
  return {
    async take(message) {
      header = headerStatus(message.header);
      walk(message, message.commands, undefined);
      for (const { local } of running) await local.save();
    },
    replies() {
      const said = [...(header === undefined ? [] : [header]), ...statuses];
      for (const [{ local }, pairs] of maps) {
        const address = { uri: local.uri };
        said.push({ kind: 'map', target: address, source: address, items: pairs });
      }
      statuses = [];
      maps = new Map();
      header = undefined;
      return said;
    },
  };
}

function isItemCommand(command: Command): command is ItemCommand {
  return ['add', 'replace', 'delete', 'copy', 'move'].includes(command.kind);
}
