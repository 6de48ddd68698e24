import { compact } from '../compact.ts';
import { ContentError } from '../content-error.ts';
import { readInstant, writeInstant } from '../instant.ts';
import type { FileItem, FolderItem, MailItem, NamedValues } from '../item.ts';
import type { ContentProfile } from '../profile.ts';
import {
  childText,
  escapeXml,
  readXml,
  writeElement,
  writeXml,
  type Element,
} from '../sif/flat-xml.ts';
import { fromBinary } from '../vobject/charset.ts';
import { decodeQuotedPrintable } from '../vobject/quoted-printable.ts';

/** Reads an OMA email object (OMA DS 1.2 Email Data Object §6). */
export function readEmail(bytes: Uint8Array, profile: ContentProfile): MailItem {
  const root = readRoot(bytes, 'Email', profile);
  const body = readBody(root, 'emailitem');
  if (body === undefined) throw new ContentError('omads', 'missing', 'emailitem');
  return compact<MailItem>({
    kind: 'mail',
    body,
    read: flag(root, 'read'),
    forwarded: flag(root, 'forwarded'),
    replied: flag(root, 'replied'),
    deleted: flag(root, 'deleted'),
    flagged: flag(root, 'flagged'),
    received: time(root, 'received'),
    created: time(root, 'created'),
    modified: time(root, 'modified'),
    extensions: readExtensions(root),
  });
}

/** Writes an OMA email object; the message travels in Base64, so that no octet of it changes. */
export function writeEmail(mail: MailItem, profile: ContentProfile): Uint8Array {
  const parts: string[] = [];
  for (const name of ['read', 'forwarded', 'replied', 'deleted', 'flagged'] as const) {
    const value = mail[name];
    if (value !== undefined) parts.push(writeElement(name, value ? 'true' : 'false'));
  }
  parts.push(...writeTimes(mail, ['received', 'created', 'modified']));
  parts.push(writeElement('emailitem', mail.body, { enc: 'base64' }));
  return writeXml('Email', [...parts, ...writeExtensions(mail.extensions)], profile);
}

/** Reads an OMA file object (OMA DS 1.2 File Data Object §6). */
export function readFile(bytes: Uint8Array, profile: ContentProfile): FileItem {
  const root = readRoot(bytes, 'File', profile);
  return compact<FileItem>({
    kind: 'file',
    name: nameOf(root),
    body: readBody(root, 'body'),
    contentType: childText(root, 'cttype'),
    ...readTimes(root),
    attributes: readAttributes(root),
    extensions: readExtensions(root),
  });
}

/** Writes an OMA file object. */
export function writeFile(file: FileItem, profile: ContentProfile): Uint8Array {
  const parts = [writeElement('name', file.name)];
  parts.push(...writeTimes(file, ['created', 'modified', 'accessed']));
  parts.push(...writeAttributes(file.attributes));
  if (file.contentType !== undefined) parts.push(writeElement('cttype', file.contentType));
  if (file.body !== undefined) {
    parts.push(writeElement('body', file.body, { enc: 'base64' }));
    parts.push(writeElement('size', String(Buffer.from(file.body, 'base64').length)));
  }
  return writeXml('File', [...parts, ...writeExtensions(file.extensions)], profile);
}

/** Reads an OMA folder object (OMA DS 1.2 Folder Data Object §6). */
export function readFolder(bytes: Uint8Array, profile: ContentProfile): FolderItem {
  const root = readRoot(bytes, 'Folder', profile);
  return compact<FolderItem>({
    kind: 'folder',
    name: nameOf(root),
    ...readTimes(root),
    attributes: readAttributes(root),
    role: childText(root, 'role')?.toLowerCase(),
    extensions: readExtensions(root),
  });
}

/** Writes an OMA folder object. */
export function writeFolder(folder: FolderItem, profile: ContentProfile): Uint8Array {
  const parts = [writeElement('name', folder.name)];
  parts.push(...writeTimes(folder, ['created', 'modified', 'accessed']));
  parts.push(...writeAttributes(folder.attributes));
  if (folder.role !== undefined) parts.push(writeElement('role', folder.role));
  return writeXml('Folder', [...parts, ...writeExtensions(folder.extensions)], profile);
}

function readRoot(bytes: Uint8Array, name: string, profile: ContentProfile): Element {
  const root = readXml(bytes, 'omads', profile);
  if (root.name.toLowerCase() !== name.toLowerCase()) {
    throw new ContentError('omads', 'malformed', root.name);
  }
  return root;
}

function nameOf(root: Element): string {
  const name = childText(root, 'name');
  if (name === undefined) throw new ContentError('omads', 'missing', 'name');
  return name;
}

function readBody(root: Element, name: string): string | undefined {
  const element = root.children.find((child) => child.name.toLowerCase() === name);
  if (element === undefined) return undefined;
  const encoding = (
    element.attributes['enc'] ??
    element.attributes['encoding'] ??
    ''
  ).toLowerCase();
  if (encoding === 'base64') return Buffer.from(element.text, 'base64').toString('base64');
  if (encoding === 'quoted-printable') {
    const binary = Buffer.from(element.text, 'utf8').toString('latin1');
    const joined = binary.replace(/=[ \t]*\r?\n/g, '');
    return Buffer.from(fromBinary(decodeQuotedPrintable(joined))).toString('base64');
  }
  return Buffer.from(element.text, 'utf8').toString('base64');
}

function flag(root: Element, name: string): boolean | undefined {
  const text = childText(root, name);
  return text === undefined ? undefined : /^(1|true)$/i.test(text);
}

function time(root: Element, name: string): string | undefined {
  return readInstant(childText(root, name) ?? '');
}

function readTimes(root: Element): { created?: string; modified?: string; accessed?: string } {
  return compact({
    created: time(root, 'created'),
    modified: time(root, 'modified'),
    accessed: time(root, 'accessed'),
  });
}

function writeTimes<Name extends string>(
  item: Readonly<Partial<Record<Name, string>>>,
  names: readonly Name[],
): string[] {
  return names.flatMap((name) => {
    const value = item[name];
    return value === undefined ? [] : [writeElement(name, writeInstant(value))];
  });
}

/** Attributes are elements inside one, or its letters. */
function readAttributes(root: Element): string | undefined {
  const element = root.children.find((child) => child.name.toLowerCase() === 'attributes');
  if (element === undefined) return undefined;
  const set = element.children.filter((child) => /^(1|true)$/i.test(child.text.trim()));
  const letters = element.children.length > 0 ? set.map((child) => child.name) : [...element.text];
  const wanted = letters.map((letter) => letter.toLowerCase());
  return [...'hsadwrx'].filter((letter) => wanted.includes(letter)).join('');
}

function writeAttributes(attributes: string | undefined): string[] {
  if (attributes === undefined) return [];
  const set = [...attributes].map((letter) => writeElement(escapeXml(letter), 'true'));
  return [`<attributes>${set.join('')}</attributes>`];
}

function readExtensions(root: Element): NamedValues[] {
  return root.children
    .filter((child) => child.name.toLowerCase() === 'ext')
    .flatMap((child) => {
      const name = childText(child, 'XNam');
      const values = child.children.filter((each) => each.name.toLowerCase() === 'xval');
      return name === undefined ? [] : [{ name, values: values.map((each) => each.text) }];
    });
}

function writeExtensions(extensions: readonly NamedValues[] | undefined): string[] {
  return (extensions ?? []).map(({ name, values }) => {
    const written = values.map((value) => writeElement('XVal', value));
    return `<Ext>${writeElement('XNam', name)}${written.join('')}</Ext>`;
  });
}
