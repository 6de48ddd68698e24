import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataType } from '../../../shared/model/words.ts';
import type { DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import { contentTypes, type ContentType, type Item } from '../../groupware/content/index.ts';
import { events } from '../../groupware/content/testing/calendar.ts';
import { contacts } from '../../groupware/content/testing/contacts.ts';
import { createModelClient } from './testing/model-client.ts';
import type { ModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

const photo = { data: Buffer.alloc(3_000, 200).toString('base64'), mediaType: 'image/jpeg' };
const zone = 'Europe/Prague';

const samples: Partial<Record<DataType, readonly Item[]>> = {
  contacts: [
    {
      kind: 'contact',
      name: { family: 'Dvořák', given: 'Jiří', prefix: 'Ing.' },
      organization: 'Škoda; a. s.',
      phones: [
        { value: '+420 777 123 456', types: ['cell'] },
        { value: '02/123', types: ['work'] },
      ],
      emails: [{ value: 'jiri@example.org' }],
      addresses: [{ street: 'Náměstí 1\nII. patro', city: 'Brno', types: ['home'] }],
      birthday: '1971-03-02',
      notes: 'první řádek\ndruhý; řádek, s čárkou',
      photo,
    },
  ],
  calendar: [
    {
      kind: 'event',
      summary: 'Týdenní porada',
      start: { kind: 'zoned', at: '2026-03-02T09:00:00', zone },
      end: { kind: 'zoned', at: '2026-03-02T10:00:00', zone },
      recurrence: {
        rules: [{ frequency: 'weekly', byDay: [{ day: 'MO' }] }],
        exceptions: [{ kind: 'zoned', at: '2026-03-09T09:00:00', zone }],
      },
      alarms: [{ action: 'display', trigger: { seconds: -900, related: 'start' } }],
    },
    {
      kind: 'event',
      summary: 'Urlaub',
      start: { kind: 'date', at: '2026-07-01' },
      end: { kind: 'date', at: '2026-07-15' },
    },
  ],
  tasks: [
    { kind: 'task', summary: 'Zaplatit', due: { kind: 'date', at: '2026-05-01' }, priority: 1 },
  ],
  notes: [{ kind: 'note', subject: 'Nákup', text: 'Nákup\nmléko\n\nchléb' }],
};

const routes: readonly (readonly [DataType, ContentType])[] = [
  ['contacts', 'vcard-2.1'],
  ['contacts', 'vcard-3.0'],
  ['contacts', 'sif-contact'],
  ['calendar', 'icalendar'],
  ['calendar', 'vcalendar-1.0'],
  ['calendar', 'sif-event'],
  ['tasks', 'icalendar'],
  ['tasks', 'vcalendar-1.0'],
  ['tasks', 'sif-task'],
  ['notes', 'text'],
  ['notes', 'vnote'],
  ['notes', 'icalendar'],
  ['notes', 'sif-note'],
];

/** A client that speaks one type, and has what the server has in it. */
async function withClient(
  dataType: DataType,
  type: ContentType,
  items: readonly Item[],
  work: (rig: SyncRig, client: ModelClient) => Promise<void>,
): Promise<void> {
  const rig = await openSyncRig();
  try {
    rig.change({ timeZone: zone });
    for (const item of items) await rig.create(dataType, item);
    const deviceInfo = infoOf(dataType, type);
    const party = await rig.addClient('phone', { deviceInfo });
    const { mediaType } = contentTypes[type];
    await work(rig, createModelClient(rig, party, { uri: dataType, type: mediaType }));
  } finally {
    await rig.close();
  }
}

/** Sends everything again, as changes and then as a whole: nobody may see a change in it. */
async function expectNoEcho(rig: SyncRig, client: ModelClient, count: number): Promise<void> {
  await client.sync();
  expect(client.objects.size).toBe(count);
  const before = await rig.store.items.lastRevision();
  for (const [luid, text] of client.objects) client.replace(luid, text);
  const again = await client.sync();
  expect(again.statuses).toEqual([...client.objects].map(() => 200));
  expect(again.received).toEqual([]);
  client.reset();
  const whole = await client.sync({ perMessage: 3 });
  expect(whole.received).toEqual([]);
  expect(whole.datastore?.summary()).toMatchObject({ matched: count, conflicts: 0 });
  expect(await rig.store.items.lastRevision()).toBe(before);
  expect(rig.announced).toEqual([]);
}

describe('point 39: what went to a device and comes back is no change', () => {
  it.each(routes)('%s as %s', async (dataType, type) => {
    const items = samples[dataType] ?? [];
    await withClient(dataType, type, items, (rig, client) =>
      expectNoEcho(rig, client, items.length),
    );
  });

  it.each(['vcard-2.1', 'vcard-3.0', 'sif-contact'] as const)(
    'any contact as %s',
    async (type) => {
      await fc.assert(
        fc.asyncProperty(fc.array(contacts, { minLength: 1, maxLength: 4 }), (items) =>
          // Two that look alike to the device are a matter of their own.
          withClient('contacts', type, items.map(numbered), (rig, client) =>
            expectNoEcho(rig, client, items.length),
          ),
        ),
        { numRuns: 15 },
      );
    },
    60_000,
  );

  it.each(['icalendar', 'vcalendar-1.0', 'sif-event'] as const)(
    'any event as %s',
    async (type) => {
      await fc.assert(
        fc.asyncProperty(fc.array(events, { minLength: 1, maxLength: 4 }), (items) =>
          withClient('calendar', type, items.map(titled), (rig, client) =>
            expectNoEcho(rig, client, items.length),
          ),
        ),
        { numRuns: 15 },
      );
    },
    60_000,
  );
});

describe('point 39: what one device changes reaches one that speaks another type', () => {
  it.each(
    routes.flatMap(([dataType, from]) =>
      routes
        .filter(([other, to]) => other === dataType && to !== from)
        .map(([, to]) => [dataType, from, to] as const),
    ),
  )('%s from %s to %s', async (dataType, from, to) => {
    const items = samples[dataType] ?? [];
    await withClient(dataType, from, items, async (rig, sender) => {
      await sender.sync();
      const other = createModelClient(
        rig,
        await rig.addClient('other', { deviceInfo: infoOf(dataType, to) }),
        { uri: dataType, type: contentTypes[to].mediaType },
      );
      await other.sync();
      expect(other.objects.size).toBe(items.length);
      const revision = await rig.store.items.lastRevision();
      // Each one whole, by somebody who has never seen it: it is the same all the same.
      sender.reset();
      other.reset();
      await sender.sync();
      await other.sync();
      expect(await rig.store.items.lastRevision()).toBe(revision);
      expect(await rig.items(dataType)).toHaveLength(items.length);
    });
  });
});

function infoOf(dataType: DataType, type: ContentType): DeviceInfo {
  const { mediaType, version } = contentTypes[type];
  const ref = { type: mediaType, version };
  return {
    version: '1.2',
    deviceId: 'phone',
    deviceType: 'phone',
    utc: true,
    datastores: [
      {
        sourceRef: dataType,
        receivePreferred: ref,
        receive: [],
        sendPreferred: ref,
        send: [],
        capabilities: [],
        syncTypes: [1, 2],
      },
    ],
  };
}

function numbered<T extends Item>(item: T, index: number): T {
  return { ...item, name: { given: `Person ${index}`, family: 'Any' } };
}

function titled<T extends Item>(item: T, index: number): T {
  return { ...item, summary: `Event ${index}` };
}
