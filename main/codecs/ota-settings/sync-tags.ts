/** Tags of a SyncML profile for older phones, as Kannel has them; all on page 0. */
export const syncTags = {
  Addr: 0x05,
  AddrType: 0x06,
  Auth: 0x07,
  AuthLevel: 0x08,
  AuthScheme: 0x09,
  Bearer: 0x0a,
  ConRef: 0x0b,
  ConType: 0x0c,
  Cred: 0x0d,
  CTType: 0x0e,
  CTVer: 0x0f,
  HostAddr: 0x10,
  Name: 0x11,
  Port: 0x12,
  RefID: 0x13,
  RemoteDB: 0x14,
  SyncSettings: 0x15,
  URI: 0x16,
  Username: 0x17,
  Version: 0x18,
} as const;

/** Name of a tag in {@link syncTags}. */
export type SyncTag = keyof typeof syncTags;

const names: ReadonlyMap<number | string, string> = new Map(
  Object.entries(syncTags).map(([name, token]) => [token, name]),
);

/** Name of a tag, or undefined for one that means nothing. */
export function syncTagName(page: number, tag: number | string): string | undefined {
  return page === 0 ? names.get(tag) : undefined;
}
