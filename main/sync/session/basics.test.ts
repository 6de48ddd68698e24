import { describe, expect, it } from 'vitest';
import { createSyncServer } from '../sync-server.ts';
import { serverAdd } from './testing/fake-datastores.ts';
import { createFakeWorld } from './testing/fake-ports.ts';
import { change, sync, TestClient } from './testing/test-client.ts';

describe.each(['wbxml', 'xml'] as const)('a session in %s', (encoding) => {
  it('goes through six packages and saves its anchors at the end', async () => {
    const world = createFakeWorld();
    const client = new TestClient(createSyncServer(world.deps), { encoding });
    const contacts = world.datastores.folder('contacts');
    contacts.outgoing = [serverAdd('g1', 'BEGIN:VCARD\r\nN:Ä;B\r\nEND:VCARD\r\n')];

    const first = await client.begin();
    expect(first.code).toBe(212);
    expect(first.codes('Alert')).toEqual([508]);
    expect(first.message.final).toBe(true);
    expect(first.message.commands.map(({ kind }) => kind)).toEqual([
      'status',
      'status',
      'alert',
      'get',
    ]);

    const second = await client.send([sync('contacts', [change('add', '1', 'BEGIN:VCARD')])]);
    expect(second.code).toBe(200);
    expect(second.codes('Sync')).toEqual([200]);
    expect(second.codes('Add')).toEqual([201]);
    expect(second.message.final).toBe(true);
    const [item] = second.changes();
    expect(item?.items[0]?.source?.uri).toBe('g1');
    expect(contacts.events.some(({ what }) => what === 'complete')).toBe(false);

    const third = await client.send([
      {
        kind: 'map',
        target: { uri: 'contacts' },
        source: { uri: './contacts' },
        items: [{ target: 'g1', source: '2' }],
      },
    ]);
    expect(third.codes('Map')).toEqual([200]);
    expect(third.message.final).toBe(true);
    expect(third.message.commands.every(({ kind }) => kind === 'status')).toBe(true);
    expect(contacts.events.map(({ what }) => what)).toEqual([
      'open',
      'apply',
      'done',
      'sent',
      'settle',
      'map',
      'complete',
    ]);
    expect(contacts.clientAnchor).toBe('c1');
    expect(world.sessions[0]?.ended).toEqual(['done', null]);
  });
});
