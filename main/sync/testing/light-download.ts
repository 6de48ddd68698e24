import type { ItemCommand, SyncItem } from '../../codecs/syncml/index.ts';
import type { Draft } from './light-message.ts';
import { nextLuid } from './light-store.ts';
import type { LightStore } from './light-store.ts';

/** Status of a part of an item that more is to follow. */
export const NEXT_PART = 213;

/** An item that has come as a whole. */
type WholeItem = SyncItem & { readonly content: string };

/** Puts the parts of items together. */
export interface PartsBin {
  /** The whole content; undefined as long as more is to come. */
  take(command: ItemCommand, item: SyncItem): string | undefined;
}

/** Makes an empty one. */
export function createPartsBin(): PartsBin {
  let parts: Uint8Array[] = [];
  let isEncoded = false;
  return {
    take({ meta }, item) {
      if (parts.length === 0) isEncoded = (item.meta?.format ?? meta?.format) === 'b64';
      if (item.data instanceof Uint8Array) parts.push(item.data);
      if (item.moreData === true) return undefined;
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      return isEncoded ? Buffer.from(text, 'base64').toString('utf8') : text;
    },
  };
}

/** Does what the server asks for; answers with the Status. */
export function applyServerItem(
  store: LightStore,
  kind: 'add' | 'replace' | 'delete',
  item: WholeItem,
): number {
  if (kind === 'add') return add(store, item);
  const luid = item.target?.uri ?? '';
  const { items, changes } = store.state;
  if (!items.has(luid)) return kind === 'delete' ? 211 : 404;
  if (kind === 'delete') items.delete(luid);
  else items.set(luid, item.content);
  // What the server says now is what the two have agreed upon.
  changes.delete(luid);
  return 200;
}

function add(store: LightStore, item: WholeItem): number {
  const { items, luids, unsentMaps } = store.state;
  const guid = item.source?.uri ?? '';
  const known = luids.get(guid);
  if (known !== undefined && items.has(known)) {
    unsentMaps.set(guid, known);
    return 418;
  }
  const luid = nextLuid(store.state);
  items.set(luid, item.content);
  luids.set(guid, luid);
  unsentMaps.set(guid, luid);
  return 201;
}

/** The Map for what the server was not told yet; undefined when that is nothing. */
export function mapDraft(store: LightStore): Draft | undefined {
  const { unsentMaps } = store.state;
  if (unsentMaps.size === 0) return undefined;
  return {
    kind: 'map',
    target: { uri: store.uri },
    source: { uri: store.name },
    items: [...unsentMaps].map(([target, source]) => ({ target, source })),
  };
}
