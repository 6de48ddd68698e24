/** What a document is: a message of the protocol or a description of a device. */
export type SyncmlKind = 'syncml' | 'devinf';

/** Versions of the protocol that we know the names of. */
export type SyncmlVersion = '1.0' | '1.1' | '1.2';

/** A document type. */
export type SyncmlDocumentType = { readonly kind: SyncmlKind; readonly version: SyncmlVersion };

type Row = SyncmlDocumentType & { readonly number: number; readonly text: string };

const publicIdPattern = /^-\/\/(?:SYNCML|OMA)\/\/DTD[ -](SyncML|DevInf) (\d+\.\d+)\/\/EN$/i;

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

/**
 * The document type of an identifier in either form, or undefined for a foreign one. The text may
 * be in any letter case; one with a version that nobody knows stands for the newest, as the header
 * of the message says which it is and an answer can refuse it.
 */
export function documentTypeOf(publicId: number | string): SyncmlDocumentType | undefined {
  const row = rows.find(({ number, text }) => number === publicId || text === publicId);
  if (row !== undefined) return { kind: row.kind, version: row.version };
  const match = typeof publicId === 'string' ? publicIdPattern.exec(publicId) : null;
  if (match === null) return undefined;
  const kind = match[1]?.toLowerCase() === 'devinf' ? 'devinf' : 'syncml';
  return { kind, version: knownVersion(match[2]) ?? newestVersion };
}

/** The version of that name, if we know the names of it. */
export function knownVersion(version: string | undefined): SyncmlVersion | undefined {
  return rows.find((row) => row.version === version)?.version;
}

/** What is assumed where a message does not say its version, or one that we do not know. */
export const newestVersion: SyncmlVersion = '1.2';
