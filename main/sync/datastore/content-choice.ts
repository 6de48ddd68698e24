import { bareSourceUri } from '../../../shared/model/source-uri.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type {
  ContentCapability,
  ContentTypeRef,
  DatastoreInfo,
  DeviceInfo,
  PropertyInfo,
} from '../../codecs/syncml/message/device-info.ts';
import {
  carries,
  contentTypeOf,
  contentTypes,
  profileOf,
  type ContentProfile,
  type ContentType,
  type ItemKind,
  type PropertyCapability,
} from '../../groupware/content/index.ts';
import { silentType } from './silent-types.ts';
import { familyOf, sniffType } from './sniff-type.ts';
import type { SyncParty } from './types.ts';

/** A type to send, and what the client calls it. */
export interface OutgoingType {
  readonly type: ContentType;
  readonly mediaType: string;
}

/** Which content types are spoken with one datastore of a client, and how. */
export interface ContentChoice {
  /** Type of an object of the client; undefined for one that is not converted. */
  incoming(declared: string | undefined, data: Uint8Array): ContentType | undefined;
  /** What the client wants items of this kind as; undefined when it takes none. */
  outgoing(kind: ItemKind): OutgoingType | undefined;
  /** How the client speaks a type, with what it stores of it. */
  profile(type: ContentType): ContentProfile;
}

/** What clients that tell nothing speak: what the oldest phones do. */
const oldest: Readonly<Record<ItemKind, ContentType>> = {
  contact: 'vcard-2.1',
  event: 'vcalendar-1.0',
  task: 'vcalendar-1.0',
  note: 'text',
  mail: 'email',
  file: 'file',
  folder: 'folder',
};
const kindOf: Readonly<Record<DataType, ItemKind>> = {
  contacts: 'contact',
  calendar: 'event',
  tasks: 'task',
  notes: 'note',
  inbox: 'mail',
  briefcase: 'file',
};
/** Types in which a time without a zone is all that a device without UTC understands. */
const zoneless: ReadonlySet<ContentType> = new Set<ContentType>([
  'vcalendar-1.0',
  'sif-event',
  'sif-task',
]);

/**
 * Chooses by the client's device information, which it may tell when the datastore is open already,
 * so it is looked at anew whenever it changes.
 */
export function createContentChoice(
  party: SyncParty,
  datastore: {
    readonly uri: string;
    readonly deviceUri: string;
    readonly dataType: DataType;
    readonly zone: string;
  },
): ContentChoice {
  const spoken = new Map<ItemKind, ContentType>();
  const profiles = new Map<ContentType, ContentProfile>();
  let known = party.deviceInfo;
  let store = known && storeOf(known, datastore);

  function refresh(): void {
    if (party.deviceInfo === known) return;
    known = party.deviceInfo;
    store = known && storeOf(known, datastore);
    profiles.clear();
  }

  return {
    incoming(declared, data) {
      refresh();
      const type = typeOfObject(declared, data, store, datastore.dataType);
      if (type !== undefined) {
        for (const kind of contentTypes[type].kinds) spoken.set(kind, type);
      }
      return type;
    },
    outgoing(kind) {
      refresh();
      if (store !== undefined) {
        const wanted = [store.receivePreferred, ...store.receive];
        for (const { type: mediaType, version } of wanted) {
          const type = contentTypeOf(mediaType, version);
          if (type !== undefined && carries(type, kind)) return { type, mediaType };
        }
        // It has told what it takes, and this is nothing of it.
        if (wanted.some(isKnownType)) return undefined;
      }
      const silent = silentType(party.client.syncId, datastore.uri, kind);
      const type = spoken.get(kind) ?? silent ?? oldest[kind];
      return { type, mediaType: contentTypes[type].mediaType };
    },
    profile(type) {
      refresh();
      let profile = profiles.get(type);
      if (profile === undefined) {
        profile = makeProfile(known, store, type, datastore.zone);
        profiles.set(type, profile);
      }
      return profile;
    },
  };
}

/** The datastore of a device by its own name; else the only one that holds such data. */
export function storeOf(
  info: DeviceInfo,
  wanted: { readonly deviceUri: string; readonly dataType: DataType },
): DatastoreInfo | undefined {
  const name = comparable(wanted.deviceUri);
  const named = info.datastores.find(({ sourceRef }) => comparable(sourceRef) === name);
  if (named !== undefined) return named;
  const kind = kindOf[wanted.dataType];
  const fitting = info.datastores.filter(({ receivePreferred: { type, version } }) => {
    const content = contentTypeOf(type, version);
    return content !== undefined && carries(content, kind);
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

function comparable(uri: string): string {
  return bareSourceUri(uri).toLowerCase();
}

function isKnownType({ type, version }: ContentTypeRef): boolean {
  return contentTypeOf(type, version) !== undefined;
}

function typeOfObject(
  declared: string | undefined,
  data: Uint8Array,
  store: DatastoreInfo | undefined,
  dataType: DataType,
): ContentType | undefined {
  if (declared !== undefined && declared.trim() !== '') {
    const type = contentTypeOf(declared);
    const sniffed = sniffType(data, type);
    if (type === undefined || sniffed === undefined) return type ?? sniffed;
    // The family is what the client says, its version what the object says.
    return familyOf(type) === familyOf(sniffed) ? sniffed : type;
  }
  const preferred = store?.sendPreferred;
  const type = preferred && contentTypeOf(preferred.type, preferred.version);
  return sniffType(data, type) ?? type ?? oldest[kindOf[dataType]];
}

function makeProfile(
  info: DeviceInfo | undefined,
  store: DatastoreInfo | undefined,
  type: ContentType,
  zone: string,
): ContentProfile {
  const { manufacturer, model, softwareVersion } = info ?? {};
  const profile = profileOf(
    {
      ...(manufacturer === undefined ? {} : { manufacturer }),
      ...(model === undefined ? {} : { model }),
      ...(softwareVersion === undefined ? {} : { softwareVersion }),
    },
    zone,
  );
  const isLocal = info !== undefined && info.utc !== true && zoneless.has(type);
  const capability = store?.capabilities.find(
    (one) => contentTypeOf(one.type, one.version) === type && one.properties.length > 0,
  );
  return {
    ...profile,
    ...(isLocal && profile.times === 'zoned' ? { times: 'local' as const } : {}),
    ...(capability === undefined ? {} : { properties: propertiesOf(capability) }),
  };
}

function propertiesOf({ properties }: ContentCapability): PropertyCapability[] {
  return properties.map((property) => ({
    name: property.name,
    ...(property.maxSize === undefined ? {} : { maxSize: property.maxSize }),
    ...(property.maxOccurs === undefined ? {} : { maxOccurs: property.maxOccurs }),
    ...(property.values === undefined ? {} : { values: property.values }),
    ...(property.noTruncate === undefined ? {} : { noTruncate: property.noTruncate }),
    ...paramsOf(property),
  }));
}

function paramsOf({ parameters }: PropertyInfo): Pick<PropertyCapability, 'params'> {
  if (parameters === undefined || parameters.length === 0) return {};
  const entries = parameters.map(({ name, values }) => [name.toUpperCase(), values ?? []] as const);
  return { params: Object.fromEntries(entries) };
}
