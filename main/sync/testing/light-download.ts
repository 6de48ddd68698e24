import type { SyncItem } from '../../codecs/syncml/index.ts';
import type { Draft } from './light-message.ts';
import { nextLuid } from './light-store.ts';
import type { LightStore } from './light-store.ts';

/** Does what the server asks for; answers with the Status. */
export function applyServerItem(
  store: LightStore,
  kind: 'add' | 'replace' | 'delete',
  item: SyncItem,
): number {
  if (kind === 'add') return add(store, item);
  const luid = item.target?.uri ?? '';
  const { items, changes } = store.state;
  if (!items.has(luid)) return kind === 'delete' ? 211 : 404;
  if (kind === 'delete') items.delete(luid);
  else items.set(luid, contentOf(item));
  // What the server says now is what the two have agreed upon.
  changes.delete(luid);
  return 200;
}

function add(store: LightStore, item: SyncItem): number {
  const { items, luids, unsentMaps } = store.state;
  const guid = item.source?.uri ?? '';
  const known = luids.get(guid);
  if (known !== undefined && items.has(known)) {
    unsentMaps.set(guid, known);
    return 418;
  }
  const luid = nextLuid(store.state);
  items.set(luid, contentOf(item));
  luids.set(guid, luid);
  unsentMaps.set(guid, luid);
  return 201;
}

function contentOf({ data, moreData }: SyncItem): string {
  if (moreData === true) throw new Error('light clients take no large objects');
  return data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : '';
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
