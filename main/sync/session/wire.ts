import type { SyncmlEncoding } from '../../codecs/syncml/index.ts';

/** The content type of each encoding (OMA SyncML HTTP binding 1.2 §5). */
export const contentTypes: Readonly<Record<SyncmlEncoding, string>> = {
  wbxml: 'application/vnd.syncml+wbxml',
  xml: 'application/vnd.syncml+xml',
};

/** The encoding that a Content-Type header names, whatever parameters it has. */
export function encodingOf(contentType: string): SyncmlEncoding | undefined {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (type === contentTypes.wbxml) return 'wbxml';
  return type === contentTypes.xml ? 'xml' : undefined;
}
