import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import { openSyncRig } from './testing/sync-rig.ts';
import type { SyncRig } from './testing/sync-rig.ts';

describe('point 42: the datastores of the device information', () => {
  let rig: SyncRig;
  beforeEach(async () => {
    rig = await openSyncRig();
  });
  afterEach(() => rig.close());

  it('have the names that hosters tell, for a client that nothing is known of', async () => {
    const described = await rig.datastores.describe(await rig.addClient('phone'));
    expect(described.map(({ sourceRef }) => sourceRef)).toEqual([
      'contacts',
      'events',
      'tasks',
      'notes',
    ]);
    expect(described[0]).toMatchObject({
      maxGuidSize: 64,
      receivePreferred: { type: 'text/x-vcard', version: '2.1' },
      receive: [{ type: 'text/vcard', version: '3.0' }],
      syncTypes: [1, 2, 3, 4, 5, 6, 7],
    });
    const names = described[0]?.capabilities[0]?.properties.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['N', 'TEL', 'PHOTO', 'CATEGORIES']));
  });

  it('have the names of its folders, as they are written', async () => {
    const folder = { syncType: 'two-way', enabled: true, place: '' } as const;
    const party = await rig.addClient('phone', {
      device: {
        clientType: 'funambol',
        folders: [
          { ...folder, id: 'f1', dataType: 'contacts', name: 'card' },
          { ...folder, id: 'f2', dataType: 'inbox', name: 'mail' },
        ],
      },
    });
    const [cards, mails, ...others] = await rig.datastores.describe(party);
    expect(others).toEqual([]);
    expect(cards).toMatchObject({ sourceRef: 'card' });
    expect(cards?.receive.map(({ type }) => type)).toContain('text/x-s4j-sifc');
    // Mails are read-only until a mailbox is connected.
    expect(mails).toMatchObject({ sourceRef: 'mail', syncTypes: [1, 2, 5, 6, 7] });
  });

  it('have the names that it has just alerted, and list what it can hold beside the usual', async () => {
    const type = { type: 'text/vcard', version: '3.0' };
    const deviceInfo: DeviceInfo = {
      version: '1.2',
      deviceId: 'pc',
      deviceType: 'workstation',
      datastores: [
        {
          sourceRef: './addressbook',
          receivePreferred: type,
          receive: [],
          sendPreferred: type,
          send: [],
          capabilities: [{ ...type, properties: [{ name: 'N' }, { name: 'X-EVOLUTION-SPOUSE' }] }],
          syncTypes: [1],
        },
      ],
    };
    const party = await rig.addClient('pc', { deviceInfo });
    await rig.datastores.open(party, {
      uri: './addressbook',
      deviceUri: './addressbook',
      mode: 'two-way',
      isResume: false,
      last: undefined,
      next: 'n',
      filter: undefined,
    });
    const [book, ...others] = await rig.datastores.describe(party);
    expect(others).toEqual([]);
    expect(book).toMatchObject({ sourceRef: './addressbook', receivePreferred: type });
    const own = book?.capabilities.find(({ version }) => version === '3.0');
    const names = own?.properties.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name === 'N')).toHaveLength(1);
    expect(names).toContain('X-EVOLUTION-SPOUSE');
  });
});
