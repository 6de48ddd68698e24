import { CodecError } from '../codec-error.ts';
import {
  encodeWbxmlTree,
  measureWbxmlTree,
  readWbxmlTree,
  WbxmlTokenizer,
  type WbxmlTags,
} from '../wbxml/index.ts';
import type { SyncmlElement, SyncmlSpace } from './elements.ts';
import {
  documentTypeOf,
  publicIdOf,
  type SyncmlDocumentType,
  type SyncmlKind,
} from './public-ids.ts';
import { codePages, vocabularies, type Vocabulary } from './vocabulary.ts';

/** A whole document as a tree of named elements. */
export type SyncmlDocument = SyncmlDocumentType & { readonly root: SyncmlElement };

/** Form of a WBXML document beside its content. */
export type WbxmlForm = {
  readonly publicIdForm?: 'number' | 'text';
  /** Minor version: 1, 2 or 3 stand for WBXML 1.1, 1.2 and 1.3. */
  readonly wbxmlVersion?: number;
};

type OpenElement = {
  readonly space: SyncmlSpace;
  readonly name: string;
  readonly children: (string | Uint8Array | OpenElement)[];
};

/** WBXML 1.2 is what SyncML prescribes and what every peer writes. */
const usualVersion = 2;

/**
 * Encodes a document as WBXML (OMA SyncML Representation Protocol §7). A device information
 * document inside a message becomes opaque octets, whether it stands there as an element or was
 * encoded before. An element name that is in no table is a CodecError `invalid-value`.
 */
export function encodeSyncml(
  document: SyncmlDocument,
  form: WbxmlForm | 'number' | 'text' = 'number',
): Uint8Array {
  const { publicIdForm = 'number', wbxmlVersion = usualVersion } =
    typeof form === 'string' ? { publicIdForm: form } : form;
  const publicId = publicIdOf(document, publicIdForm);
  return encodeWbxmlTree({ version: wbxmlVersion, publicId }, document.root, tagsOf(document));
}

/** Octets that an element adds to a WBXML message, or up to two more. */
export function measureSyncml(element: SyncmlElement, type: SyncmlDocumentType): number {
  return measureWbxmlTree(element, tagsOf(type));
}

/**
 * Decodes a SyncML or device information document from WBXML. A foreign document type or token is
 * a CodecError `unsupported`. Opaque octets are views of `bytes`.
 */
export function decodeSyncml(bytes: Uint8Array): SyncmlDocument {
  return decodeSyncmlWithForm(bytes).document;
}

/** The same, with the WBXML version to answer in. */
export function decodeSyncmlWithForm(bytes: Uint8Array): {
  readonly document: SyncmlDocument;
  readonly wbxmlVersion: number;
} {
  const tokenizer = new WbxmlTokenizer(bytes);
  const type = documentTypeOf(tokenizer.publicId.value);
  if (type === undefined) throw new CodecError('syncml', 'unsupported');
  const pages = codePages[type.kind];
  const root = readWbxmlTree(tokenizer, (page, tag) => makeElement(pages, page, tag));
  return { document: { ...type, root }, wbxmlVersion: tokenizer.version.value };
}

/** Name of a tag in a document of that kind, or undefined when the tables have none. */
export function syncmlTagName(
  kind: SyncmlKind,
  page: number,
  tag: number | string,
): string | undefined {
  return typeof tag === 'string' ? tag : codePages[kind][page]?.names[tag];
}

function tagsOf({ kind, version }: SyncmlDocumentType): WbxmlTags<SyncmlElement> {
  const pages = codePages[kind];
  const own = (space: SyncmlSpace): Vocabulary | undefined => {
    const vocabulary = vocabularies[space];
    return pages[vocabulary.page] === vocabulary ? vocabulary : undefined;
  };
  return {
    page: ({ space }) => vocabularies[space].page,
    tag: ({ space, name }) => {
      const token = own(space)?.tokens.get(name);
      if (token === undefined) throw new CodecError('syncml', 'invalid-value');
      return token;
    },
    embedded: (element) =>
      kind === 'syncml' && element.space === 'devinf'
        ? encodeSyncml({ kind: 'devinf', version, root: element })
        : undefined,
  };
}

function makeElement(
  pages: readonly Vocabulary[],
  page: number,
  tag: number | string,
): OpenElement {
  if (typeof tag === 'string') {
    const owner = pages.find(({ tokens }) => tokens.has(tag));
    if (owner !== undefined) return { space: owner.space, name: tag, children: [] };
  } else {
    const owner = pages[page];
    const name = owner?.names[tag];
    if (owner !== undefined && name !== undefined) {
      return { space: owner.space, name, children: [] };
    }
  }
  throw new CodecError('syncml', 'unsupported');
}
