import { describe, expect, it } from 'vitest';
import type { Store } from '../../store/types.ts';
import { card } from './testing/cards.ts';
import { createModelClient } from './testing/model-client.ts';
import { openSyncRig } from './testing/sync-rig.ts';

/** A store whose disk can be filled: then every transaction that was to be stored is taken back. */
function onDisk(disk: { isFull: boolean }): (store: Store) => Store {
  return (store) => ({
    ...store,
    transaction: (work) =>
      store.transaction(async (tx) => {
        const result = await work(tx);
        if (disk.isFull) throw fault();
        return result;
      }),
    sync: {
      ...store.sync,
      putState: (row) => (disk.isFull ? Promise.reject(fault()) : store.sync.putState(row)),
    },
  });
}

function fault(): Error {
  return Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
}

describe('a disk that is full', () => {
  it('is told item by item, and what was there stays as it was', async () => {
    const disk = { isFull: false };
    const rig = await openSyncRig(onDisk(disk));
    try {
      const phone = createModelClient(rig, await rig.addClient('phone'));
      phone.add(card({ given: 'There' }));
      await phone.sync();
      const before = await rig.items('contacts');
      const [state] = await rig.store.sync.listStates('phone');
      const answer = await rig.datastores.open(phone.party, {
        uri: 'contacts',
        deviceUri: 'contacts',
        mode: 'two-way',
        isResume: false,
        last: state?.clientAnchor ?? undefined,
        next: 'n',
        filter: undefined,
      });
      if (!answer.ok) throw new Error('not opened');
      disk.isFull = true;
      const add = (luid: string, text: string) => ({
        kind: 'add' as const,
        luid,
        type: 'text/vcard',
        format: undefined,
        data: new TextEncoder().encode(text),
        softDelete: false,
        archive: false,
      });
      const statuses = await answer.datastore.apply([
        add('a', card({ given: 'A' })),
        add('b', 'nonsense'),
        add('c', card({ given: 'C' })),
      ]);
      expect(statuses).toEqual([420, 415, 420]);
      expect(await rig.items('contacts')).toEqual(before);
      expect(rig.lines.map(({ key }) => key)).toContain('sync.storage-full');
      await expect(answer.datastore.complete()).rejects.toThrow('full');
      expect(await phone.sync()).toMatchObject({ status: 510 });

      disk.isFull = false;
      const room = await answer.datastore.apply([add('a', card({ given: 'A' }))]);
      expect(room).toEqual([201]);
      expect(await rig.items('contacts')).toHaveLength(2);
    } finally {
      await rig.close();
    }
  });
});
