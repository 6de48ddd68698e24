import type {
  AlertCommand,
  Command,
  ItemCommand,
  StatusCommand,
  SyncCommand,
  SyncmlMessage,
} from '../../codecs/syncml/index.ts';
import type {
  LightClientOptions,
  LightHabits,
  LightMemory,
  LightSyncOptions,
} from './light-options.ts';
import { applyServerItem, createPartsBin, NEXT_PART } from './light-download.ts';
import {
  credentialsFor,
  lightDeviceInfo,
  numberCommands,
  packMessage,
  statusFor,
  unpackMessage,
} from './light-message.ts';
import type { Draft } from './light-message.ts';
import type { LightPost } from './light-post.ts';
import { emptyReport } from './light-report.ts';
import type { LightStoreReport } from './light-report.ts';
import type { LightChange, LightStore } from './light-store.ts';

/** Where a light client sends to. */
export type LightServer = LightClientOptions & { readonly post: LightPost };

/** A change that was sent. */
export interface SentChange {
  readonly store: LightStore;
  readonly luid: string;
  readonly change: LightChange;
}

/** What a Status may be about. */
type UnderWay =
  | SentChange
  | { readonly alerted: LightStore }
  | { readonly maps: readonly string[]; readonly store: LightStore };

/** Messages to and fro, within one session. */
export interface LightConversation {
  readonly stores: readonly LightStore[];
  /** Messages so far. */
  readonly requests: number;
  /** The client's anchor of this session. */
  readonly next: string;
  /** The server's, once told. */
  readonly serverAnchors: ReadonlyMap<LightStore, string>;
  /** Changes that the server has taken; a client that forgets early does not wait for the end. */
  readonly acknowledged: readonly SentChange[];
  reportOf(store: LightStore): LightStoreReport;
  /** Sends what is owed and these, and does what the answer asks for. */
  say(
    drafts: readonly Draft[],
    isFinal: boolean,
    withCredentials?: boolean,
  ): Promise<SyncmlMessage>;
  /** Whether there is more to be said than that the last answer has come. */
  owesStatuses(): boolean;
  /** The server does not want Statuses for what it refused. */
  oweNothing(): void;
  /** Alert 222: the server is to go on (OMA DS protocol 1.2 §6.4). */
  nextMessage(): Draft;
}

const version = '1.2';
/** What a light client takes at once unless it is told otherwise. */
export const MAX_MESSAGE_SIZE = 150_000;
const MAX_OBJECT_SIZE = 5_000_000;
/** A server that never ends is a fault; no test needs so many messages. */
const MOST_MESSAGES = 10_000;

/** Device information, as it is put or sent when it was asked for. */
export function introduction(server: LightServer, stores: readonly LightStore[]) {
  return {
    meta: { type: 'application/vnd.syncml-devinf+wbxml' },
    items: [{ source: { uri: './devinf12' }, data: lightDeviceInfo(server.deviceId, stores) }],
  };
}

/** The server has taken a change, which is none any more unless the item was changed again. */
export function forget({ store, luid, change }: SentChange): void {
  if (store.state.changes.get(luid) === change) store.state.changes.delete(luid);
}

