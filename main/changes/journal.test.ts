import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../shared/model/errors.ts';
import type { Store } from '../store/types.ts';
import { openTestStore } from '../testing/memory-store.ts';
import { createJournal } from './journal.ts';
import type { Journal } from './journal.ts';
import { createTestWorld } from './testing/world.ts';
import type { TestWorld } from './testing/world.ts';

describe('the journal of changes', () => {
  let store: Store;
  let world: TestWorld;
  let journal: Journal;
  let wakes = 0;
  beforeEach(async () => {
    world = createTestWorld();
    store = await openTestStore({ clock: world.clock });
    wakes = 0;
    const onAppended = () => {
      wakes += 1;
    };
    journal = createJournal({ ...world, store, onAppended });
    await world.addAccount(store, 'ada', 'ada@example.org');
  });
  afterEach(async () => {
    await journal.stop();
    await store.close();
  });

  it('has a change on disk before it answers, and then wakes the planner', async () => {
    const { id, traceId } = await journal.report({
      account: 'ada@example.org',
      folder: 'contacts',
    });
    expect(wakes).toBe(1);
    expect(await store.changes.listAfter(0, 10)).toEqual([
      {
        id,
        traceId,
        accountId: 'ada',
        dataType: 'contacts',
        folder: 'contacts',
        origin: null,
        source: 'api',
        at: world.clock.now(),
      },
    ]);
    expect(world.lines).toMatchObject([
      { key: 'change.reported', traceId, params: { account: 'ada@example.org', source: 'api' } },
    ]);
  });

  it.each(['ada', 'ada@example.org', 'ADA@Example.ORG', ' ada@example.org '])(
    'finds the account as %j',
    async (account) => {
      await journal.report({ account, folder: 'Calendar', origin: 'webmail' });
      const [change] = await store.changes.listAfter(0, 10);
      expect(change).toMatchObject({ accountId: 'ada', dataType: 'calendar', origin: 'webmail' });
    },
  );

  it('finds a folder by the exact name that a device has for it', async () => {
    await world.addDevice(store, 'ada', [['contacts', 'scard']]);
    await journal.report({ account: 'ada', folder: 'scard' });
    expect(await store.changes.listAfter(0, 10)).toMatchObject([
      { dataType: 'contacts', folder: 'scard' },
    ]);
    await expect(journal.report({ account: 'ada', folder: 'sCard' })).rejects.toThrow(AppError);
  });

  it('refuses an unknown account and an unknown folder, and says so in the log', async () => {
    await expect(
      journal.report({ account: 'bob@example.org', folder: 'contacts' }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_ACCOUNT', params: { account: 'bob@example.org' } });
    await expect(journal.report({ account: 'ada', folder: 'recipes' })).rejects.toMatchObject({
      code: 'UNKNOWN_FOLDER',
    });
    expect(world.lines.map(({ key }) => key)).toEqual([
      'change.unknown-account',
      'change.unknown-folder',
    ]);
    expect(wakes).toBe(0);
  });

  it('follows the directory: a new account counts at once, a removed one no more', async () => {
    await journal.report({ account: 'ada', folder: 'contacts' });
    await world.addAccount(store, 'bob', 'bob@example.org');
    await journal.report({ account: 'bob@example.org', folder: 'contacts' });
    await store.accounts.remove('ada');
    world.events.emit({ kind: 'account', id: 'ada' });
    await expect(journal.report({ account: 'ada', folder: 'contacts' })).rejects.toMatchObject({
      code: 'UNKNOWN_ACCOUNT',
    });
  });

  it.each([
    ['events', 'calendar'],
    ['contacts/corporate', 'contacts'],
    ['Events/Shared/Team', 'calendar'],
  ] as const)('reads the source URI %s', async (folder, dataType) => {
    await journal.report({ account: 'ada', folder });
    expect(await store.changes.listAfter(0, 10)).toMatchObject([{ dataType, folder }]);
  });

  it('follows the directory: a folder name that is new counts at once', async () => {
    await expect(journal.report({ account: 'ada', folder: 'scard' })).rejects.toThrow(AppError);
    await world.addDevice(store, 'ada', [['contacts', 'scard']]);
    await journal.report({ account: 'ada', folder: 'scard' });
  });

  it('lets concurrent reports share transactions and keeps them apart', async () => {
    let transactions = 0;
    const counted: Store = {
      ...store,
      transaction(work) {
        transactions += 1;
        return store.transaction(work);
      },
    };
    const other = createJournal({ ...world, store: counted, onAppended: () => undefined });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => other.report({ account: 'ada', folder: 'notes' })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(50);
    expect(new Set(answers.map(({ traceId }) => traceId)).size).toBe(50);
    expect(transactions).toBeLessThan(5);
    const stored = await store.changes.listAfter(0, 100);
    expect(stored.map(({ id, traceId }) => ({ id, traceId }))).toEqual(answers);
    await other.stop();
  });

  it('rejects a report that could not be stored, and takes the next one', async () => {
    let isFull = true;
    const failing: Store = {
      ...store,
      transaction(work) {
        return isFull ? Promise.reject(new Error('disk full')) : store.transaction(work);
      },
    };
    const other = createJournal({ ...world, store: failing, onAppended: () => undefined });
    await expect(other.report({ account: 'ada', folder: 'notes' })).rejects.toThrow('disk full');
    isFull = false;
    await expect(other.report({ account: 'ada', folder: 'notes' })).resolves.toMatchObject({
      id: 1,
    });
    await other.stop();
  });

  it('takes many, with an error in the place of each that it does not know', async () => {
    const outcomes = await journal.acceptMany(
      [
        { account: 'ada', folder: 'contacts' },
        { account: 'eve', folder: 'contacts' },
        { account: 'ada', folder: 'inbox' },
      ],
      'webhook',
    );
    expect(outcomes).toEqual([
      expect.objectContaining({ id: 1 }),
      expect.objectContaining({ code: 'UNKNOWN_ACCOUNT' }),
      expect.objectContaining({ id: 2 }),
    ]);
  });

  it('writes one line for a backlog instead of thousands', async () => {
    const inputs = Array.from({ length: 2_500 }, () => ({ account: 'ada', folder: 'contacts' }));
    const outcomes = await journal.acceptMany(inputs, 'webhook');
    expect(outcomes).toHaveLength(2_500);
    expect(await store.changes.lastId()).toBe(2_500);
    expect(world.lines.length).toBeLessThan(10);
  });

  it('lists the newest first with the address of the account', async () => {
    for (const folder of ['contacts', 'calendar', 'tasks']) {
      await journal.report({ account: 'ada', folder });
    }
    const { changes } = await journal.list({ limit: 2 });
    expect(changes.map(({ folder, accountAddress }) => [folder, accountAddress])).toEqual([
      ['tasks', 'ada@example.org'],
      ['calendar', 'ada@example.org'],
    ]);
  });
});
