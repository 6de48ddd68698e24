import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OriginRef } from '../store/sync-types.ts';
import { deviceRow } from '../store/testing/rows.ts';
import { createGroupwareRig } from './testing/groupware-rig.ts';
import type { GroupwareRig } from './testing/groupware-rig.ts';

let rig: GroupwareRig;

beforeEach(async () => {
  rig = await createGroupwareRig();
});
afterEach(() => rig.close());

async function announce(collectionIds: readonly string[], origin: OriginRef): Promise<void> {
  const tell = await rig.store.transaction((tx) =>
    rig.announcer.announce(tx, { collectionIds, origin, at: rig.clock.now() }),
  );
  expect(rig.changes).toEqual([]);
  tell();
}

const told = (): unknown[] => rig.changes.map(({ accountId, folder }) => [accountId, folder]);

describe('announcing', () => {
  it('goes into the journal, and to the push engine after the commit', async () => {
    const { id } = await rig.contactsOf('anna');
    await announce([id, id], 'device:d1');
    expect(rig.changes).toMatchObject([
      {
        accountId: 'anna',
        dataType: 'contacts',
        folder: 'contacts',
        origin: 'd1',
        source: 'session',
      },
    ]);
    expect(await rig.store.changes.listAfter(0, 10)).toEqual(rig.changes);
  });

  it('names the device in the log', async () => {
    await rig.store.devices.insert(deviceRow('d1', { name: 'Nokia' }));
    const { id } = await rig.contactsOf('anna');
    await announce([id], 'device:d1');
    expect(rig.lines.at(-1)).toMatchObject({
      key: 'change.reported-by',
      params: { account: 'anna@example.org', folder: 'contacts', origin: 'Nokia' },
      traceId: rig.changes[0]?.traceId,
    });
  });

  it.each([
    ['admin', null, 'console'],
    ['client:c1', 'client:c1', 'session'],
  ])('says that %s did it', async (origin, inJournal, source) => {
    const { id } = await rig.contactsOf('anna');
    await announce([id], origin);
    expect(rig.changes).toMatchObject([{ origin: inJournal, source }]);
  });

  it('tells everybody about a collection of the company', async () => {
    const { id } = await rig.collections.create({
      accountId: null,
      dataType: 'calendar',
      name: '',
    });
    await rig.addAccount('clara');
    await announce([id], 'device:d1');
    expect(told().sort()).toEqual([
      ['anna', 'events/corporate'],
      ['boris', 'events/corporate'],
      ['clara', 'events/corporate'],
    ]);
  });

  it('tells those whom it is shared with, each by the place where they have it', async () => {
    await rig.addAccount('clara');
    const shares = (accountId: string) => [{ accountId, access: 'read' as const }];
    const input = { dataType: 'contacts', name: 'Team' } as const;
    const older = await rig.collections.create({ accountId: 'clara', ...input });
    await rig.clock.advance(1);
    const newer = await rig.collections.create({ accountId: 'boris', ...input });
    await rig.collections.update({ id: older.id, shares: shares('anna') });
    await rig.collections.update({
      id: newer.id,
      shares: [...shares('anna'), ...shares('clara')],
    });
    await announce([newer.id], 'device:d1');
    expect(told().sort()).toEqual([
      ['anna', 'contacts/shared/boris/Team'],
      ['boris', 'contacts/Team'],
      ['clara', 'contacts/shared/Team'],
    ]);
  });

  it('says nothing about a collection that is gone', async () => {
    await announce(['gone'], 'admin');
    expect(await rig.store.changes.lastId()).toBe(0);
    expect(rig.lines).toEqual([]);
  });

  it('makes one line of a change that concerns many', async () => {
    for (let index = 0; index < 30; index += 1) await rig.addAccount(`a${String(index)}`);
    const { id } = await rig.collections.create({ accountId: null, dataType: 'notes', name: '' });
    rig.lines.length = 0;
    await announce([id], 'admin');
    expect(rig.lines).toMatchObject([
      { key: 'change.reported-many', params: { count: 32, accounts: 32, source: 'console' } },
    ]);
  });
});
