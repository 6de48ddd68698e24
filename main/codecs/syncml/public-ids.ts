/** What a document is: a message of the protocol or a description of a device. */
export type SyncmlKind = 'syncml' | 'devinf';

/** Versions of the protocol that we know the names of. */
export type SyncmlVersion = '1.0' | '1.1' | '1.2';

/** A document type. */
export type SyncmlDocumentType = { readonly kind: SyncmlKind; readonly version: SyncmlVersion };

type Row = SyncmlDocumentType & { readonly number: number; readonly text: string };

/** Public identifiers as registered for WBXML; both forms are legal and seen. */
const rows: readonly Row[] = [
  { kind: 'syncml', version: '1.0', number: 0x0fd1, text: '-//SYNCML//DTD SyncML 1.0//EN' },
  { kind: 'devinf', version: '1.0', number: 0x0fd2, text: '-//SYNCML//DTD DevInf 1.0//EN' },
  { kind: 'syncml', version: '1.1', number: 0x0fd3, text: '-//SYNCML//DTD SyncML 1.1//EN' },
  { kind: 'devinf', version: '1.1', number: 0x0fd4, text: '-//SYNCML//DTD DevInf 1.1//EN' },
  { kind: 'syncml', version: '1.2', number: 0x1201, text: '-//SYNCML//DTD SyncML 1.2//EN' },
  { kind: 'devinf', version: '1.2', number: 0x1203, text: '-//SYNCML//DTD DevInf 1.2//EN' },
];

/** The identifier of a document type, as a number or in full. */
export function publicIdOf(type: SyncmlDocumentType, form: 'number' | 'text'): number | string {
  const row = rows.find(({ kind, version }) => kind === type.kind && version === type.version);
  // Every combination of the two unions has its row.
  if (row === undefined) throw new TypeError(`no public identifier: ${type.kind} ${type.version}`);
  return row[form];
}

/** The document type of an identifier in either form, or undefined for a foreign one. */
export function documentTypeOf(publicId: number | string): SyncmlDocumentType | undefined {
  const row = rows.find(({ number, text }) => number === publicId || text === publicId);
  return row === undefined ? undefined : { kind: row.kind, version: row.version };
}
