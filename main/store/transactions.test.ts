import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestStore } from '../testing/memory-store.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';
import { cachingStatements, openSqlite } from './sqlite-database.ts';
import { newChange } from './testing/rows.ts';
import { createTransactions } from './transactions.ts';
import type { Repositories, Store } from './types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

it('stores all of a transaction or nothing', async () => {
  await expect(
    store.transaction(async (tx) => {
      await tx.changes.append([newChange('one')]);
      await tx.values.set('cursor', 1);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await store.changes.lastId()).toBe(0);
  expect(await store.values.get('cursor')).toBeUndefined();
});

it('shows a transaction its own writes and nobody else before it ends', async () => {
  const seen: unknown[] = [];
  const outside = store.transaction(async (tx) => {
    await tx.values.set('colour', 'green');
    seen.push(await tx.values.get('colour'));
  });
  const later = store.values.get('colour').then((value) => seen.push(value));
  await Promise.all([outside, later]);
  expect(seen).toEqual(['green', 'green']);
});

it('runs callers at the same time one after another', async () => {
  await store.values.set('sum', 0);
  await Promise.all(
    Array.from({ length: 50 }, () =>
      store.transaction(async (tx) => {
        const sum = Number(await tx.values.get('sum'));
        await new Promise((resolve) => setImmediate(resolve));
        await tx.values.set('sum', sum + 1);
      }),
    ),
  );
  expect(await store.values.get('sum')).toBe(50);
});

it('refuses the repositories of a transaction that has ended', async () => {
  let kept: Repositories | undefined;
  await store.transaction((tx) => {
    kept = tx;
    return Promise.resolve();
  });
  await expect(kept?.values.get('x')).rejects.toThrow('ended');
  await expect(kept?.changes.append([newChange('late')])).rejects.toThrow('ended');
  expect(await store.changes.lastId()).toBe(0);
});

it('gives up a transaction that waits for itself, and goes on with the next', async () => {
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: cachingStatements(openSqlite(':memory:', undefined)) }),
  });
  const transactions = createTransactions(db, 20);
  const nested = transactions.run((outer) =>
    outer.atomic(() => transactions.run(() => Promise.resolve('never'))),
  );
  await expect(nested).rejects.toMatchObject({ code: 'TRANSACTION_STALLED' });
  expect(await transactions.run((_session: Session) => Promise.resolve('next'))).toBe('next');
  await db.destroy();
});

it('closes only after what was asked for before is stored', async () => {
  const asked = store.transaction((tx) => tx.changes.append([newChange('last')]));
  await store.close();
  expect(await asked).toEqual([1]);
});