/** Begins a conversation. */
export function beginConversation(
  server: LightServer,
  stores: readonly LightStore[],
  memory: LightMemory,
  options: LightSyncOptions & LightHabits,
): LightConversation {
  memory.sessions += 1;
  const sessionId = String(memory.sessions);
  const reports = new Map(stores.map((store) => [store, emptyReport()]));
  const serverAnchors = new Map<LightStore, string>();
  const acknowledged: SentChange[] = [];
  /** What is under way, by message and command that a Status refers to. */
  const underWay = new Map<string, UnderWay>();
  const post = options.post ?? server.post;
  const bin = createPartsBin();
  let owed: Draft[] = [];
  let messages = 0;
  let { url } = server;

  function reportOf(store: LightStore): LightStoreReport {
    const report = reports.get(store);
    if (report === undefined) throw new Error(`${store.uri} is not synchronised`);
    return report;
  }

  async function say(drafts: readonly Draft[], isFinal: boolean, withCredentials = false) {
    messages += 1;
    if (messages > MOST_MESSAGES) throw new Error('the session does not end');
    const commands = numberCommands([...owed, ...drafts]);
    owed = [];
    for (const command of commands) noteUnderWay(command);
    const message: SyncmlMessage = {
      header: {
        verDtd: version,
        verProto: `SyncML/${version}`,
        sessionId,
        msgId: String(messages),
        target: { uri: url },
        source: { uri: server.deviceId, name: server.user },
        ...(withCredentials && {
          cred: credentialsFor(server.user, server.password, memory.nonce),
        }),
        meta: {
          maxMsgSize: options.maxMessageSize ?? MAX_MESSAGE_SIZE,
          maxObjSize: options.maxObjectSize ?? MAX_OBJECT_SIZE,
        },
      },
      commands,
      final: isFinal,
    };
    const answer = await post({
      url,
      contentType: 'application/vnd.syncml+wbxml',
      body: packMessage(message, version),
      number: messages,
    });
    const heard = unpackMessage(answer);
    hear(heard);
    return heard;
  }

  function noteUnderWay(command: Command): void {
    const key = (cmdId: string): string => `${messages}/${cmdId}`;
    const named = (wanted: string | undefined) => stores.find(({ uri }) => uri === wanted);
    if (command.kind === 'map') {
      const store = named(command.target.uri);
      const maps = command.items.map(({ target }) => target);
      if (store !== undefined) underWay.set(key(command.cmdId), { store, maps });
    } else if (command.kind === 'alert') {
      const alerted = named(command.items[0]?.target?.uri);
      if (alerted !== undefined) underWay.set(key(command.cmdId), { alerted });
    } else if (command.kind === 'sync') {
      const store = named(command.target?.uri);
      for (const inner of command.commands as readonly ItemCommand[]) {
        const luid = inner.items[0]?.source?.uri;
        if (store === undefined || luid === undefined) continue;
        const change = store.state.changes.get(luid) ?? 'add';
        underWay.set(key(inner.cmdId), { store, luid, change });
      }
    }
  }

  function hear(message: SyncmlMessage): void {
    const { header } = message;
    if (header.respUri !== undefined && !options.ignoresRespUri) url = header.respUri;
    owed.push(
      statusFor(header, { cmdId: '0', name: 'SyncHdr' }, 200, {
        targetRefs: [header.target.uri],
        sourceRefs: [header.source.uri],
      }),
    );
    for (const command of message.commands) hearCommand(message, command);
  }

  function hearCommand(message: SyncmlMessage, command: Command): void {
    if (command.kind === 'status') hearStatus(command);
    else if (command.kind === 'sync') hearChanges(message, command);
    else if (command.kind === 'alert') hearAlert(message, command);
    else {
      const name = command.kind === 'other' ? command.name : titleOf(command.kind);
      owed.push(statusFor(message.header, { cmdId: command.cmdId, name }, 200, {}));
      if (command.kind !== 'get') return;
      const about = { msgRef: message.header.msgId, cmdRef: command.cmdId };
      owed.push({ kind: 'results', ...about, ...introduction(server, stores) });
    }
  }

  function hearStatus(status: StatusCommand): void {
    const { nextNonce } = status.challenge ?? {};
    if (nextNonce !== undefined) memory.nonce = nextNonce;
    const about = underWay.get(`${status.msgRef}/${status.cmdRef}`);
    if (about === undefined) return;
    if ('alerted' in about) {
      reportOf(about.alerted).alertStatus = status.code;
    } else if ('maps' in about) {
      for (const guid of about.maps) about.store.state.unsentMaps.delete(guid);
    } else {
      reportOf(about.store).sent.push(status.code);
      // The server's version of a conflict comes by itself, and what it has already is no fault.
      const isTaken = status.code < 300 || status.code === 419 || status.code === 418;
      if (!isTaken || status.code === NEXT_PART) return;
      if (options.forgetsEarly) forget(about);
      else acknowledged.push(about);
    }
  }

  function hearAlert({ header }: SyncmlMessage, alert: AlertCommand): void {
    const [item] = alert.items;
    const store = stores.find(({ name }) => name === item?.target?.uri);
    const anchor = item?.meta?.anchor?.next;
    const command = { cmdId: alert.cmdId, name: 'Alert' };
    if (store === undefined || anchor === undefined) {
      owed.push(statusFor(header, command, 200, {}));
      return;
    }
    serverAnchors.set(store, anchor);
    reportOf(store).code = alert.code;
    const references = { targetRefs: [store.name], sourceRefs: [item?.source?.uri ?? store.uri] };
    owed.push(statusFor(header, command, 200, references));
  }

  function hearChanges({ header }: SyncmlMessage, sync: SyncCommand): void {
    const store = stores.find(({ name }) => name === sync.target?.uri);
    owed.push(
      statusFor(header, { cmdId: sync.cmdId, name: 'Sync' }, store === undefined ? 404 : 200, {
        targetRefs: [sync.target?.uri ?? ''],
        sourceRefs: [sync.source?.uri ?? ''],
      }),
    );
    if (store === undefined) return;
    const report = reportOf(store);
    report.numberOfChanges = sync.numberOfChanges ?? report.numberOfChanges;
    for (const command of sync.commands) {
      if (command.kind !== 'add' && command.kind !== 'replace' && command.kind !== 'delete') {
        throw new Error(`the server asks for ${command.kind}`);
      }
      for (const item of command.items) {
        const content = bin.take(command, item);
        const code =
          content === undefined
            ? NEXT_PART
            : applyServerItem(store, command.kind, { ...item, content });
        if (code !== NEXT_PART) report.received[command.kind] += 1;
        owed.push(
          statusFor(header, { cmdId: command.cmdId, name: titleOf(command.kind) }, code, {
            targetRefs: item.target === undefined ? [] : [item.target.uri],
            sourceRefs: item.source === undefined ? [] : [item.source.uri],
          }),
        );
      }
    }
  }

  return {
    stores,
    get requests() {
      return messages;
    },
    next: `${server.deviceId}-${sessionId}`,
    serverAnchors,
    acknowledged,
    reportOf,
    say,
    owesStatuses: () => owed.length > 1,
    oweNothing() {
      owed = [];
    },
    nextMessage: () => ({
      kind: 'alert',
      code: 222,
      items: [{ target: { uri: url }, source: { uri: server.deviceId } }],
    }),
  };
}

function titleOf(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
