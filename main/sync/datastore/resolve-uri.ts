import { clientType } from '../../../shared/catalogue/client-types.ts';
import {
  bareSourceUri,
  parsePlace,
  parseSourceUri,
  placeOfFolder,
} from '../../../shared/model/source-uri.ts';
import type { Place, SourceUri } from '../../../shared/model/source-uri.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { ItemKind } from '../../groupware/content/index.ts';
import type { CollectionAccess, CollectionFinder } from '../../groupware/types.ts';
import type { DeviceRow, Store } from '../../store/types.ts';
import { hasMixedCalendar, isMixedName } from './mixed-calendar.ts';
import type { SyncParty } from './types.ts';
import { splitUri } from './uri-options.ts';

/** The collections that a client's datastore stands for. */
export interface DatastoreTarget {
  /** Ids of the collections, sorted, joined by `+`. */
  readonly key: string;
  /** Of the first collection: what the console calls it. */
  readonly dataType: DataType;
  readonly parts: readonly [CollectionAccess, ...CollectionAccess[]];
}

/** What a URI was found to mean. */
export type Resolution =
  | { readonly ok: true; readonly target: DatastoreTarget }
  | { readonly ok: false; readonly status: 403 | 404 };

/** What {@link resolveUri} needs. */
export interface ResolveDeps {
  readonly store: Store;
  readonly finder: CollectionFinder;
}

/**
 * Finds what a client means by the target of its Alert (OMA DS protocol 1.2 §6): a folder of its
 * configured device, else a name that its client type is delivered with, else a source URI as
 * hosters tell it.
 */
export async function resolveUri(
  { store, finder }: ResolveDeps,
  party: SyncParty,
  device: DeviceRow | undefined,
  uri: string,
): Promise<Resolution> {
  const meaning = meaningOf(splitUri(uri).name, device);
  if (meaning === undefined) return { ok: false, status: 404 };
  const { dataType, place } = meaning;
  const found = await finder.find(party.accountId, dataType, place);
  if (found === undefined) {
    const isHidden = await existsElsewhere(store, party.accountId, meaning);
    return { ok: false, status: isHidden ? 403 : 404 };
  }
  if (dataType !== 'calendar' || !isMixed(party, device, uri)) return resolved([found]);
  const tasks = await finder.find(party.accountId, 'tasks', place);
  return resolved(tasks === undefined ? [found] : [found, tasks]);
}

/** What a URI means by its letters alone. */
export function meaningOf(uri: string, device: DeviceRow | undefined): SourceUri | undefined {
  const folder = folderNamed(uri, device);
  if (folder !== undefined) return { dataType: folder.dataType, place: placeOfFolder(folder) };
  const wanted = comparable(uri);
  const offered =
    device === undefined
      ? undefined
      : clientType(device.clientType).folders.find(({ name }) => comparable(name) === wanted);
  if (offered !== undefined) return { dataType: offered.dataType, place: parsePlace('') };
  return parseInPath(uri);
}

/** Data types whose collections can hold items of a kind. */
const homes: Readonly<Record<ItemKind, readonly DataType[]>> = {
  contact: ['contacts'],
  event: ['calendar'],
  task: ['tasks'],
  note: ['notes'],
  mail: ['inbox'],
  file: ['briefcase'],
  folder: ['inbox', 'briefcase'],
};

/** Which of a datastore's collections an item of this kind belongs to; undefined for none. */
export function partFor(target: DatastoreTarget, kind: ItemKind): CollectionAccess | undefined {
  return target.parts.find(({ collection }) => homes[kind].includes(collection.dataType));
}

function folderNamed(
  uri: string,
  device: DeviceRow | undefined,
): DeviceRow['folders'][number] | undefined {
  if (device === undefined) return undefined;
  const wanted = comparable(uri);
  return (
    device.folders.find(({ name }) => name === uri) ??
    device.folders.find(({ name }) => comparable(name) === wanted)
  );
}

function comparable(uri: string): string {
  return bareSourceUri(uri).toLowerCase();
}

/** `http://host/syncml/contacts` stands behind a path that says nothing of the data. */
function parseInPath(uri: string): SourceUri | undefined {
  const direct = parseSourceUri(uri);
  if (direct !== undefined || !/^[a-z][a-z0-9+.-]*:\/\//iu.test(uri.trim())) return direct;
  const segments = bareSourceUri(uri).split('/');
  for (let start = 1; start < segments.length; start += 1) {
    const inner = parseSourceUri(segments.slice(start).join('/'));
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function isMixed(party: SyncParty, device: DeviceRow | undefined, uri: string): boolean {
  if (isMixedName(splitUri(uri).name)) return true;
  // Who has a folder for tasks syncs them there.
  if (device?.folders.some(({ dataType }) => dataType === 'tasks') === true) return false;
  const { deviceInfo } = party;
  if (deviceInfo === undefined) return device?.clientType === 'nokia';
  return hasMixedCalendar(deviceInfo);
}

function resolved(parts: readonly [CollectionAccess, ...CollectionAccess[]]): Resolution {
  const ids = parts.map(({ collection }) => collection.id).sort();
  return {
    ok: true,
    target: { key: ids.join('+'), dataType: parts[0].collection.dataType, parts },
  };
}

/** Whether somebody has a collection of this name that the account may not see. */
async function existsElsewhere(
  store: Store,
  accountId: string,
  { dataType, place }: { dataType: DataType; place: Place },
): Promise<boolean> {
  if (place.kind !== 'shared') return false;
  const all = await store.collections.list();
  return all.some(
    (row) =>
      row.dataType === dataType &&
      row.accountId !== null &&
      row.accountId !== accountId &&
      row.name !== '' &&
      // `shared/NAME`, or `shared/OWNER/NAME` where there are several.
      `/${place.name}`.toLowerCase().endsWith(`/${row.name}`.toLowerCase()),
  );
}
