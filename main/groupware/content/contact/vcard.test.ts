import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem, project } from '../codec.ts';
import { fingerprint, sameContent } from '../compare/fingerprint.ts';
import { canonicalFields } from '../compare/canonical.ts';
import type { ContactItem } from '../item.ts';
import { defaultProfile } from '../profile.ts';
import { contacts } from '../testing/contacts.ts';

const versions = ['vcard-2.1', 'vcard-3.0'] as const;
const lines = (...rows: string[]): Uint8Array => Buffer.from(rows.join('\r\n') + '\r\n');
const read = (...rows: string[]): ContactItem =>
  decodeItem(lines('BEGIN:VCARD', ...rows, 'END:VCARD'), 'vcard-2.1') as ContactItem;
const text = (contact: ContactItem, type: (typeof versions)[number]): string =>
  Buffer.from(encodeItem(contact, type)).toString();

describe('vCard round trips', () => {
  it('vCard 3.0 holds every field', () => {
    fc.assert(
      fc.property(contacts, (contact) => {
        expect(canonicalFields(project(contact, 'vcard-3.0'))).toEqual(canonicalFields(contact));
      }),
    );
  });

  it('vCard 2.1 holds every field but commas in lists', () => {
    fc.assert(
      fc.property(contacts, ({ nicknames: _nicknames, extra: _extra, ...contact }) => {
        expect(canonicalFields(project(contact, 'vcard-2.1'))).toEqual(canonicalFields(contact));
      }),
    );
  });

  it.each(versions)('%s is stable on the second pass', (type) => {
    fc.assert(
      fc.property(contacts, (contact) => {
        const once = project(contact, type);
        expect(project(once, type)).toEqual(once);
      }),
    );
  });

  it('keeps what unfolded long lines and other charsets do', () => {
    const profiles = [
      { ...defaultProfile, fold: false },
      { ...defaultProfile, quotedPrintable: 'line-breaks' as const },
      {
        ...defaultProfile,
        charsetOut: 'windows-1252' as const,
        charsetIn: 'windows-1252' as const,
      },
    ];
    const contact: ContactItem = {
      kind: 'contact',
      name: { family: 'Größe'.repeat(40), given: 'Zoë €' },
      notes: 'erste Zeile\n\n  dritte; mit, allem: =3D '.repeat(20).trim(),
    };
    for (const profile of profiles) {
      for (const type of versions) {
        expect(project(contact, type, profile)).toEqual(contact);
      }
    }
  });
});

describe('reading vCard 2.1', () => {
  it('joins umlauts that soft line breaks tear apart', () => {
    const contact = read(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=',
      '=BCller;J=C3=B6=',
      'rg',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zeile 1=0D=0AZeile 2 =',
      ' mit Blank',
    );
    expect(contact.name).toEqual({ family: 'Müller', given: 'Jörg' });
    expect(contact.notes).toBe('Zeile 1\nZeile 2  mit Blank');
  });

  it('understands parameters without names, photos with an empty line, and groups', () => {
    const contact = read(
      'VERSION:2.1',
      'N:Doe;Jane',
      'TEL;CELL;PREF:+49170',
      'item1.TEL;WORK:+4930',
      'item1.X-ABLABEL:Desk',
      'PHOTO;JPEG;ENCODING=BASE64:',
      '  /9j/4AAQ',
      'SkZJRg==',
      '',
      'TITLE:Boss',
    );
    expect(contact.photo).toEqual({ data: '/9j/4AAQSkZJRg==', mediaType: 'image/jpeg' });
    expect(contact.title).toBe('Boss');
    expect(contact.phones).toEqual([
      { value: '+49170', types: ['cell', 'pref'] },
      { value: '+4930', types: ['work'], params: [{ name: 'GROUP', values: ['item1'] }] },
    ]);
    expect(text(contact, 'vcard-3.0')).toContain('item1.X-ABLABEL:Desk');
  });

  it('takes undeclared octets for windows-1252 when they are no UTF-8', () => {
    const bytes = Buffer.from('BEGIN:VCARD\nVERSION:2.1\nN:M\xfcller\nEND:VCARD\n', 'latin1');
    expect(decodeItem(bytes, 'vcard-2.1')).toMatchObject({ name: { family: 'Müller' } });
  });

  it('leaves backslashes of plain texts alone unless the device escapes them', () => {
    expect(read('VERSION:2.1', 'N:A', 'NOTE:C:\\new; x').notes).toBe('C:\\new; x');
    const escaping = { ...defaultProfile, escapesLegacyText: true };
    const bytes = lines('BEGIN:VCARD', 'VERSION:2.1', 'NOTE:a\\;b\\, c', 'END:VCARD');
    expect(decodeItem(bytes, 'vcard-2.1', escaping)).toMatchObject({ notes: 'a;b, c' });
  });
});

