import { decodeUtf8, encodeUtf8, fromBase64, toBase64 } from '../bytes.ts';
import { CodecError } from '../codec-error.ts';
import { provisioningLimits } from '../limits.ts';
import { decodeWbxml, encodeWbxml, type WbxmlElement, type WbxmlNode } from '../wbxml/index.ts';
import { syncTagName, syncTags, type SyncTag } from './sync-tags.ts';

/** A database of a {@link SyncSettings}. */
export type SyncSettingsDatabase = {
  /** MIME type such as `text/x-vcard`. */
  readonly contentType: string;
  /** Version of the format, such as `2.1`. */
  readonly contentTypeVersion?: string;
  /** The server's name of the database. */
  readonly uri: string;
  /** What the phone calls it. */
  readonly name?: string;
};

/** How a phone proves to the server who it is. */
export type SyncSettingsAuthentication = {
  readonly scheme: 'basic' | 'md5';
  readonly username: string;
  /** Without it the phone asks its user; the product never sends one. */
  readonly password?: string;
};

/**
 * A profile for the SyncML client of an older Sony Ericsson or Nokia. Its bytes follow Kannel, the
 * one implementation that is open.
 */
export type SyncSettings = {
  /** What the phone calls the profile. */
  readonly name: string;
  /** URL of the server, with its port. */
  readonly hostAddress: string;
  readonly databases: readonly SyncSettingsDatabase[];
  readonly authentication?: SyncSettingsAuthentication;
};

const wbxmlVersion = 1;
/** "Unknown or missing": the document type has no number. */
const publicId = 1;
const settingsVersion = '1.0';
/** Credentials are those of SyncML, not those of HTTP. */
const syncmlLevel = '1';
const schemes = { basic: '1', md5: '2' } as const;

/** Encodes a profile as WBXML 1.1; a NUL in a text is a CodecError `invalid-value`. */
export function encodeSyncSettings(settings: SyncSettings): Uint8Array {
  const { name, hostAddress, databases, authentication } = settings;
  const root = element('SyncSettings', [
    textElement('Version', settingsVersion),
    textElement('HostAddr', hostAddress),
    ...databases.map(databaseElement),
    textElement('Name', name),
    ...(authentication === undefined ? [] : [authenticationElement(authentication)]),
  ]);
  const bytes = encodeWbxml({ version: wbxmlVersion, publicId, root });
  if (bytes.length > provisioningLimits.documentOctets) throw failure('too-long');
  return bytes;
}

/**
 * Decodes a profile. Elements that Kannel knows and we do not use are passed over; a missing name,
 * address or database URI is a CodecError `missing`, an element twice `inconsistent`.
 */
export function decodeSyncSettings(bytes: Uint8Array): SyncSettings {
  const { root } = decodeWbxml(bytes, provisioningLimits);
  if (root.page !== 0 || root.tag !== syncTags.SyncSettings) throw failure('unsupported');
  const children = elementsOf(root);
  const authentication = one(children, 'Auth');
  return {
    name: requiredText(children, 'Name'),
    hostAddress: requiredText(children, 'HostAddr'),
    databases: children.filter(({ tag }) => tag === syncTags.RemoteDB).map(databaseOf),
    ...(authentication === undefined ? {} : { authentication: authenticationOf(authentication) }),
  };
}

function databaseElement(database: SyncSettingsDatabase): WbxmlElement {
  const { contentType, contentTypeVersion, uri, name } = database;
  return element('RemoteDB', [
    textElement('CTType', contentType),
    ...(contentTypeVersion === undefined ? [] : [textElement('CTVer', contentTypeVersion)]),
    textElement('URI', uri),
    ...(name === undefined ? [] : [textElement('Name', name)]),
  ]);
}

function authenticationElement(authentication: SyncSettingsAuthentication): WbxmlElement {
  const { scheme, username, password } = authentication;
  return element('Auth', [
    textElement('AuthLevel', syncmlLevel),
    textElement('AuthScheme', schemes[scheme]),
    textElement('Username', username),
    ...(password === undefined
      ? []
      : [textElement('Cred', toBase64(encodeUtf8(password, 'ota-settings')))]),
  ]);
}

function databaseOf(database: WbxmlElement): SyncSettingsDatabase {
  const children = elementsOf(database);
  const contentTypeVersion = text(children, 'CTVer');
  const name = text(children, 'Name');
  return {
    contentType: requiredText(children, 'CTType'),
    ...(contentTypeVersion === undefined ? {} : { contentTypeVersion }),
    uri: requiredText(children, 'URI'),
    ...(name === undefined ? {} : { name }),
  };
}

function authenticationOf(authentication: WbxmlElement): SyncSettingsAuthentication {
  const children = elementsOf(authentication);
  const credential = text(children, 'Cred');
  return {
    scheme: schemeOf(text(children, 'AuthScheme') ?? schemes.basic),
    username: requiredText(children, 'Username'),
    ...(credential === undefined ? {} : { password: passwordOf(credential) }),
  };
}

function schemeOf(value: string): SyncSettingsAuthentication['scheme'] {
  if (value === schemes.basic) return 'basic';
  if (value === schemes.md5) return 'md5';
  throw failure('unsupported');
}

function passwordOf(credential: string): string {
  const octets = fromBase64(credential);
  if (octets === undefined) throw failure('invalid-value');
  return decodeUtf8(octets, 'ota-settings');
}

function element(tag: SyncTag, children: readonly WbxmlNode[]): WbxmlElement {
  return { page: 0, tag: syncTags[tag], children };
}

function textElement(tag: SyncTag, value: string): WbxmlElement {
  return element(tag, [value]);
}

function elementsOf({ children }: WbxmlElement): WbxmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string' && child.trim() === '') return [];
    const isElement = typeof child !== 'string' && !(child instanceof Uint8Array);
    if (!isElement) throw failure('invalid-value');
    if (syncTagName(child.page, child.tag) === undefined) throw failure('unsupported');
    return [child];
  });
}

function one(children: readonly WbxmlElement[], tag: SyncTag): WbxmlElement | undefined {
  const [found, another] = children.filter((child) => child.tag === syncTags[tag]);
  if (another !== undefined) throw failure('inconsistent');
  return found;
}

function text(children: readonly WbxmlElement[], tag: SyncTag): string | undefined {
  const found = one(children, tag);
  if (found === undefined) return undefined;
  return found.children
    .map((child) => {
      if (typeof child !== 'string') throw failure('invalid-value');
      return child;
    })
    .join('');
}

function requiredText(children: readonly WbxmlElement[], tag: SyncTag): string {
  const found = text(children, tag);
  if (found === undefined) throw failure('missing');
  return found;
}

function failure(
  code: 'unsupported' | 'invalid-value' | 'missing' | 'inconsistent' | 'too-long',
): CodecError {
  return new CodecError('ota-settings', code);
}
