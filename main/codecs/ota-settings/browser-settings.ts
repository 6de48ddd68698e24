import { CodecError } from '../codec-error.ts';
import { provisioningLimits } from '../limits.ts';
import {
  readAttributedWbxml,
  writeAttributedWbxml,
  type AttributedElement,
  type WbxmlAttribute,
} from '../wbxml/index.ts';
import { browserTokens } from './browser-tokens.ts';

/** One setting of a connection, such as `GPRS_ACCESSPOINTNAME`. */
export type BrowserParameter = { readonly name: string; readonly value: string };

/** A page for the phone's list of bookmarks. */
export type BrowserBookmark = { readonly name: string; readonly url: string };

/**
 * Connections, home page and bookmarks for the browser of an older Nokia or Ericsson ("Nokia and
 * Ericsson OTA settings specification 7.0", as Kannel and libwbxml have it).
 */
export type BrowserSettings = {
  /** Connections with their settings in order, `BEARER` first. */
  readonly addresses: readonly (readonly BrowserParameter[])[];
  readonly homepage?: string;
  readonly mmsUrl?: string;
  /** What the phone calls the settings. */
  readonly name?: string;
  readonly bookmarks: readonly BrowserBookmark[];
};

const wbxmlVersion = 1;
/** "Unknown or missing": the document type has no number. */
const publicId = 1;
const rootTag = 'CHARACTERISTIC-LIST';
const groupTag = 'CHARACTERISTIC';
const settingTag = 'PARM';

/** Encodes the settings as WBXML 1.1; a NUL in a text is a CodecError `invalid-value`. */
export function encodeBrowserSettings(settings: BrowserSettings): Uint8Array {
  const { addresses, homepage, mmsUrl, name, bookmarks } = settings;
  const root: AttributedElement = {
    tag: rootTag,
    attributes: [],
    children: [
      ...addresses.map((parameters) => group('ADDRESS', undefined, parameters)),
      ...(homepage === undefined ? [] : [group('URL', homepage)]),
      ...(mmsUrl === undefined ? [] : [group('MMSURL', mmsUrl)]),
      ...(name === undefined ? [] : [group('NAME', undefined, [{ name: 'NAME', value: name }])]),
      ...bookmarks.map((bookmark) =>
        group('BOOKMARK', undefined, [
          { name: 'NAME', value: bookmark.name },
          { name: 'URL', value: bookmark.url },
        ]),
      ),
    ],
  };
  return writeAttributedWbxml(
    { version: wbxmlVersion, publicId, root },
    browserTokens,
    provisioningLimits,
  );
}

/**
 * Decodes settings, or a list of bookmarks. A setting without a name or value is a CodecError
 * `missing`, a group of a kind that may be there once and is there twice `inconsistent`.
 */
export function decodeBrowserSettings(bytes: Uint8Array): BrowserSettings {
  const { root } = readAttributedWbxml(bytes, browserTokens, provisioningLimits);
  if (root.tag !== rootTag) throw failure('unsupported');
  const groups = new Groups(root.children);
  const homepage = groups.value('URL');
  const mmsUrl = groups.value('MMSURL');
  const name = groups.one('NAME');
  return {
    addresses: groups.all('ADDRESS').map(parametersOf),
    ...(homepage === undefined ? {} : { homepage }),
    ...(mmsUrl === undefined ? {} : { mmsUrl }),
    ...(name === undefined ? {} : { name: parameter(parametersOf(name), 'NAME') }),
    bookmarks: groups.all('BOOKMARK').map((bookmark) => {
      const parameters = parametersOf(bookmark);
      return { name: parameter(parameters, 'NAME'), url: parameter(parameters, 'URL') };
    }),
  };
}

/** The groups of a document by their type. */
class Groups {
  readonly #groups: readonly AttributedElement[];

  constructor(groups: readonly AttributedElement[]) {
    if (groups.some(({ tag }) => tag !== groupTag)) throw failure('invalid-value');
    this.#groups = groups;
  }

  all(type: string): AttributedElement[] {
    return this.#groups.filter(({ attributes }) => required(attributes, 'TYPE') === type);
  }

  one(type: string): AttributedElement | undefined {
    const [found, another] = this.all(type);
    if (another !== undefined) throw failure('inconsistent');
    return found;
  }

  value(type: string): string | undefined {
    const found = this.one(type);
    return found === undefined ? undefined : required(found.attributes, 'VALUE');
  }
}

function group(
  type: string,
  value: string | undefined,
  parameters: readonly BrowserParameter[] = [],
): AttributedElement {
  const attributes = [{ name: 'TYPE', value: type }];
  if (value !== undefined) attributes.push({ name: 'VALUE', value });
  return {
    tag: groupTag,
    attributes,
    children: parameters.map((setting) => ({
      tag: settingTag,
      attributes: [
        { name: 'NAME', value: setting.name },
        { name: 'VALUE', value: setting.value },
      ],
      children: [],
    })),
  };
}

function parametersOf({ children }: AttributedElement): BrowserParameter[] {
  return children.map((child) => {
    if (child.tag !== settingTag || child.children.length > 0) throw failure('invalid-value');
    const { attributes } = child;
    return { name: required(attributes, 'NAME'), value: required(attributes, 'VALUE') };
  });
}

function parameter(parameters: readonly BrowserParameter[], wanted: string): string {
  const found = parameters.find(({ name }) => name === wanted);
  if (found === undefined) throw failure('missing');
  return found.value;
}

function required(attributes: readonly WbxmlAttribute[], wanted: string): string {
  const found = attributes.find(({ name }) => name === wanted);
  if (found === undefined) throw failure('missing');
  return found.value;
}

function failure(code: 'unsupported' | 'invalid-value' | 'missing' | 'inconsistent'): CodecError {
  return new CodecError('ota-settings', code);
}
