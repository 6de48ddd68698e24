import { concatBytes, emptyBytes, encodeUtf8, fromBase64 } from '../../bytes.ts';
import { childOf, isElement, textOf, type SyncmlElement } from '../elements.ts';
import { md5Octets, md5Type, basicType } from './credential-types.ts';
import { readFilter } from './read-filter.ts';
import type { Address, Challenge, Credentials, ItemData, Meta, SyncItem } from './model.ts';

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

const whiteSpace = /\s+/g;
const wholeNumber = /^\d{1,15}$/;
const printable = /^[\x20-\x7e]*$/;

/** Text of a child that is a number, an identifier or a name: white space around it means nothing. */
export function tokenOf(element: SyncmlElement, name: string): string | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : textOf(child).trim();
}

/** A number in digits; undefined for everything else. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && wholeNumber.test(text) ? Number(text) : undefined;
}

/** Target or Source; one without LocURI has the empty address. */
export function readAddress(element: SyncmlElement): Address {
  const uri = childOf(element, 'LocURI');
  const name = childOf(element, 'LocName');
  const filter = childOf(element, 'Filter');
  return {
    uri: uri === undefined ? '' : textOf(uri),
    ...(name !== undefined && { name: textOf(name) }),
    ...(filter !== undefined && { filter: readFilter(filter) }),
  };
}

/** Meta of an element, whose content some senders wrap in MetInf. */
export function readMeta(parent: SyncmlElement): Meta | undefined {
  const outer = childOf(parent, 'Meta');
  if (outer === undefined) return undefined;
  const meta: Writable<Meta> = {};
  for (const child of (childOf(outer, 'MetInf') ?? outer).children) {
    if (isElement(child)) readMetaField(meta, child);
  }
  return meta;
}

function readMetaField(meta: Writable<Meta>, element: SyncmlElement): void {
  switch (element.name) {
    case 'Type':
      meta.type = textOf(element).trim();
      break;
    case 'Format':
      meta.format = textOf(element).trim().toLowerCase();
      break;
    case 'Mark':
      meta.mark = textOf(element).trim();
      break;
    case 'Version':
      meta.version = textOf(element).trim();
      break;
    case 'Anchor':
      meta.anchor = readAnchor(element);
      break;
    case 'NextNonce':
      meta.nextNonce = readNonce(element);
      break;
    case 'Size':
    case 'MaxMsgSize':
    case 'MaxObjSize':
      readSize(meta, element);
      break;
  }
}

function readSize(meta: Writable<Meta>, element: SyncmlElement): void {
  const value = numberOf(textOf(element).trim());
  if (value === undefined) return;
  if (element.name === 'Size') meta.size = value;
  else if (element.name === 'MaxMsgSize') meta.maxMsgSize = value;
  else meta.maxObjSize = value;
}

function readAnchor(element: SyncmlElement): { last?: string; next?: string } {
  const last = childOf(element, 'Last');
  const next = childOf(element, 'Next');
  return {
    ...(last !== undefined && { last: textOf(last) }),
    ...(next !== undefined && { next: textOf(next) }),
  };
}

/** A nonce is Base64 whatever Format says; one that is none is taken as it stands. */
function readNonce(element: SyncmlElement): Uint8Array {
  const octets = octetsOf(element);
  const text = printableText(octets);
  return (text === undefined ? undefined : fromBase64(text)) ?? octets;
}

/** Cred; without a type it is Basic, the only one that the first clients knew. */
export function readCredentials(element: SyncmlElement): Credentials {
  const meta = readMeta(element);
  const type = meta?.type?.toLowerCase() ?? basicType;
  const data = childOf(element, 'Data');
  const octets = data === undefined ? emptyBytes : octetsOf(data);
  // Sixteen octets are a digest as it is: Base64 makes 22 or 24 characters of it.
  const isRaw = type === md5Type && octets.length === md5Octets;
  const text = isRaw ? undefined : printableText(octets);
  return {
    type,
    ...(meta?.format !== undefined && { format: meta.format }),
    data: text?.replace(whiteSpace, '') ?? octets,
  };
}

/** Chal. */
export function readChallenge(element: SyncmlElement): Challenge {
  const meta = readMeta(element);
  return {
    type: meta?.type?.toLowerCase() ?? basicType,
    ...(meta?.format !== undefined && { format: meta.format }),
    ...(meta?.nextNonce !== undefined && { nextNonce: meta.nextNonce }),
  };
}

/** All Item children of a command. */
export function readItems(command: SyncmlElement): SyncItem[] {
  const items: SyncItem[] = [];
  for (const child of command.children) {
    if (isElement(child) && child.name === 'Item') items.push(readItem(child));
  }
  return items;
}

function readItem(element: SyncmlElement): SyncItem {
  const item: Writable<SyncItem> = {};
  for (const child of element.children) {
    if (!isElement(child)) continue;
    switch (child.name) {
      case 'Target':
        item.target = readAddress(child);
        break;
      case 'Source':
        item.source = readAddress(child);
        break;
      case 'SourceParent':
        item.sourceParent = readAddress(child).uri;
        break;
      case 'TargetParent':
        item.targetParent = readAddress(child).uri;
        break;
      case 'Data':
        item.data = readData(child);
        break;
      case 'MoreData':
        item.moreData = true;
        break;
    }
  }
  const meta = readMeta(element);
  if (meta !== undefined) item.meta = meta;
  return item;
}

function readData(element: SyncmlElement): ItemData {
  // Beside an element there is only the white space of a sender that indents.
  for (const child of element.children) if (isElement(child)) return child;
  return octetsOf(element);
}

/** Octets of an element's own content; characters count as UTF-8. */
export function octetsOf(element: SyncmlElement): Uint8Array {
  const [only, second] = element.children;
  if (second === undefined && only instanceof Uint8Array) return only;
  const parts: Uint8Array[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(encodeUtf8(child, 'syncml'));
    else if (child instanceof Uint8Array) parts.push(child);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : concatBytes(parts);
}

function printableText(octets: Uint8Array): string | undefined {
  const text = Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('latin1');
  const trimmed = text.trim();
  return printable.test(trimmed.replace(whiteSpace, '')) ? trimmed : undefined;
}
