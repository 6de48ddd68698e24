import { syncModeCodes, type SyncMode } from '../../../shared/model/session.ts';
import { metinf } from '../../codecs/syncml/index.ts';
import type { AlertCommand, SyncItem } from '../../codecs/syncml/message/model.ts';
import type { OpenAnswer, OpenRequest } from '../datastore/types.ts';
import { syncLimits } from '../limits.ts';
import { noteFault } from './faults.ts';
import { createMarkerDatastore, pushWishOf } from './push-marker.ts';
import { noteProblem, reply } from './replies.ts';
import type { SessionState, SessionStore } from './state.ts';
import { createStore, failStore, keyOfUri } from './stores.ts';

/** Alert codes that do not open a datastore (OMA DS protocol 1.2, "Alert codes"). */
export const alertCode = {
  display: 100,
  result: 221,
  nextMessage: 222,
  noEndOfData: 223,
  suspend: 224,
  resume: 225,
} as const;

/** What the client asks for, by alert code; 206 to 210 are the answer to a server's alert. */
const modes: ReadonlyMap<number, SyncMode> = new Map([
  ...(Object.entries(syncModeCodes) as [SyncMode, number][]).map(
    ([mode, code]) => [code, mode] as const,
  ),
  [206, 'two-way'],
  [207, 'one-way-from-client'],
  [208, 'refresh-from-client'],
  [209, 'one-way-from-server'],
  [210, 'refresh-from-server'],
]);

/** Works an Alert of the client off. */
export async function handleAlert(session: SessionState, alert: AlertCommand): Promise<void> {
  const isNewer = session.version === '1.2';
  const { code } = alert;
  if (code === alertCode.resume ? isNewer : modes.has(code)) {
    for (const item of alert.items.length > 0 ? alert.items : [{}]) {
      await openDatastore(session, alert, item);
    }
    return;
  }
  switch (code) {
    case alertCode.display:
    case alertCode.result:
    case alertCode.nextMessage:
    case alertCode.noEndOfData:
      reply(session, alert, 200, refsOf(alert.items[0]));
      return;
    case alertCode.suspend:
      reply(session, alert, isNewer ? 200 : 406, refsOf(alert.items[0]));
      return;
    default:
      reply(session, alert, 406, refsOf(alert.items[0]));
  }
}

/** Whether the client breaks off, to go on another time (Alert 224, since 1.2). */
export function isSuspension(session: SessionState, alert: AlertCommand): boolean {
  return alert.code === alertCode.suspend && session.version === '1.2';
}

async function openDatastore(
  session: SessionState,
  alert: AlertCommand,
  item: SyncItem,
): Promise<void> {
  const deviceUri = item.source?.uri ?? '';
  const targetUri = item.target?.uri ?? '';
  const anchor = item.meta?.anchor;
  const request: OpenRequest = {
    // Some phones leave the Target empty and mean the datastore by their own name.
    uri: targetUri.trim() === '' ? deviceUri : targetUri,
    deviceUri,
    mode: modes.get(alert.code) ?? 'two-way',
    isResume: alert.code === alertCode.resume,
    last: anchor?.last,
    next: anchor?.next ?? '',
    filter: item.target?.filter,
  };
  const answer = await answerTo(session, request);
  const isRefused = typeof answer === 'number';
  const code = isRefused ? answer : answer.status;
  const items = isRefused ? [] : [{ data: metinf('Anchor', metinf('Next', request.next)) }];
  reply(session, alert, code, { ...refsOf(item), items });
  if (isRefused) {
    refuse(session, request, code);
    return;
  }
  const store = createStore(request, answer.datastore);
  session.stores.push(store);
  session.extras.push({ command: alertOf(store, answer.mode), store });
}

/** A refusal's status, or what was opened. */
async function answerTo(
  session: SessionState,
  request: OpenRequest,
): Promise<number | Extract<OpenAnswer, { ok: true }>> {
  if (session.phase === 'send' || session.phase === 'map' || session.phase === 'done') return 405;
  await closeEarlierOne(session, request);
  if (session.stores.length >= syncLimits.datastores) return 403;
  try {
    const wish = pushWishOf(request.uri);
    if (wish !== undefined) {
      await session.deps.pushSwitch.set(session.client, wish);
      const { uri, deviceUri, mode, last } = request;
      const datastore = createMarkerDatastore(uri, deviceUri, mode, last);
      return { ok: true, status: 200, mode, datastore };
    }
    const answer = await session.deps.datastores.open(session.party, request);
    return answer.ok ? answer : answer.status;
  } catch (error) {
    return noteFault(session, error, 511);
  }
}

/** A second Alert for a datastore takes the place of the first. */
async function closeEarlierOne(session: SessionState, request: OpenRequest): Promise<void> {
  const earlier = session.stores.find((store) => keyOfUri(store.uri) === keyOfUri(request.uri));
  if (!earlier) return;
  await failStore(session, earlier);
  session.stores.splice(session.stores.indexOf(earlier), 1);
  session.extras = session.extras.filter((extra) => extra.store !== earlier);
}

function refuse(session: SessionState, request: OpenRequest, status: number): void {
  const { uri, deviceUri, mode } = request;
  const counts = { added: 0, changed: 0, deleted: 0, failed: 0 };
  session.refused.push({
    dataType: null,
    collectionId: null,
    uri,
    deviceUri,
    mode,
    status,
    fromClient: counts,
    fromServer: counts,
    matched: 0,
    conflicts: 0,
    held: 0,
  });
  noteProblem(session, 'server', { command: 'Alert', uri, status });
}

/** The server's own Alert for a datastore (package 2). */
function alertOf(store: SessionStore, mode: SyncMode) {
  const { last, next } = store.datastore;
  return {
    kind: 'alert' as const,
    code: syncModeCodes[mode],
    items: [
      {
        target: { uri: store.deviceUri },
        source: { uri: store.uri },
        meta: { anchor: { ...(last === undefined ? {} : { last }), next } },
      },
    ],
  };
}

function refsOf(item: SyncItem | undefined): { targetRefs: string[]; sourceRefs: string[] } {
  const { target, source } = item ?? {};
  return { targetRefs: target ? [target.uri] : [], sourceRefs: source ? [source.uri] : [] };
}

/** What each mode becomes when the two sides do not agree on where they stood. */
const slowerModes: Readonly<Partial<Record<SyncMode, SyncMode>>> = {
  'two-way': 'slow',
  'one-way-from-client': 'refresh-from-client',
  'one-way-from-server': 'refresh-from-server',
};

/**
 * The client has answered the server's Alert with 508: its memory of the server's anchor differs, and
 * it syncs slowly. The datastore does so, too; the anchor that the client was told stays.
 */
export async function reopenSlow(session: SessionState, store: SessionStore): Promise<void> {
  const wanted = slowerModes[store.datastore.mode];
  if (wanted === undefined || store.hasBegun || store.isFailed) return;
  if (pushWishOf(store.uri) !== undefined) return;
  const toldNext = store.datastore.next;
  await store.datastore.abandon();
  const request = { ...store.request, mode: wanted, last: undefined, isResume: false, toldNext };
  try {
    const answer = await session.deps.datastores.open(session.party, request);
    if (answer.ok) {
      store.datastore = answer.datastore;
      return;
    }
  } catch (error) {
    noteFault(session, error, 511);
  }
  store.isFailed = true;
}
