import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SyncFilter } from '../../codecs/syncml/message/model.ts';
import type { EventItem, Item } from '../../groupware/content/index.ts';
import { readFilter } from './filter.ts';
import { createModelClient } from './testing/model-client.ts';
import type { ModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';
import { splitUri } from './uri-options.ts';

const now = Date.UTC(2026, 0, 5);

function eventAt(day: string, more: Partial<EventItem> = {}): EventItem {
  return {
    kind: 'event',
    summary: day,
    start: { kind: 'utc', at: `${day}T09:00:00Z` },
    end: { kind: 'utc', at: `${day}T10:00:00Z` },
    ...more,
  };
}

function cgi(data: string, filterType = 'INCLUSIVE'): SyncFilter {
  return { filterType, record: { metaType: 'syncml:filtertype-cgi', data } };
}

describe('a filter', () => {
  it.each([
    ['events?SINCE&EQ;20260101T000000Z&AND;BEFORE&EQ;20260201T000000Z', true, false],
    ['events/dr(-10,10)', true, false],
    ['events?/dr(-10,10)', true, false],
    ['events?%2Fdr(-400,400)', true, true],
    ['events?SUMMARY&EQ;2026-01-10', true, false],
    ['events?SUMMARY&CON;06&OR;SUMMARY&CON;01-1', true, true],
    ['events?SUMMARY&NE;2026-01-10', false, true],
    ['events?DTSTART&GE;20260601T000000Z', false, true],
    ['events?/fi(SUMMARY&iCON;2026-06)', false, true],
    ['events?SUMMARY&NCON;06', true, false],
  ] as const)('point 45: %s', (uri, takesJanuary, takesJune) => {
    const answer = readFilter(splitUri(uri), undefined, now);
    if (!answer.ok) throw new Error(`refused with ${answer.status}`);
    expect(answer.filter?.isInclusive).toBe(false);
    expect(answer.filter?.accepts(eventAt('2026-01-10'), now)).toBe(takesJanuary);
    expect(answer.filter?.accepts(eventAt('2026-06-10'), now)).toBe(takesJune);
  });

  it.each([
    'events?SUMMARY&XX;tea',
    'events?SHOESIZE&EQ;44',
    'events?nonsense',
    'events/dr(1)',
    'events/dr(-9999999,1)',
    'events/li(100)',
    `events?${Array.from({ length: 40 }, () => 'SUMMARY&EQ;a').join('&OR;')}`,
  ])('point 45: %s is refused with 406', (uri) => {
    expect(readFilter(splitUri(uri), undefined, now)).toEqual({ ok: false, status: 406 });
  });

  it.each([
    [{ ...cgi('x'), metaType: 'text/x-odd' }, 415],
    [{ filterType: 'INCLUSIVE', record: { metaType: 'syncml:filtertype-sql', data: 'x' } }, 415],
    [{ ...cgi(''), filterType: 'SOMETIMES' }, 406],
    [{ ...cgi(''), field: { data: 'SUMMARY' } }, 406],
    [cgi('SUMMARY&XX;tea'), 406],
    [cgi('what'), 422],
    [cgi('SINCE&EQ;yesterday'), 422],
  ] as const)('point 46: %j is refused with %i', (filter, status) => {
    expect(readFilter(splitUri('events'), filter, now)).toEqual({ ok: false, status });
  });

  it('without anything in it is none', () => {
    expect(readFilter(splitUri('events?'), undefined, now)).toEqual({
      ok: true,
      filter: undefined,
    });
    expect(readFilter(splitUri('events'), cgi(''), now)).toEqual({ ok: true, filter: undefined });
  });

  it('knows series, days, tasks and notes by their dates', () => {
    const answer = readFilter(splitUri('events/dr(-10,10)'), undefined, now);
    if (!answer.ok || answer.filter === undefined) throw new Error('refused');
    const { accepts } = answer.filter;
    const old = eventAt('2020-01-01');
    const until = { kind: 'utc', at: '2021-01-01T00:00:00Z' } as const;
    const items: [Item, boolean][] = [
      [{ ...old, recurrence: { rules: [{ frequency: 'yearly' }] } }, true],
      [{ ...old, recurrence: { rules: [{ frequency: 'yearly', until }] } }, false],
      [{ ...old, recurrence: { dates: [{ kind: 'date', at: '2026-01-06' }] } }, true],
      [{ kind: 'event', start: { kind: 'date', at: '2026-01-05' } }, true],
      [{ kind: 'event', summary: 'whenever' }, true],
      [{ kind: 'task', due: { kind: 'date', at: '2026-01-10' } }, true],
      [{ kind: 'task', due: { kind: 'date', at: '2026-03-10' } }, false],
      [{ kind: 'task' }, true],
      [{ kind: 'note', date: { kind: 'date', at: '2025-01-01' } }, false],
    ];
    for (const [item, isIn] of items) expect([item, accepts(item, 0)]).toEqual([item, isIn]);
    expect(accepts({ kind: 'contact' }, now)).toBe(true);
    expect(accepts({ kind: 'mail', body: '', received: '2026-01-04T00:00:00Z' }, 0)).toBe(true);
  });
});

describe('a client with a filter', () => {
  let rig: SyncRig;
  let phone: ModelClient;
  beforeEach(async () => {
    rig = await openSyncRig();
    phone = createModelClient(rig, await rig.addClient('phone'), {
      uri: 'events',
      type: 'text/calendar',
    });
    await rig.create('calendar', eventAt('2026-01-10'));
    await rig.create('calendar', eventAt('2026-02-20'));
  });
  afterEach(() => rig.close());

  const days = (): string[] =>
    [...phone.objects.values()].map((text) => /SUMMARY:(\S+)/u.exec(text)?.[1] ?? '').sort();

  it('point 45: gets what is inside of the range, and tomorrow what is inside then', async () => {
    const uri = 'events/dr(-30,30)';
    const first = await phone.sync({ uri });
    expect(first.numberOfChanges).toBe(1);
    expect(days()).toEqual(['2026-01-10']);
    await rig.clock.advance(30 * 86_400_000);
    const later = await phone.sync({ uri });
    expect(later).toMatchObject({ mode: 'two-way', numberOfChanges: 1 });
    expect(days()).toEqual(['2026-01-10', '2026-02-20']);
  });

  it('point 46: keeps what it has of the rest (EXCLUSIVE), or gives it back (INCLUSIVE)', async () => {
    await phone.sync();
    const expression = 'BEFORE&EQ;20260201T000000Z';
    expect((await phone.sync({ filter: cgi(expression, 'EXCLUSIVE') })).received).toEqual([]);
    expect(days()).toHaveLength(2);
    const inclusive = await phone.sync({ filter: cgi(expression) });
    expect(inclusive.received.map(({ kind }) => kind)).toEqual(['delete']);
    expect(days()).toEqual(['2026-01-10']);
    expect(await rig.items('calendar')).toHaveLength(2);
    expect((await phone.sync({ filter: cgi(expression) })).received).toEqual([]);
    // Without a filter it is to have everything again.
    await phone.sync();
    expect(days()).toHaveLength(2);
  });

  it('is told nothing but the status when its filter is not understood', async () => {
    expect(await phone.sync({ uri: 'events?SUMMARY&XX;a' })).toMatchObject({ status: 406 });
    expect(await rig.store.sync.listStates('phone')).toEqual([]);
  });
});
