import type { StatusCommand, SyncmlMessage } from '../../codecs/syncml/index.ts';
import type { LightHabits, LightMemory, LightSyncOptions } from './light-options.ts';
import { beginConversation, forget, introduction, MAX_MESSAGE_SIZE } from './light-conversation.ts';
import type { LightServer, SentChange } from './light-conversation.ts';
import { mapDraft } from './light-download.ts';
import type { Draft } from './light-message.ts';
import type { LightReport } from './light-report.ts';
import type { LightStore } from './light-store.ts';

const SIGN_IN_ATTEMPTS = 3;
/** What a message has beside its items, generously. */
const ROOM_FOR_HEADER = 4_000;
/** What an item has beside its content. */
const ROOM_FOR_ITEM = 200;

/** A change, or octets of one that does not fit into one message. */
type Part = SentChange & { readonly part?: { readonly from: number; readonly end: number } };

/** One session (OMA DS protocol 1.2 §4): packages 1 to 6. Throws when the server does not answer. */
export async function runLightSession(
  server: LightServer,
  allStores: readonly LightStore[],
  memory: LightMemory,
  options: LightSyncOptions & LightHabits,
): Promise<LightReport> {
  const stores = allStores.filter(({ uri }) => options.only?.includes(uri) ?? true);
  const conversation = beginConversation(server, stores, memory, options);
  const { say, reportOf, next } = conversation;

  async function signIn(): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await say(alerts(), true, true);
      const header = answer.commands.find(
        (command): command is StatusCommand => command.kind === 'status' && command.cmdRef === '0',
      );
      const code = header?.code ?? 0;
      if (code >= 300) {
        conversation.oweNothing();
        if (attempt === SIGN_IN_ATTEMPTS || (code !== 401 && code !== 407)) return code;
      } else {
        memory.isIntroduced = true;
        await listen(answer);
        return code;
      }
    }
  }

  function alerts(): Draft[] {
    const put: Draft = { kind: 'put', ...introduction(server, allStores) };
    const all = stores.map(({ uri, name, state }): Draft => {
      const last = state.clientAnchor;
      const anchor = { ...(last !== undefined && { last }), next };
      return {
        kind: 'alert',
        code: options.code ?? (last === undefined ? 201 : 200),
        items: [{ target: { uri }, source: { uri: name }, meta: { anchor } }],
      };
    });
    return memory.isIntroduced ? all : [put, ...all];
  }

  function maps(open: readonly LightStore[]): Draft[] {
    return open.flatMap((store) => mapDraft(store) ?? []);
  }

  /** Lets the server finish its package. */
  async function listen(first: SyncmlMessage): Promise<void> {
    for (let answer = first; !answer.final;) {
      const pairs = maps(stores);
      const isIdle = pairs.length === 0 && !conversation.owesStatuses();
      answer = await say(isIdle ? [conversation.nextMessage()] : pairs, false);
    }
  }

  function outgoing(store: LightStore): SentChange[] {
    const { code } = reportOf(store);
    if (code === 204 || code === 205) return [];
    if (code === 201 || code === 203) {
      // Everything goes as if nothing of it was ever there.
      store.state.unsentMaps.clear();
      store.state.changes.clear();
      return [...store.items.keys()].map((luid) => ({ store, luid, change: 'add' }));
    }
    return [...store.state.changes].map(([luid, change]) => ({ store, luid, change }));
  }

  function draftOf(sent: Part): Draft {
    const { store, luid, change } = sent;
    const { type, usesBase64 } = store;
    const content = contentOf(sent);
    if (content === undefined) return { kind: 'delete', items: [{ source: { uri: luid } }] };
    const { from = 0, end = content.length } = sent.part ?? {};
    const isPart = sent.part !== undefined;
    return {
      kind: change === 'add' && !options.replacesOnly ? 'add' : 'replace',
      meta: {
        type,
        ...(usesBase64 === true && { format: 'b64' }),
        ...(isPart && from === 0 && { size: content.length }),
      },
      items: [
        {
          source: { uri: luid },
          data: content.subarray(from, end),
          ...(end < content.length && { moreData: true }),
        },
      ],
    };
  }

  /** Octets as they are sent. */
  function contentOf({ store, luid }: SentChange): Buffer | undefined {
    const content = store.items.get(luid);
    if (content === undefined) return undefined;
    const octets = Buffer.from(content);
    return store.usesBase64 === true ? Buffer.from(octets.toString('base64')) : octets;
  }

  function syncDraft(store: LightStore, changes: readonly Part[], counted: number): Draft {
    return {
      kind: 'sync',
      target: { uri: store.uri },
      source: { uri: store.name },
      numberOfChanges: counted,
      commands: changes.map(draftOf),
    };
  }

  /** What goes into each message: some changes, or a part of a large one. */
  function messagesFor(all: readonly SentChange[]): Part[][] {
    const room = (options.maxMessageSize ?? MAX_MESSAGE_SIZE) - ROOM_FOR_HEADER;
    const messages: Part[][] = [];
    let open: Part[] = [];
    let octets = 0;
    const close = (): void => {
      if (open.length > 0) messages.push(open);
      open = [];
      octets = 0;
    };
    for (const sent of all) {
      const size = contentOf(sent)?.length ?? 0;
      if (octets + size > room || open.length >= options.itemsPerMessage) close();
      if (size <= room) {
        open.push(sent);
        octets += size + ROOM_FOR_ITEM;
        continue;
      }
      for (let from = 0; from < size; from += room) {
        messages.push([{ ...sent, part: { from, end: Math.min(size, from + room) } }]);
      }
    }
    close();
    return messages.length > 0 ? messages : [[]];
  }

  async function upload(open: readonly LightStore[]): Promise<void> {
    const all = open.flatMap(outgoing);
    const messages = messagesFor(all);
    for (const [index, message] of messages.entries()) {
      const isFirst = index === 0;
      const isLast = index === messages.length - 1;
      const syncs = open.flatMap((store) => {
        const ofStore = ({ store: own }: SentChange): boolean => own === store;
        const changes = message.filter(ofStore);
        // Each database has a Sync, if only an empty one.
        return isFirst || changes.length > 0
          ? [syncDraft(store, changes, all.filter(ofStore).length)]
          : [];
      });
      const answer = await say([...(isFirst ? maps(open) : []), ...syncs], isLast);
      if (isLast) await listen(answer);
    }
  }

  function result(signIn: number): LightReport {
    const named = stores.map((store) => [store.uri, reportOf(store)] as const);
    return { signIn, requests: conversation.requests, stores: Object.fromEntries(named) };
  }

  const code = await signIn();
  if (code >= 300) return result(code);
  const open = stores.filter((store) => reportOf(store).code !== 0);
  for (const store of open) if (reportOf(store).code === 205) store.wipe();
  await upload(open);
  await listen(await say(maps(open), true));
  for (const sent of conversation.acknowledged) forget(sent);
  for (const store of open) {
    store.state.clientAnchor = next;
    store.state.serverAnchor = conversation.serverAnchors.get(store);
  }
  return result(code);
}
