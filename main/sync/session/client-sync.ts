import type {
  Command,
  ItemCommand,
  SyncCommand,
  SyncItem,
} from '../../codecs/syncml/message/model.ts';
import type { ClientChange } from '../datastore/types.ts';
import { syncLimits } from '../limits.ts';
import { alertCode } from './alerts.ts';
import { noteFault } from './faults.ts';
import { fromFormat } from './item-format.ts';
import { dropOpenObject, NEXT_CHUNK, takeItem } from './large-object-in.ts';
import { nameOf, noteProblem, reply } from './replies.ts';
import type { SessionState, SessionStore } from './state.ts';
import { findStore, keyOfUri } from './stores.ts';

/** A Status that is due, in its place among the others; its code may only be known later. */
interface Due {
  readonly command: Command;
  readonly item: SyncItem | undefined;
  code: number;
}

/** What a Sync comes to: statuses in order, and the changes that some of them wait for. */
interface Work {
  readonly store: SessionStore;
  readonly due: Due[];
  readonly changes: ClientChange[];
  /** The status of each change. */
  readonly outcomes: Due[];
}

/** Works a Sync of the client off (package 3). */
export async function handleSyncCommand(session: SessionState, sync: SyncCommand): Promise<void> {
  const { target, source } = sync;
  const refs = {
    targetRefs: target ? [target.uri] : [],
    sourceRefs: source ? [source.uri] : [],
  };
  const store = findStore(session, target, source);
  const isLate = session.phase === 'send' || session.phase === 'map' || session.phase === 'done';
  if (!store || isLate) {
    const code = store ? 405 : refusalOf(session, sync);
    reply(session, sync, code, refs);
    refuseAll(session, sync.commands, code, 0);
    return;
  }
  store.hasBegun = true;
  if (session.phase === 'init') session.isCombined = true;
  reply(session, sync, 200, refs);
  const work: Work = { store, due: [], changes: [], outcomes: [] };
  collect(session, work, sync.commands, 0);
  await apply(session, work);
  for (const due of work.due) answer(session, work.store, due);
}

/** The status that the datastore's Alert got; 405 when it was never alerted. */
function refusalOf(session: SessionState, { target, source }: SyncCommand): number {
  const key = keyOfUri(target?.uri ?? '');
  const refused = session.refused.find(
    ({ uri, deviceUri }) => keyOfUri(uri) === key || (key === '' && deviceUri === source?.uri),
  );
  return refused?.status ?? 405;
}

function collect(
  session: SessionState,
  work: Work,
  commands: readonly Command[],
  depth: number,
): void {
  for (const command of commands) {
    switch (command.kind) {
      case 'add':
      case 'replace':
      case 'delete':
      case 'copy':
        for (const item of command.items) collectItem(session, work, command, command.kind, item);
        break;
      case 'sequence':
        work.due.push({ command, item: undefined, code: depth < syncLimits.nesting ? 200 : 406 });
        if (depth < syncLimits.nesting) collect(session, work, command.commands, depth + 1);
        break;
      default:
        for (const { command: refused, code } of refusals(command, depth)) {
          work.due.push({ command: refused, item: undefined, code });
        }
    }
  }
}

function collectItem(
  session: SessionState,
  work: Work,
  command: ItemCommand,
  kind: ClientChange['kind'],
  item: SyncItem,
): void {
  const { store } = work;
  const due: Due = { command, item, code: 400 };
  const luid = kind === 'copy' ? (item.target?.uri ?? '') : (item.source?.uri ?? '');
  noteInterruption(session, store, command, luid);
  const data = contentOf(session, store, command, item);
  work.due.push(due);
  if (typeof data === 'number') {
    due.code = data;
    return;
  }
  if (luid === '' && kind !== 'copy') return;
  const of = kind === 'copy' ? item.source?.uri : undefined;
  const parent = item.sourceParent ?? item.targetParent;
  work.changes.push({
    kind,
    luid,
    ...(of === undefined ? {} : { of }),
    ...(parent === undefined ? {} : { parent }),
    ...data,
    softDelete: command.softDelete === true,
    archive: command.archive === true,
  });
  work.outcomes.push(due);
}

