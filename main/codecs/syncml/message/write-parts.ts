import { toBase64 } from '../../bytes.ts';
import { CodecError } from '../../codec-error.ts';
import type { SyncmlElement, SyncmlNode } from '../elements.ts';
import type { MetinfTag, SyncmlTag } from '../tags.ts';
import type {
  Address,
  Challenge,
  Credentials,
  ItemData,
  Meta,
  SyncFilter,
  SyncItem,
  SyncmlVersion,
} from './model.ts';

/** An element of the protocol with the children that are there. */
export function element(
  name: SyncmlTag,
  children: readonly (SyncmlNode | undefined)[],
): SyncmlElement {
  return { space: 'syncml', name, children: children.filter((child) => child !== undefined) };
}

/** An element with a text; undefined without one. */
export function leaf(name: SyncmlTag, text: string | undefined): SyncmlElement | undefined {
  if (text === undefined) return undefined;
  return { space: 'syncml', name, children: text === '' ? [] : [text] };
}

/** An element that is there or not. */
export function flag(name: SyncmlTag, isSet: boolean | undefined): SyncmlElement | undefined {
  return isSet === true ? { space: 'syncml', name, children: [] } : undefined;
}

/** Target or Source. A filter exists in 1.2 only. */
export function writeAddress(
  name: 'Target' | 'Source',
  address: Address | undefined,
  version: SyncmlVersion,
): SyncmlElement | undefined {
  if (address === undefined) return undefined;
  const filter = version === '1.2' ? address.filter : undefined;
  return element(name, [
    leaf('LocURI', address.uri),
    leaf('LocName', address.name),
    filter === undefined ? undefined : writeFilter(filter),
  ]);
}

/** SourceParent, TargetParent and the sides of a MapItem: an address that is only a LocURI. */
export function writeUri(
  name: 'Target' | 'Source' | 'SourceParent' | 'TargetParent',
  uri: string | undefined,
): SyncmlElement | undefined {
  return uri === undefined ? undefined : element(name, [leaf('LocURI', uri)]);
}

function writeFilter(filter: SyncFilter): SyncmlElement {
  return element('Filter', [
    writeMeta(typeMeta(filter.metaType), '1.2'),
    filter.field && element('Field', [filterItem(filter.field.metaType, filter.field.data)]),
    filter.record && element('Record', [filterItem(filter.record.metaType, filter.record.data)]),
    leaf('FilterType', filter.filterType),
  ]);
}

function filterItem(metaType: string | undefined, data: SyncmlElement | string): SyncmlElement {
  return element('Item', [
    writeMeta(typeMeta(metaType), '1.2'),
    element('Data', data === '' ? [] : [data]),
  ]);
}

function typeMeta(type: string | undefined): Meta | undefined {
  return type === undefined ? undefined : { type };
}

/** Meta, in the order of MetInf (OMA DS MetaInfo 1.2 §5). MaxObjSize came with 1.1. */
export function writeMeta(
  meta: Meta | undefined,
  version: SyncmlVersion,
): SyncmlElement | undefined {
  if (meta === undefined) return undefined;
  const children: SyncmlNode[] = [];
  const push = (name: MetinfTag, value: string | number | undefined) => {
    if (value === undefined) return;
    const text = String(value);
    children.push({ space: 'metinf', name, children: text === '' ? [] : [text] });
  };
  push('Format', meta.format);
  push('Type', meta.type);
  push('Mark', meta.mark);
  push('Size', meta.size);
  if (meta.anchor !== undefined) children.push(writeAnchor(meta.anchor));
  push('Version', meta.version);
  push('NextNonce', meta.nextNonce === undefined ? undefined : toBase64(meta.nextNonce));
  push('MaxMsgSize', meta.maxMsgSize);
  push('MaxObjSize', version === '1.0' ? undefined : meta.maxObjSize);
  return element('Meta', children);
}

/** Anchor as it stands in a Meta and in the Item of a Status. */
function writeAnchor(anchor: { readonly last?: string; readonly next?: string }): SyncmlElement {
  const children: SyncmlElement[] = [];
  for (const [name, text] of [
    ['Last', anchor.last],
    ['Next', anchor.next],
  ] as const) {
    if (text !== undefined) {
      children.push({ space: 'metinf', name, children: text === '' ? [] : [text] });
    }
  }
  return { space: 'metinf', name: 'Anchor', children };
}

/** Cred. */
export function writeCredentials(
  cred: Credentials | undefined,
  version: SyncmlVersion,
): SyncmlElement | undefined {
  if (cred === undefined) return undefined;
  const { type, format } = cred;
  return element('Cred', [
    writeMeta({ type, ...(format !== undefined && { format }) }, version),
    element('Data', cred.data.length === 0 ? [] : [cred.data]),
  ]);
}

/** Chal. */
export function writeChallenge(
  challenge: Challenge | undefined,
  version: SyncmlVersion,
): SyncmlElement | undefined {
  return challenge === undefined ? undefined : element('Chal', [writeMeta(challenge, version)]);
}

/**
 * Item. The parents of 1.2 are left out before it: there a datastore is flat. MoreData does not
 * exist in 1.0; half an object that cannot be told from a whole one is a CodecError `unsupported`.
 */
export function writeItem(item: SyncItem, version: SyncmlVersion): SyncmlElement {
  if (item.moreData === true && version === '1.0') throw new CodecError('syncml', 'unsupported');
  const isNested = version === '1.2';
  return element('Item', [
    writeAddress('Target', item.target, version),
    writeAddress('Source', item.source, version),
    isNested ? writeUri('SourceParent', item.sourceParent) : undefined,
    isNested ? writeUri('TargetParent', item.targetParent) : undefined,
    writeMeta(item.meta, version),
    item.data === undefined ? undefined : element('Data', dataNodes(item.data)),
    flag('MoreData', item.moreData),
  ]);
}

function dataNodes(data: ItemData): readonly ItemData[] {
  return data instanceof Uint8Array && data.length === 0 ? [] : [data];
}
