import { ByteWriter, type ByteSink } from '../../byte-writer.ts';
import { CodecError } from '../../codec-error.ts';
import { syncmlLimits } from '../../limits.ts';
import { OctetCounter } from '../../octet-counter.ts';
import type { SyncmlDocument } from '../document.ts';
import type { SyncmlElement, SyncmlSpace } from '../elements.ts';
import type { SyncmlDocumentType, SyncmlVersion } from '../public-ids.ts';
import { vocabularies } from '../vocabulary.ts';
import { namespaceNames } from './namespaces.ts';
import { writeCharacters, writeSection } from './text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const namePattern = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/**
 * Encodes a document as XML in UTF-8 (OMA SyncML Representation Protocol §6). Strings become
 * escaped text, octets CDATA sections, as phones choke on entities in items; the namespace of
 * meta-information and device information stands on the elements that open it. Octets that are no
 * UTF-8, and characters that XML 1.0 has not, are a CodecError `invalid-value`: who sends such an
 * item puts it into Base64 first.
 */
export function encodeSyncmlXml(document: SyncmlDocument): Uint8Array {
  const sink = new ByteWriter(4096);
  sink.utf8(declaration, 'syncml');
  new XmlBodyWriter(sink, document.version).element(document.root, undefined, 1);
  return sink.finish();
}

/** Octets that an element adds to a message in XML; for the root, those of the whole document. */
export function measureSyncmlXml(element: SyncmlElement, type: SyncmlDocumentType): number {
  const counter = new OctetCounter();
  const isRoot = element.name === 'SyncML' || type.kind === 'devinf';
  new XmlBodyWriter(counter, type.version).element(element, isRoot ? undefined : type.kind, 1);
  return counter.count + (isRoot ? declaration.length : 0);
}

class XmlBodyWriter {
  readonly #sink: ByteSink;
  readonly #version: SyncmlVersion;

  constructor(sink: ByteSink, version: SyncmlVersion) {
    this.#sink = sink;
    this.#version = version;
  }

  element(element: SyncmlElement, parent: SyncmlSpace | undefined, depth: number): void {
    if (depth > syncmlLimits.depth) throw new CodecError('syncml', 'too-deep');
    const { space, children } = element;
    checkName(element);
    const namespace = space === parent ? '' : ` xmlns="${this.#namespace(space)}"`;
    if (children.length === 0) {
      this.#sink.utf8(`<${element.name}${namespace}/>`, 'syncml');
      return;
    }
    this.#sink.utf8(`<${element.name}${namespace}>`, 'syncml');
    for (const child of children) {
      if (typeof child === 'string') writeCharacters(this.#sink, child);
      else if (child instanceof Uint8Array) writeSection(this.#sink, child);
      else this.element(child, space, depth + 1);
    }
    this.#sink.utf8(`</${element.name}>`, 'syncml');
  }

  #namespace(space: SyncmlSpace): string {
    return space === 'syncml' ? `${namespaceNames.syncml}${this.#version}` : namespaceNames[space];
  }
}

function checkName({ space, name }: SyncmlElement): void {
  if (!vocabularies[space].tokens.has(name) && !namePattern.test(name)) {
    throw new CodecError('syncml', 'invalid-value');
  }
}
