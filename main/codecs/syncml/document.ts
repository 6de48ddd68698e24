import { CodecError } from '../codec-error.ts';
import { decodeWbxml, encodeWbxml, type WbxmlElement, type WbxmlNode } from '../wbxml/index.ts';
import type { SyncmlElement, SyncmlNode, SyncmlSpace } from './elements.ts';
import {
  documentTypeOf,
  publicIdOf,
  type SyncmlDocumentType,
  type SyncmlKind,
} from './public-ids.ts';
import { devinfTags, metinfTags, syncmlTags } from './tags.ts';

/** A whole document as a tree of named elements. */
export type SyncmlDocument = SyncmlDocumentType & { readonly root: SyncmlElement };

type Vocabulary = {
  readonly space: SyncmlSpace;
  readonly tokens: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<number, string>;
};

const syncmlVocabulary = vocabulary('syncml', syncmlTags);
const metinfVocabulary = vocabulary('metinf', metinfTags);
const devinfVocabulary = vocabulary('devinf', devinfTags);

/** The vocabulary of each code page. */
const pages: Readonly<Record<SyncmlKind, readonly Vocabulary[]>> = {
  syncml: [syncmlVocabulary, metinfVocabulary],
  devinf: [devinfVocabulary],
};

/** WBXML 1.2 is what SyncML prescribes and what every peer writes. */
const wbxmlVersion = 2;

/**
 * Encodes a document as WBXML (OMA SyncML Representation Protocol §7). An embedded device
 * information document goes into `Data` as opaque octets that this function made before. An
 * element name that is in no table is a CodecError `invalid-value`.
 */
export function encodeSyncml(
  document: SyncmlDocument,
  publicIdForm: 'number' | 'text' = 'number',
): Uint8Array {
  return encodeWbxml({
    version: wbxmlVersion,
    publicId: publicIdOf(document, publicIdForm),
    root: toTokens(document.root, pages[document.kind]),
  });
}

/**
 * Decodes a SyncML or device information document from WBXML. A foreign document type or token is
 * a CodecError `unsupported`.
 */
export function decodeSyncml(bytes: Uint8Array): SyncmlDocument {
  const { publicId, root } = decodeWbxml(bytes);
  const type = documentTypeOf(publicId);
  if (type === undefined) throw new CodecError('syncml', 'unsupported');
  return { ...type, root: toNames(root, pages[type.kind]) };
}

/** Name of a tag in a document of that kind, or undefined when the tables have none. */
export function syncmlTagName(
  kind: SyncmlKind,
  page: number,
  tag: number | string,
): string | undefined {
  return typeof tag === 'string' ? tag : pages[kind][page]?.names.get(tag);
}

function toTokens(element: SyncmlElement, vocabularies: readonly Vocabulary[]): WbxmlElement {
  const page = vocabularies.findIndex(({ space }) => space === element.space);
  const tag = vocabularies[page]?.tokens.get(element.name);
  if (tag === undefined) throw new CodecError('syncml', 'invalid-value');
  const toToken = (child: SyncmlNode): WbxmlNode =>
    typeof child === 'string' || child instanceof Uint8Array
      ? child
      : toTokens(child, vocabularies);
  return { page, tag, children: element.children.map(toToken) };
}

function toNames(element: WbxmlElement, vocabularies: readonly Vocabulary[]): SyncmlElement {
  const { space, name } = nameOf(element, vocabularies);
  const toName = (child: WbxmlNode): SyncmlNode =>
    typeof child === 'string' || child instanceof Uint8Array ? child : toNames(child, vocabularies);
  return { space, name, children: element.children.map(toName) };
}

function nameOf(
  { page, tag }: WbxmlElement,
  vocabularies: readonly Vocabulary[],
): { space: SyncmlSpace; name: string } {
  if (typeof tag === 'string') {
    const owner = vocabularies.find(({ tokens }) => tokens.has(tag));
    if (owner !== undefined) return { space: owner.space, name: tag };
  } else {
    const owner = vocabularies[page];
    const name = owner?.names.get(tag);
    if (owner !== undefined && name !== undefined) return { space: owner.space, name };
  }
  throw new CodecError('syncml', 'unsupported');
}

function vocabulary(space: SyncmlSpace, tags: Readonly<Record<string, number>>): Vocabulary {
  const entries = Object.entries(tags);
  return {
    space,
    tokens: new Map(entries),
    names: new Map(entries.map(([name, token]) => [token, name])),
  };
}