describe('reading vCard 4.0', () => {
  it('accepts its own ways of writing', () => {
    const contact = read(
      'VERSION:4.0',
      'FN:Jane Doe',
      'N:Doe;Jane;;;',
      'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555',
      'PHOTO:data:image/png;base64,iVBORw0KGgo=',
      'BDAY:19960415',
      'GENDER:F',
      'NOTE:it is\\, well\\n done',
    );
    expect(contact).toEqual({
      kind: 'contact',
      name: { family: 'Doe', given: 'Jane' },
      phones: [{ value: '+1-555', types: ['home', 'pref', 'voice'] }],
      photo: { data: 'iVBORw0KGgo=', mediaType: 'image/png' },
      birthday: '1996-04-15',
      notes: 'it is, well\n done',
      extra: [{ name: 'GENDER', params: [], value: 'F' }],
    });
  });
});

describe('what is nobody’s business', () => {
  it('does not see the order, line ends or implied types as a change', () => {
    const left = read('VERSION:2.1', 'N:A;B', 'TEL;VOICE;CELL:1', 'TEL;HOME:2', 'UID:x');
    const right = read('VERSION:3.0', 'FN:B A', 'N:A;B;;;', 'TEL;TYPE=HOME:2', 'TEL;TYPE=cell:1');
    expect(fingerprint(left)).toBe(fingerprint(right));
    expect(sameContent(left, read('VERSION:2.1', 'N:A;B', 'TEL;CELL:1'))).toBe(false);
  });
});

describe('a device’s limits', () => {
  const contact: ContactItem = {
    kind: 'contact',
    name: { family: 'Doe' },
    notes: 'ä'.repeat(50),
    role: 'r',
    phones: [{ value: '1' }, { value: '2' }],
  };

  it('sends only what CTCap lists, cut to its sizes', () => {
    const profile = {
      ...defaultProfile,
      properties: [{ name: 'N' }, { name: 'NOTE', maxSize: 21 }, { name: 'TEL', maxOccurs: 1 }],
    };
    expect(project(contact, 'vcard-2.1', profile)).toEqual({
      kind: 'contact',
      name: { family: 'Doe' },
      notes: 'ä'.repeat(10),
      phones: [{ value: '1' }],
    });
  });

  it('tells devices that keep fields to clear them', () => {
    const profile = { ...defaultProfile, emptyProperties: 'dummy' as const };
    const written = Buffer.from(encodeItem(contact, 'vcard-2.1', profile)).toString();
    expect(written).toMatch(/TITLE;ENCODING=QUOTED-PRINTABLE:=20\r\n/);
    expect(project(contact, 'vcard-2.1', profile)).toEqual(contact);
  });

  it('takes the empty lines that some clients write for every field they have as absent', () => {
    const contact = read('VERSION:3.0', 'FN:Ada', 'X-GENDER:', 'GEO:;', 'X-KEPT:1');
    expect(contact.extra?.map(({ name }) => name)).toEqual(['X-KEPT']);
  });
});
