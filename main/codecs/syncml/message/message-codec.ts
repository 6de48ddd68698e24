import {
  decodeSyncmlWithForm,
  encodeSyncml,
  measureSyncml,
  type SyncmlDocument,
} from '../document.ts';
import { textAt, type SyncmlElement } from '../elements.ts';
import { knownVersion, type SyncmlDocumentType } from '../public-ids.ts';
import { decodeSyncmlXml } from '../xml/read-xml.ts';
import { encodeSyncmlXml, measureSyncmlXml } from '../xml/write-xml.ts';
import type { Command, SyncmlMessage, SyncmlVersion } from './model.ts';
import { readMessage } from './read-message.ts';
import { writeCommand } from './write-commands.ts';
import { writeMessage } from './write-message.ts';

/** The two forms of a document (OMA SyncML Representation Protocol §6 and §7). */
export type SyncmlEncoding = 'wbxml' | 'xml';

/** How a message is written. */
export interface SyncmlForm {
  readonly encoding: SyncmlEncoding;
  readonly version: SyncmlVersion;
  /** Minor version of WBXML, 1…3; what the client used, or else 1.2. */
  readonly wbxmlVersion?: number;
}

/** A message as it came, with the form to answer in. */
export interface DecodedSyncmlMessage extends SyncmlForm {
  readonly message: SyncmlMessage;
}

/**
 * Decodes a message. Its version is what the header says; where that is none we know, what the
 * document's type says: the header keeps the text, so an answer can refuse it. Item data are views
 * of `bytes` where their form allows. Whatever cannot be read is a CodecError.
 */
export function decodeSyncmlMessage(
  bytes: Uint8Array,
  encoding: SyncmlEncoding,
): DecodedSyncmlMessage {
  if (encoding === 'xml') {
    const document = decodeSyncmlXml(bytes);
    return { message: readMessage(document.root), encoding, version: versionOf(document) };
  }
  const { document, wbxmlVersion } = decodeSyncmlWithForm(bytes);
  const version = versionOf(document);
  return { message: readMessage(document.root), encoding, version, wbxmlVersion };
}

function versionOf({ root, version }: SyncmlDocument): SyncmlVersion {
  return knownVersion(textAt(root, 'SyncHdr', 'VerDTD')?.trim()) ?? version;
}

/**
 * Encodes a message. In XML an item's octets have to be text (see `canStandInXml`), else it is a
 * CodecError `invalid-value`; so is a text with a NUL in either form.
 */
export function encodeSyncmlMessage(message: SyncmlMessage, form: SyncmlForm): Uint8Array {
  const root = writeMessage(message, form.version);
  const document: SyncmlDocument = { ...documentType(form), root };
  if (form.encoding === 'xml') return encodeSyncmlXml(document);
  const { wbxmlVersion } = form;
  return encodeSyncml(document, wbxmlVersion === undefined ? {} : { wbxmlVersion });
}

/**
 * Octets that a command adds to a message: exact, or up to two more than needed. The sum over the
 * commands of a message and {@link encodedMessageSize} of the message without them is never less
 * than what {@link encodeSyncmlMessage} makes; commands inside a Sync add up in the same way.
 */
export function encodedSize(command: Command, form: SyncmlForm): number {
  return measure(writeCommand(command, form.version), form);
}

/**
 * Octets of a whole message, as for {@link encodedSize}, with room for Final whether it has one or
 * not: what a message without commands takes before any is added.
 */
export function encodedMessageSize(message: SyncmlMessage, form: SyncmlForm): number {
  const root = writeMessage({ ...message, final: true }, form.version);
  if (form.encoding === 'xml') return measure(root, form);
  return measure(root, form) + wbxmlHeaderOctets;
}

/** Version, public identifier, charset and length of the string table of {@link encodeSyncml}. */
const wbxmlHeaderOctets = 5;

function measure(element: SyncmlElement, form: SyncmlForm): number {
  const type = documentType(form);
  return form.encoding === 'xml' ? measureSyncmlXml(element, type) : measureSyncml(element, type);
}

function documentType({ version }: SyncmlForm): SyncmlDocumentType {
  return { kind: 'syncml', version };
}