/** Something else comes though an object is unfinished: the client is told, the object is gone. */
function noteInterruption(
  session: SessionState,
  store: SessionStore,
  command: ItemCommand,
  luid: string,
): void {
  const open = session.openObject;
  if (!open) return;
  if (open.store === store && open.luid === luid && open.kind === command.kind) return;
  giveUpOpenObject(session);
}

/** Tells the client that the end of an object is missing (Alert 223), and forgets the object. */
export function giveUpOpenObject(session: SessionState): void {
  const open = session.openObject;
  if (!open) return;
  dropOpenObject(session);
  session.extras.push({
    command: {
      kind: 'alert',
      code: alertCode.noEndOfData,
      items: [{ target: { uri: open.store.deviceUri }, source: { uri: open.luid } }],
    },
  });
}

type Content = Pick<ClientChange, 'type' | 'format' | 'data'>;

/** The octets of an item, or the status that says why there are none to work with. */
function contentOf(
  session: SessionState,
  store: SessionStore,
  command: ItemCommand,
  item: SyncItem,
): Content | number {
  const type = item.meta?.type ?? command.meta?.type;
  const declared = item.meta?.format ?? command.meta?.format;
  if (command.kind === 'delete' || command.kind === 'copy') {
    return { type, format: declared, data: new Uint8Array(0) };
  }
  const sent = item.data ?? new Uint8Array(0);
  if (!(sent instanceof Uint8Array)) return 415;
  const taken = takeItem(session, store, command, item, sent);
  if (taken.kind === 'status') return taken.code;
  const data = fromFormat(taken.data, taken.format);
  if (data === undefined) return 415;
  if (taken.format?.toLowerCase() === 'b64') store.usesBase64 = true;
  return { type: taken.type, format: taken.format, data };
}

async function apply(session: SessionState, work: Work): Promise<void> {
  if (work.changes.length === 0) return;
  try {
    const codes = await work.store.datastore.apply(work.changes);
    work.outcomes.forEach((due, index) => {
      due.code = codes[index] ?? 500;
    });
  } catch (error) {
    const code = noteFault(session, error, 510);
    for (const due of work.outcomes) due.code = code;
  }
}

function answer(session: SessionState, store: SessionStore, due: Due): void {
  const { command, item } = due;
  const { quirks } = session;
  const code = due.code === 418 ? quirks.alreadyThereStatus : due.code;
  const itemRef = item?.source?.uri ?? item?.target?.uri ?? '';
  if (code >= 400 && code !== 418) {
    session.hasItemFailures = true;
    noteProblem(session, 'server', {
      command: nameOf(command),
      uri: store.uri,
      itemRef,
      status: code,
    });
  } else if (item && quirks.omitsItemStatuses && code !== NEXT_CHUNK) return;
  reply(session, command, code, item ? refsOfItem(item) : {});
}

function refsOfItem({ source, target }: SyncItem): { targetRefs: string[]; sourceRefs: string[] } {
  return {
    targetRefs: source === undefined && target ? [target.uri] : [],
    sourceRefs: source ? [source.uri] : [],
  };
}

/**
 * What is not done here, with its status: Atomic is refused and all within it not executed (OMA
 * SyncML representation protocol 1.2 §"Atomic"), the others are optional features.
 */
export function refusals(
  command: Command,
  depth: number,
): { readonly command: Command; readonly code: number }[] {
  if (command.kind === 'status') return [];
  if (command.kind === 'atomic') {
    const inner = depth < syncLimits.nesting ? command.commands : [];
    return [{ command, code: 406 }, ...inner.map((one) => ({ command: one, code: 507 }))];
  }
  const isKnown = command.kind !== 'other' || /^(?:Exec|Search)$/u.test(command.name);
  return [{ command, code: isKnown ? 406 : 501 }];
}

function refuseAll(
  session: SessionState,
  commands: readonly Command[],
  code: number,
  depth: number,
): void {
  for (const command of commands) {
    const items = 'items' in command && command.kind !== 'map' ? command.items : [];
    if (items.length === 0) reply(session, command, code);
    for (const item of items) reply(session, command, code, refsOfItem(item));
    if ('commands' in command && depth < syncLimits.nesting) {
      refuseAll(session, command.commands, code, depth + 1);
    }
  }
}
