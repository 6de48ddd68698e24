import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem } from '../codec.ts';
import type { ContactItem } from '../item.ts';
import { defaultProfile } from '../profile.ts';

const card = (lines: readonly string[], end: string): Buffer =>
  Buffer.from(['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join(end));
const read = (bytes: Uint8Array): ContactItem => decodeItem(bytes, 'vcard-3.0') as ContactItem;

describe('lines', () => {
  const lines = ['N:Novák;Jan', 'NOTE:one ', ' two', 'TEL;TYPE=CELL:1'];

  it.each(['\r\n', '\n', '\r'])('end with %j', (end) => {
    expect(read(card(lines, end))).toEqual(read(card(lines, '\r\n')));
  });

  it('may end in different ways within one object', () => {
    const text = card(lines, '\r\n').toString().replace('NOTE', '\nNOTE').replace('1\r\n', '1\r');
    expect(read(Buffer.from(text))).toEqual(read(card(lines, '\r\n')));
  });

  it('that come again in the next object are read the same', () => {
    const odd = card(['TEL;TYPE="a,b";X-Ä=ö;CHARSET=UTF-8:1'], '\r\n');
    expect(read(odd)).toEqual(read(odd));
    expect(read(card(['TEL;CELL:1'], '\n')).phones).toEqual([{ value: '1', types: ['cell'] }]);
    expect(read(card(['TEL;CELL:2'], '\n')).phones).toEqual([{ value: '2', types: ['cell'] }]);
  });
});

describe('folding', () => {
  const contact: ContactItem = { kind: 'contact', notes: `${'ž'.repeat(60)}😀${'a'.repeat(200)}` };

  it('keeps to 75 octets and never cuts a character', () => {
    const rows = Buffer.from(encodeItem(contact, 'vcard-3.0')).toString('utf8').split('\r\n');
    expect(Math.max(...rows.map((row) => Buffer.byteLength(row)))).toBeLessThanOrEqual(75);
    expect(rows.join('')).not.toContain('\ufffd');
    expect(read(encodeItem(contact, 'vcard-3.0')).notes).toBe(contact.notes);
  });

  it('counts characters in a character set of single octets', () => {
    const profile = {
      ...defaultProfile,
      charsetOut: 'iso-8859-1',
      charsetIn: 'iso-8859-1',
    } as const;
    const umlauts: ContactItem = { kind: 'contact', notes: 'ü'.repeat(200) };
    const bytes = Buffer.from(encodeItem(umlauts, 'vcard-3.0', profile));
    const rows = bytes.toString('latin1').split('\r\n');
    expect(Math.max(...rows.map((row) => row.length))).toBe(75);
    expect(decodeItem(bytes, 'vcard-3.0', profile)).toEqual(umlauts);
  });
});
