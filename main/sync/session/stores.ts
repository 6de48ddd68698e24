import { bareSourceUri } from '../../../shared/model/source-uri.ts';
import type { Address } from '../../codecs/syncml/message/model.ts';
import type { OpenDatastore, OpenRequest } from '../datastore/types.ts';
import { dropOpenObject } from './large-object-in.ts';
import type { SessionState, SessionStore } from './state.ts';

/** What two ways to write one datastore's URI have in common. */
export function keyOfUri(uri: string): string {
  return bareSourceUri(uri).toLowerCase();
}

/** Makes a datastore of the session. */
export function createStore(request: OpenRequest, datastore: OpenDatastore): SessionStore {
  return {
    uri: request.uri.replace(/\?.*$/su, ''),
    deviceUri: request.deviceUri,
    request,
    datastore,
    isFailed: false,
    hasBegun: false,
    usesBase64: false,
    isAnnounced: false,
    isAllSent: false,
    waiting: [],
    object: undefined,
  };
}

/** The open datastore that a Sync or Map means: by the server's name, else by the client's. */
export function findStore(
  session: SessionState,
  target: Address | undefined,
  source: Address | undefined,
): SessionStore | undefined {
  const open = session.stores.filter((store) => !store.isFailed);
  const key = keyOfUri(target?.uri ?? '');
  const named = key === '' ? undefined : open.find((store) => keyOfUri(store.uri) === key);
  const own = source?.uri ?? '';
  return named ?? open.find((store) => key === '' && own !== '' && store.deviceUri === own);
}

/** Whether the client sends its changes only, and the server none (202, 203). */
export function isFromClientOnly({ datastore: { mode } }: SessionStore): boolean {
  return mode === 'one-way-from-client' || mode === 'refresh-from-client';
}

/** Gives a datastore up: what is stored stays, its anchors do not move. */
export async function failStore(session: SessionState, store: SessionStore): Promise<void> {
  if (store.isFailed) return;
  store.isFailed = true;
  store.waiting.length = 0;
  store.object = undefined;
  if (session.openObject?.store === store) dropOpenObject(session);
  await store.datastore.abandon();
}
