import { describe, expect, it } from 'vitest';
import type { PhoneItem } from '../../shared/model/phone.ts';
import { arrivedBetween } from './arrivals.ts';
import { placesOf } from './phone-places.ts';

function item(luid: string, given: Partial<PhoneItem> = {}): PhoneItem {
  return {
    luid,
    dataType: 'contacts',
    title: luid,
    subtitle: '',
    fields: {},
    pending: null,
    changedAt: 1,
    ...given,
  };
}

describe('what has arrived on a phone', () => {
  it('is what is new or different and was not typed there', () => {
    const before = [item('kept'), item('changed'), item('typed', { pending: 'new' })];
    const now = [
      item('kept'),
      item('changed', { changedAt: 2 }),
      item('typed'),
      item('own', { pending: 'new', changedAt: 2 }),
      item('new', { changedAt: 2 }),
    ];
    expect(arrivedBetween(before, now)).toEqual(['changed', 'new']);
  });
});

describe('what a phone has a place for', () => {
  it('is what its device has folders of', () => {
    const folders = [
      { dataType: 'notes' },
      { dataType: 'contacts' },
      { dataType: 'inbox' },
    ] as const;
    expect(placesOf('synthesis', folders)).toEqual(['contacts', 'notes']);
    expect(placesOf('synthesis', undefined)).toHaveLength(4);
  });

  it('holds tasks in the calendar of those that keep them there', () => {
    expect(placesOf('nokia', [{ dataType: 'calendar' }])).toEqual(['calendar', 'tasks']);
  });
});
