import { CodecError } from '../../codec-error.ts';
import { textAt } from '../elements.ts';
import type { SyncmlDocument } from '../document.ts';
import { knownVersion, newestVersion } from '../public-ids.ts';
import { toUtf8Xml } from './charset.ts';
import { SyncmlXmlParser } from './parser.ts';

const namespaceVersion = /^syncml:syncml(\d+\.\d+)$/i;

/**
 * Decodes a SyncML or device information document from XML. Texts become strings, CDATA sections
 * views of `bytes` (of a copy where the charset is not UTF-8), line ends and all. A document type
 * with declarations of its own, an entity that is not built in, and whatever is not well-formed is
 * a CodecError `invalid-value`; one that ends too early `truncated`; another root `unsupported`.
 */
export function decodeSyncmlXml(bytes: Uint8Array): SyncmlDocument {
  const { root, namespace } = new SyncmlXmlParser(toUtf8Xml(bytes)).parse();
  const verDtd = (name: string): string | undefined =>
    name === 'DevInf' ? textAt(root, 'VerDTD') : textAt(root, 'SyncHdr', 'VerDTD');
  const version =
    knownVersion(namespaceVersion.exec(namespace.trim())?.[1]) ??
    knownVersion(verDtd(root.name)?.trim()) ??
    newestVersion;
  if (root.name === 'SyncML') return { kind: 'syncml', version, root };
  if (root.name === 'DevInf') return { kind: 'devinf', version, root };
  throw new CodecError('syncml', 'unsupported');
}
