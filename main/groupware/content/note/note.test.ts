import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem, project } from '../codec.ts';
import type { NoteItem } from '../item.ts';

const text = (note: NoteItem, type: 'text' | 'vnote'): string =>
  Buffer.from(encodeItem(note, type)).toString();

describe('notes', () => {
  it('takes the first line for the subject', () => {
    const note = decodeItem(Buffer.from('Einkaufen\r\nÄpfel\r\n\r\nBrot\r\n'), 'text');
    expect(note).toEqual({ kind: 'note', subject: 'Einkaufen', text: 'Äpfel\n\nBrot' });
    expect(text(note as NoteItem, 'text')).toBe('Einkaufen\r\nÄpfel\r\n\r\nBrot');
  });

  it('does not repeat a subject that the text begins with', () => {
    expect(text({ kind: 'note', subject: 'a', text: 'a\nb' }, 'text')).toBe('a\r\nb');
  });

  it('reads the vNote of a phone', () => {
    const rows = [
      'BEGIN:VNOTE',
      'VERSION:1.1',
      'BODY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:K=C3=A4se=0D=0Aund =E2=82=AC=',
      '5',
      'DCREATED:20050301T101500',
      'LAST-MODIFIED:20050301T101500Z',
      'CLASS:PRIVATE',
      'X-IRMC-LUID:0001',
      'X-COLOR:blue',
      'END:VNOTE',
    ];
    const note = decodeItem(Buffer.from(`${rows.join('\r\n')}\r\n`), 'vnote') as NoteItem;
    expect(note).toEqual({
      kind: 'note',
      subject: 'Käse',
      text: 'und €5',
      uid: '0001',
      created: '2005-03-01T10:15:00Z',
      modified: '2005-03-01T10:15:00Z',
      classification: 'PRIVATE',
      extra: [{ name: 'X-COLOR', params: [], value: 'blue' }],
    });
    expect(project(note, 'vnote')).toEqual(note);
  });

  it('survives a VJOURNAL with all it has', () => {
    const note: NoteItem = {
      kind: 'note',
      uid: 'n1',
      subject: 'a; b, c',
      text: ']]>\n\\n',
      categories: ['x, y', 'z'],
      date: { kind: 'date', at: '2024-01-01' },
      created: '2024-01-01T00:00:00Z',
      modified: '2024-01-02T00:00:00Z',
    };
    expect(project(note, 'icalendar')).toEqual(note);
  });
});
