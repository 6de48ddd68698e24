import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatastoreInfo, DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';
import { createModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';
import type { SyncParty } from './types.ts';

const calendar1 = { type: 'text/x-vcalendar', version: '1.0' };
const todo = vcalendar('BEGIN:VTODO', 'SUMMARY:Pay', 'DUE:20260301T100000Z', 'END:VTODO');
const event = vcalendar(
  'BEGIN:VEVENT',
  'SUMMARY:Tea',
  'DTSTART:20260301T100000Z',
  'DTEND:20260301T110000Z',
  'END:VEVENT',
);

describe('the target of an Alert', () => {
  let rig: SyncRig;
  beforeEach(async () => {
    rig = await openSyncRig();
  });
  afterEach(() => rig.close());

  async function open(party: SyncParty, uri: string) {
    const answer = await rig.datastores.open(party, {
      uri,
      deviceUri: uri,
      mode: 'slow',
      isResume: false,
      last: undefined,
      next: 'n',
      filter: undefined,
    });
    if (!answer.ok) return answer.status;
    const { dataType, collectionId } = answer.datastore.summary();
    const collection = await rig.store.collections.get(collectionId ?? '');
    return `${dataType ?? ''} ${collection?.name ?? ''}`.trim();
  }

  it.each([
    ['contacts', 'contacts'],
    ['./Contacts', 'contacts'],
    ['/CONTACTS', 'contacts'],
    ['card', 'contacts'],
    ['http://sync.example.org/syncml/contacts', 'contacts'],
    ['https://sync.example.org:8443/card', 'contacts'],
    ['events', 'calendar'],
    ['Todo', 'tasks'],
    ['./notes', 'notes'],
    ['files', 'briefcase'],
    ['contacts/sales', 'contacts Sales'],
    ['CONTACTS/SALES', 'contacts Sales'],
    ['contacts/nowhere', 404],
    ['nonsense', 404],
    ['', 404],
  ] as const)('point 19: %s means %s', async (uri, meaning) => {
    await rig.groupware.collections.create({
      accountId: 'ada',
      dataType: 'contacts',
      name: 'Sales',
    });
    expect(await open(await rig.addClient('phone'), uri)).toBe(meaning);
  });

  it('is a folder of the device, whatever else its name could mean', async () => {
    await rig.groupware.collections.create({
      accountId: 'ada',
      dataType: 'contacts',
      name: 'Sales',
    });
    const folder = { syncType: 'two-way', enabled: false } as const;
    const party = await rig.addClient('phone', {
      device: {
        folders: [
          { ...folder, id: 'f1', dataType: 'contacts', name: 'events', place: 'Sales' },
          { ...folder, id: 'f2', dataType: 'notes', name: 'Zápisky', place: '' },
        ],
      },
    });
    expect(await open(party, 'events')).toBe('contacts Sales');
    expect(await open(party, './EVENTS')).toBe('contacts Sales');
    expect(await open(party, 'zápisky')).toBe('notes');
    expect(await open(party, 'calendar')).toBe('calendar');
  });

  it('is what its client type is delivered with', async () => {
    const device = { clientType: 'funambol', folders: [] } as const;
    expect(await open(await rig.addClient('phone', { device }), 'scal')).toBe('calendar');
  });

  it('is refused where it is shared with others only', async () => {
    await rig.addAccount('boris');
    await rig.groupware.collections.create({
      accountId: 'boris',
      dataType: 'contacts',
      name: 'Board',
    });
    const party = await rig.addClient('phone');
    expect(await open(party, 'contacts/shared/Board')).toBe(403);
    expect(await open(party, 'contacts/shared/Nobody')).toBe(404);
  });

  it('is shared, read-only: it is sent, and what the client does to it is put back', async () => {
    await rig.addAccount('boris');
    const { id } = await rig.groupware.collections.create({
      accountId: 'boris',
      dataType: 'contacts',
      name: 'Board',
    });
    await rig.groupware.collections.update({
      id,
      shares: [{ accountId: 'ada', access: 'read' }],
    });
    await rig.store.transaction((tx) =>
      rig.deps.writer.write(
        tx,
        ['A', 'B'].map((given) => ({
          kind: 'create' as const,
          collectionId: id,
          item: rig.deps.prepareItem({ kind: 'contact', name: { given } }, 'UTC'),
        })),
        { origin: 'admin', at: 1 },
      ),
    );
    const uri = 'contacts/shared/Board';
    const phone = createModelClient(rig, await rig.addClient('phone'), { uri });
    await phone.sync();
    const [first = '', second = ''] = [...phone.objects.keys()];
    const before = [...phone.objects.values()].sort();
    phone.replace(first, (phone.objects.get(first) ?? '').replace(/^N:.*$/mu, 'N:Hacked;;;;'));
    phone.remove(second);
    const session = await phone.sync();
    expect(session.statuses).toEqual([403, 403]);
    expect(session.received.map(({ kind }) => kind).sort()).toEqual(['add', 'replace']);
    expect([...phone.objects.values()].sort()).toEqual(before);
    expect(await phone.sync({ mode: 'refresh-from-client' })).toMatchObject({ status: 403 });
    expect(rig.lines.map(({ key }) => key)).toContain('sync.read-only');
  });

  it.each([
    ['nokia', undefined],
    ['other', nokia([])],
    ['other', { ...nokia(['VEVENT', 'VTODO']), manufacturer: 'Somebody' }],
  ] as const)(
    'point 49: the calendar of a %s holds tasks too, and each goes where it belongs',
    async (clientType: ClientTypeId, deviceInfo: DeviceInfo | undefined) => {
      const device = { clientType, folders: [] };
      const party = await rig.addClient('phone', { device, deviceInfo });
      const options = { uri: 'Calendar', type: 'text/x-vcalendar' };
      const phone = createModelClient(rig, party, options);
      phone.add(event);
      phone.add(todo);
      expect((await phone.sync()).statuses).toEqual([201, 201]);
      expect(await rig.items('calendar')).toMatchObject([{ kind: 'event', title: 'Tea' }]);
      expect(await rig.items('tasks')).toMatchObject([{ kind: 'task', title: 'Pay' }]);
      await rig.create('tasks', { kind: 'task', summary: 'From the server' });
      const { received } = await phone.sync();
      expect(new TextDecoder().decode(received[0]?.data)).toContain('BEGIN:VTODO');
      const [luid = ''] = [...phone.objects].find(([, text]) => text.includes('Pay')) ?? [];
      phone.replace(luid, event.replace('Tea', 'Paid'));
      await phone.sync();
      expect(await rig.items('calendar')).toHaveLength(2);
      expect(await rig.items('tasks')).toHaveLength(1);
    },
  );

  it('point 49: a name that says so means both, whoever asks', async () => {
    const phone = createModelClient(rig, await rig.addClient('phone'), {
      uri: './EventTask/Tasks',
      type: 'text/x-vcalendar',
    });
    phone.add(event);
    phone.add(todo);
    expect((await phone.sync()).statuses).toEqual([201, 201]);
  });

  it.each([
    ['one that says so', { ...nokia(['VEVENT', 'VTODO']), manufacturer: 'Patrick Ohly' }],
    ['one with a database for each', twoCalendars()],
  ] as const)('a calendar without tasks is that of %s', async (_who, deviceInfo) => {
    const party = await rig.addClient('phone', { deviceInfo });
    const phone = createModelClient(rig, party, { uri: 'Calendar', type: 'text/x-vcalendar' });
    phone.add(event);
    phone.add(todo);
    expect((await phone.sync()).statuses).toEqual([201, 415]);
  });
});

function vcalendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:1.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function calendarStore(sourceRef: string, components: readonly string[]): DatastoreInfo {
  return {
    sourceRef,
    receivePreferred: calendar1,
    receive: [],
    sendPreferred: calendar1,
    send: [],
    capabilities:
      components.length === 0
        ? []
        : [
            {
              ...calendar1,
              properties: [
                { name: 'BEGIN', values: components },
                { name: 'SUMMARY' },
                { name: 'DTEND' },
              ],
            },
          ],
    syncTypes: [1, 2],
  };
}

function nokia(components: readonly string[]): DeviceInfo {
  return {
    version: '1.1',
    manufacturer: 'NOKIA',
    model: 'Nokia N95',
    deviceId: 'imei',
    deviceType: 'phone',
    utc: true,
    datastores: [calendarStore('./Calendar', components)],
  };
}

function twoCalendars(): DeviceInfo {
  const both = ['VEVENT', 'VTODO'];
  return {
    ...nokia([]),
    datastores: [calendarStore('./Calendar', both), calendarStore('./Todo', both)],
  };
}
