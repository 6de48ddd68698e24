/** Media types of a SyncML message (OMA SyncML HTTP Binding §"Content types"). */
export const syncMedia = {
  xml: 'application/vnd.syncml+xml',
  wbxml: 'application/vnd.syncml+wbxml',
} as const;

/** Types that say nothing: what programs send that do not know better. */
const vagueTypes = new Set([
  '',
  'text/xml',
  'application/xml',
  'text/plain',
  'text/html',
  'application/octet-stream',
  'application/wbxml',
  'application/vnd.wap.wbxml',
  'application/x-www-form-urlencoded',
]);

function essence(contentType: string | undefined): string {
  return (contentType ?? '').split(/[;,]/u)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a Content-Type names SyncML, in any letter case and with any parameters. */
export function isSyncMedia(contentType: string | undefined): boolean {
  const type = essence(contentType);
  return type === syncMedia.xml || type === syncMedia.wbxml;
}

/** The first octet of what is no white space, behind a byte order mark. */
function firstOctet(body: Uint8Array): number | undefined {
  const start = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  return body.subarray(start).find((octet) => ![0x20, 0x09, 0x0a, 0x0d].includes(octet));
}

/**
 * The Content-Type of a message: as sent where it names SyncML, guessed from the first octets where
 * it says nothing. Undefined when it is something else.
 */
export function syncMediaOf(contentType: string | undefined, body: Uint8Array): string | undefined {
  if (isSyncMedia(contentType)) return contentType;
  if (!vagueTypes.has(essence(contentType))) return undefined;
  // WBXML begins with its version, 1.0 to 1.3 (WAP-192 §5.4).
  const version = body[0] ?? 0xff;
  if (version <= 0x03) return syncMedia.wbxml;
  return firstOctet(body) === 0x3c ? syncMedia.xml : undefined;
}
