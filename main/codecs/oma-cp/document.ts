import { CodecError } from '../codec-error.ts';
import { provisioningLimits } from '../limits.ts';
import {
  readAttributedWbxml,
  writeAttributedWbxml,
  type AttributedElement,
  type WbxmlAttribute,
} from '../wbxml/index.ts';
import { provisioningPublicId, provisioningTokens } from './tokens.ts';

/** One setting. */
export type Parm = {
  /** Registered name such as `APPID`. */
  readonly name: string;
  readonly value?: string;
};

/** A group of settings, such as `APPLICATION`. The order counts: S60 reads it front to back. */
export type Characteristic = {
  readonly type: string;
  readonly children: readonly (Parm | Characteristic)[];
};

/** What a provisioning message says (OMA-WAP-TS-ProvCont-V1_1 §4). */
export type ProvisioningDocument = { readonly characteristics: readonly Characteristic[] };

const wbxmlVersion = 3;
const publicIdText = '-//WAPFORUM//DTD PROV 1.0//EN';
const rootTag = 'wap-provisioningdoc';
const documentVersion = '1.0';

/** Tells a group from a setting. */
export function isCharacteristic(child: Parm | Characteristic): child is Characteristic {
  return 'type' in child;
}

/**
 * Encodes a document as WBXML 1.3 in UTF-8 (OMA-WAP-TS-ProvCont-V1_1 §8), without a string table
 * and on one attribute page as long as it will do: operators send it so, and it saves a message. An empty name or type,
 * or a NUL in a text, is a CodecError `invalid-value`; more than phones take in is `too-long`,
 * `too-deep` or `too-many`.
 */
export function encodeProvisioningDocument(document: ProvisioningDocument): Uint8Array {
  const root: AttributedElement = {
    tag: rootTag,
    attributes: [{ name: 'version', value: documentVersion }],
    children: document.characteristics.map((group) => elementOf(group, 1)),
  };
  return writeAttributedWbxml(
    { version: wbxmlVersion, publicId: provisioningPublicId, root },
    provisioningTokens,
    provisioningLimits,
  );
}

/**
 * Decodes a document, whoever wrote it: pages switched for every value or once, literals, string
 * tables and tokens for pieces of values. Anything but a document of this type is a CodecError.
 */
export function decodeProvisioningDocument(bytes: Uint8Array): ProvisioningDocument {
  const document = readAttributedWbxml(bytes, provisioningTokens, provisioningLimits);
  if (document.publicId !== provisioningPublicId && document.publicId !== publicIdText) {
    throw new CodecError('provisioning', 'unsupported');
  }
  const { tag, attributes, children } = document.root;
  if (tag !== rootTag) throw new CodecError('provisioning', 'unsupported');
  // Absent, the version is the only one that the document type has ever had.
  const version = attribute(attributes, 'version') ?? documentVersion;
  if (version !== documentVersion) throw new CodecError('provisioning', 'unsupported');
  return {
    characteristics: children.map((child) => {
      if (child.tag !== 'characteristic') throw new CodecError('provisioning', 'invalid-value');
      return characteristicOf(child);
    }),
  };
}

function elementOf(group: Characteristic, depth: number): AttributedElement {
  // The writer counts as well, but only after the whole tree was made.
  if (depth > provisioningLimits.depth) throw new CodecError('provisioning', 'too-deep');
  return {
    tag: 'characteristic',
    attributes: [{ name: 'type', value: named(group.type) }],
    children: group.children.map((child) =>
      isCharacteristic(child) ? elementOf(child, depth + 1) : parmElement(child),
    ),
  };
}

function parmElement({ name, value }: Parm): AttributedElement {
  const attributes = [{ name: 'name', value: named(name) }];
  if (value !== undefined) attributes.push({ name: 'value', value });
  return { tag: 'parm', attributes, children: [] };
}

function characteristicOf({ attributes, children }: AttributedElement): Characteristic {
  return {
    type: required(attributes, 'type'),
    children: children.map((child) => {
      if (child.tag === 'characteristic') return characteristicOf(child);
      if (child.tag === 'parm') return parmOf(child);
      throw new CodecError('provisioning', 'invalid-value');
    }),
  };
}

function parmOf({ attributes, children }: AttributedElement): Parm {
  if (children.length > 0) throw new CodecError('provisioning', 'invalid-value');
  const name = required(attributes, 'name');
  const value = attribute(attributes, 'value');
  return value === undefined ? { name } : { name, value };
}

function required(attributes: readonly WbxmlAttribute[], name: string): string {
  const value = attribute(attributes, name);
  if (value === undefined) throw new CodecError('provisioning', 'missing');
  return named(value);
}

function attribute(attributes: readonly WbxmlAttribute[], name: string): string | undefined {
  return attributes.find((candidate) => candidate.name === name)?.value;
}

function named(text: string): string {
  if (text === '') throw new CodecError('provisioning', 'invalid-value');
  return text;
}
