import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataType } from '../../../shared/model/words.ts';
import { contentTypes, decodeItem, defaultProfile } from '../../groupware/content/index.ts';
import type { ContentType, Item } from '../../groupware/content/index.ts';
import type { LightClient } from '../testing/light-client.ts';
import { openLightDesk } from '../testing/light-desk.ts';
import type { LightDesk } from '../testing/light-desk.ts';
import {
  contactObjects,
  eventObjects,
  movedInstance,
  noteObjects,
  picture,
  taskObjects,
} from './native-objects.ts';
import type { NativeObjects } from './native-objects.ts';

/*
 * One device writes a thing as its kind does, another of another kind gets it by way of the server, and
 * nobody ever sees a change that no person has made.
 */

const zone = 'Europe/Prague';
let desk: LightDesk;
let accounts = 0;

beforeAll(async () => {
  desk = await openLightDesk({ timeZone: zone });
});
afterAll(() => desk.close());

const expected: Readonly<Partial<Record<DataType, readonly object[]>>> = {
  contacts: [
    {
      name: { family: 'Müller', given: 'Jörg' },
      organization: 'Groß & Söhne',
      phones: expect.arrayContaining([
        expect.objectContaining({ value: '+491701234567' }),
        expect.objectContaining({ value: '+493012345' }),
      ]) as unknown,
      emails: [{ value: 'joerg@example.org' }],
      addresses: [{ street: 'Straße 1', city: 'Köln', postalCode: '50667' }],
      birthday: '1971-03-02',
      notes: 'erste Zeile\nzweite; Zeile, mit Komma',
      photo: { data: picture },
    },
  ],
  calendar: [
    {
      summary: 'Dovolená',
      start: { kind: 'date', at: '2026-07-01' },
      end: { kind: 'date', at: '2026-07-15' },
    },
    {
      summary: 'Týdenní porada, malá',
      location: 'Říčany',
      alarms: [{ trigger: expect.anything() as unknown }],
      recurrence: {
        rules: [{ frequency: 'weekly', byDay: [{ day: 'MO' }] }],
        exceptions: [expect.anything()],
      },
    },
  ],
  tasks: [
    {
      summary: 'Zaplatit daň',
      description: 'první\ndruhý',
      due: { kind: 'date', at: '2026-05-01' },
      priority: 1,
    },
  ],
  notes: [{ subject: 'Nákup', text: 'mléko\n\nchléb' }],
};

const kinds: readonly (readonly [DataType, NativeObjects])[] = [
  ['contacts', contactObjects],
  ['calendar', eventObjects],
  ['tasks', taskObjects],
  ['notes', noteObjects],
];
const pairs = kinds.flatMap(([dataType, objects]) => {
  const types = Object.keys(objects) as ContentType[];
  return types.flatMap((from) =>
    types.map((to) => ({ dataType, from, to, objects: objects[from] ?? [] })),
  );
});

async function newAccount(): Promise<{ user: string; accountId: string }> {
  accounts += 1;
  const user = `user-${accounts}@example.org`;
  return { user, accountId: await desk.addAccount(user) };
}

/** A client of one type; those that speak SIF send Base64. */
function clientOf(
  user: string,
  deviceId: string,
  dataType: DataType,
  type: ContentType,
): LightClient {
  const { mediaType, version } = contentTypes[type];
  const uri = dataType === 'calendar' ? 'events' : dataType;
  const usesBase64 = type.startsWith('sif');
  const store = { uri, name: uri, type: mediaType, version, usesBase64 };
  return desk.client(deviceId, { user, stores: [store] });
}

/** What a client has, as the thing that it means. */
function itemsOf({ store }: LightClient, type: ContentType): Item[] {
  const items = [...store.items.values()].map((text) =>
    decodeItem(Buffer.from(text), type, { ...defaultProfile, zone }),
  );
  const summary = (item: Item): string => ('summary' in item ? (item.summary ?? '') : '');
  return items.sort((one, other) => summary(one).localeCompare(summary(other)));
}

const nothing = { sent: [], received: { add: 0, replace: 0, delete: 0 }, numberOfChanges: 0 };

describe('point 39: through the server', () => {
  it.each(pairs)(
    '$dataType go from $from to $to, and nothing comes of it afterwards',
    async ({ dataType, from, to, objects }) => {
      const { user, accountId } = await newAccount();
      const one = clientOf(user, 'one', dataType, from);
      const two = clientOf(user, 'two', dataType, to);
      const uri = one.store.uri;
      for (const object of objects) one.store.add(object);
      const sent = await one.sync();
      expect(sent.stores[uri]?.sent).toEqual(objects.map(() => 201));
      await two.sync();
      expect(itemsOf(two, to)).toMatchObject(expected[dataType] ?? []);

      for (const each of [one, two]) expect((await each.sync()).stores[uri]).toMatchObject(nothing);
      // What the second has, sent as if it were changed: no device hears of it.
      for (const [luid, text] of two.store.items) two.store.change(luid, text);
      const echo = await two.sync();
      expect(echo.stores[uri]).toMatchObject({ ...nothing, sent: objects.map(() => 200) });
      // And everything of both compared with what is there: it is the same.
      for (const each of [one, two]) {
        const whole = await each.sync({ code: 201 });
        expect(whole.stores[uri]?.received).toEqual(nothing.received);
      }
      for (const each of [one, two]) expect((await each.sync()).stores[uri]).toMatchObject(nothing);
      expect(await desk.items(dataType, accountId)).toHaveLength(objects.length);
    },
  );
});

describe('point 39: an instance that was moved', () => {
  it.each(['vcalendar-1.0', 'sif-event'] as const)(
    'survives the Replace of a device that speaks %s and cannot hold it',
    async (type) => {
      const { user, accountId } = await newAccount();
      const one = clientOf(user, 'one', 'calendar', 'icalendar');
      const two = clientOf(user, 'two', 'calendar', type);
      one.store.add(movedInstance);
      await one.sync();
      await two.sync();
      const [luid = '', text = ''] = [...two.store.items][0] ?? [];
      expect(text).toContain('Jour fixe');
      two.store.change(luid, text.replace('Jour fixe', 'Besprechung'));
      await two.sync();
      await one.sync();
      const [item] = await desk.items('calendar', accountId);
      const { content } = await desk.api.items.get({ id: item?.id ?? '' });
      expect(content).toMatchObject({
        summary: 'Besprechung',
        overrides: [{ start: { at: '2026-03-09T10:00:00Z' }, summary: 'Jour fixe (später)' }],
      });
      expect([...one.store.items.values()][0]).toMatch(/RECURRENCE-ID.*20260309T080000Z/u);
      for (const each of [one, two, one, two]) {
        expect((await each.sync()).stores['events']).toMatchObject(nothing);
      }
    },
  );
});
