import { describe, expect, it } from 'vitest';
import type { ContactItem, EventItem, Item } from '../groupware/content/index.ts';
import { dataTypeOf, fieldsOf, linesOf, withFields } from './phone-item.ts';

const ada: ContactItem = {
  kind: 'contact',
  uid: 'ada-1',
  name: { given: 'Ada', family: 'Nowak', prefix: 'Dr.' },
  phones: [
    { value: '+48 600 100 200', types: ['cell'] },
    { value: '+48 22 100 200', types: ['work'] },
  ],
  emails: [{ value: 'ada@example.org', types: ['work'] }],
  birthday: '1980-03-02',
};

describe('an entry on a phone’s screen', () => {
  it('shows the parts that its form has', () => {
    expect(fieldsOf(ada)).toMatchObject({
      firstName: 'Ada',
      lastName: 'Nowak',
      mobile: '+48 600 100 200',
      phone: '+48 22 100 200',
      email: 'ada@example.org',
    });
    expect(linesOf(ada)).toEqual({ title: 'Ada Nowak', subtitle: '+48 600 100 200' });
  });

  it('keeps what the form does not show when a part is edited', () => {
    const edited = withFields('contacts', ada, { mobile: '+48 600 999 999' });
    expect(edited).toEqual({
      ...ada,
      phones: [
        { value: '+48 600 999 999', types: ['cell'] },
        { value: '+48 22 100 200', types: ['work'] },
      ],
    });
  });

  it('takes a number away when its field is emptied', () => {
    const edited = withFields('contacts', ada, { mobile: '' }) as ContactItem;
    expect(edited.phones).toEqual([{ value: '+48 22 100 200', types: ['work'] }]);
  });

  it('is the same after a form that was saved unchanged', () => {
    const event: EventItem = {
      kind: 'event',
      summary: 'Meeting',
      start: { kind: 'zoned', at: '2026-03-29T09:30:00', zone: 'Europe/Prague' },
      end: { kind: 'zoned', at: '2026-03-29T10:00:00', zone: 'Europe/Prague' },
    };
    const items: readonly Item[] = [ada, event];
    for (const item of items) {
      const dataType = dataTypeOf(item);
      if (dataType === undefined) throw new Error('no place on the phone');
      expect(withFields(dataType, item, fieldsOf(item))).toEqual(item);
    }
  });

  it('moves an event within the zone that it has', () => {
    const event: EventItem = {
      kind: 'event',
      summary: 'Meeting',
      start: { kind: 'zoned', at: '2026-03-29T09:30:00', zone: 'Europe/Prague' },
    };
    const moved = withFields('calendar', event, { start: '2026-03-30T08:00' });
    expect(moved).toMatchObject({
      start: { kind: 'zoned', at: '2026-03-30T08:00:00', zone: 'Europe/Prague' },
    });
  });

  it('takes a whole day for what it is', () => {
    const made = withFields('calendar', undefined, { title: 'Holiday', start: '2026-12-24' });
    expect(made).toEqual({
      kind: 'event',
      summary: 'Holiday',
      start: { kind: 'date', at: '2026-12-24' },
    });
  });

  it('ticks a task off and on again', () => {
    const open = withFields('tasks', undefined, { title: 'Call' });
    const done = withFields('tasks', open, { done: 'yes' });
    expect(done).toMatchObject({ status: 'COMPLETED', percent: 100 });
    expect(fieldsOf(done)).toMatchObject({ done: 'yes' });
    expect(fieldsOf(withFields('tasks', done, { done: '' }))).toMatchObject({ done: '' });
  });

  it('splits a note into its first line and the rest', () => {
    const note = withFields('notes', undefined, { text: 'Shopping\nbread\nmilk' });
    expect(note).toEqual({ kind: 'note', subject: 'Shopping', text: 'bread\nmilk' });
    expect(fieldsOf(note)).toEqual({ text: 'Shopping\nbread\nmilk' });
    expect(linesOf(note)).toEqual({ title: 'Shopping', subtitle: 'bread' });
  });
});
