/**
 * OMNA registry of content-type codes: WSP short and long integers (WAP-230 table 40) and the
 * 24-bit content type of a Server Alerted Notification are the same numbers. Codes on whose
 * meaning the implementations disagree (0x0A, 0x16) are left out.
 */
const contentTypes: ReadonlyMap<number, string> = new Map([
  [0x00, '*/*'],
  [0x01, 'text/*'],
  [0x02, 'text/html'],
  [0x03, 'text/plain'],
  [0x06, 'text/x-vCalendar'],
  [0x07, 'text/x-vCard'],
  [0x08, 'text/vnd.wap.wml'],
  [0x0b, 'multipart/*'],
  [0x0c, 'multipart/mixed'],
  [0x10, 'application/*'],
  [0x14, 'application/vnd.wap.wmlc'],
  [0x1d, 'image/gif'],
  [0x1e, 'image/jpeg'],
  [0x20, 'image/png'],
  [0x21, 'image/vnd.wap.wbmp'],
  [0x22, 'application/vnd.wap.multipart.*'],
  [0x23, 'application/vnd.wap.multipart.mixed'],
  [0x24, 'application/vnd.wap.multipart.form-data'],
  [0x25, 'application/vnd.wap.multipart.byteranges'],
  [0x26, 'application/vnd.wap.multipart.alternative'],
  [0x27, 'application/xml'],
  [0x28, 'text/xml'],
  [0x29, 'application/vnd.wap.wbxml'],
  [0x2d, 'text/vnd.wap.si'],
  [0x2e, 'application/vnd.wap.sic'],
  [0x2f, 'text/vnd.wap.sl'],
  [0x30, 'application/vnd.wap.slc'],
  [0x31, 'text/vnd.wap.co'],
  [0x32, 'application/vnd.wap.coc'],
  [0x33, 'application/vnd.wap.multipart.related'],
  [0x34, 'application/vnd.wap.sia'],
  [0x35, 'text/vnd.wap.connectivity-xml'],
  [0x36, 'application/vnd.wap.connectivity-wbxml'],
  [0x3b, 'application/xhtml+xml'],
  [0x3e, 'application/vnd.wap.mms-message'],
  [0x42, 'application/vnd.syncml.dm+wbxml'],
  [0x43, 'application/vnd.syncml.dm+xml'],
  [0x44, 'application/vnd.syncml.notification'],
  [0x47, 'application/vnd.oma.dd+xml'],
  [0x48, 'application/vnd.oma.drm.message'],
  [0x49, 'application/vnd.oma.drm.content'],
  [0x4a, 'application/vnd.oma.drm.rights+xml'],
  [0x4b, 'application/vnd.oma.drm.rights+wbxml'],
  [0x4c, 'application/vnd.wv.csp+xml'],
  [0x4d, 'application/vnd.wv.csp+wbxml'],
  [0x4e, 'application/vnd.syncml.ds.notification'],
  [0x4f, 'audio/*'],
  [0x50, 'video/*'],
  [0x51, 'application/vnd.oma.dd2+xml'],
  [0x52, 'application/mikey'],
  [0x53, 'application/vnd.oma.dcd'],
  [0x54, 'application/vnd.oma.dcdc'],
  [0x55, 'text/x-vMessage'],
  [0x56, 'application/vnd.omads-email+wbxml'],
  [0x57, 'text/x-vBookmark'],
  [0x58, 'application/vnd.syncml.dm.notification'],
  [0x5a, 'application/octet-stream'],
  [0x020b, 'application/vnd.nokia.syncset+wbxml'],
  [0x0302, 'application/vnd.syncml+xml'],
  [0x0303, 'application/vnd.syncml+wbxml'],
  [0x0304, 'text/vnd.wap.emn+xml'],
  [0x0305, 'text/calendar'],
  [0x0306, 'application/vnd.omads-email+xml'],
  [0x0307, 'application/vnd.omads-file+xml'],
  [0x0308, 'application/vnd.omads-folder+xml'],
  [0x0309, 'text/directory;profile=vCard'],
  [0x030a, 'application/vnd.wap.emn+wbxml'],
]);

const codes: ReadonlyMap<string, number> = new Map([
  ...[...contentTypes].map(([code, name]) => [name.toLowerCase(), code] as const),
  // vCard 3.0 has no code of its own; SyncEvolution announces it with the one of text/directory.
  ['text/vcard', 0x0309],
]);

/** Codes that this project itself puts on the wire. */
export const contentTypeCodes = {
  any: 0x00,
  provisioning: 0x36,
  syncSettings: 0x020b,
  syncmlNotification: 0x4e,
  syncmlWbxml: 0x0303,
} as const;

/** Content types that have no code and that this project puts on the wire or understands. */
export const contentTypeNames = {
  browserSettings: 'application/x-wap-prov.browser-settings',
  browserBookmarks: 'application/x-wap-prov.browser-bookmarks',
} as const;

/** MIBenum numbers of charsets, the values of the parameter "charset". */
export const charsets = { utf8: 106 } as const;

/** MIME name of a code, or undefined when the registry has none. */
export function contentTypeName(code: number): string | undefined {
  return contentTypes.get(code);
}

/** Code of a MIME name in any letter case, or undefined when it has none. */
export function contentTypeCode(name: string): number | undefined {
  return codes.get(name.toLowerCase());
}
