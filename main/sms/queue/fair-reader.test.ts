import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { exampleMessage } from '../testing/sms-fixture.ts';
import { FairReader } from './fair-reader.ts';

const now = 1_000_000;
const of = { lane: '', class: 'normal' } as const;

describe('the fair reader', () => {
  let store: Store;

  beforeEach(async () => {
    store = await openTestStore();
  });

  afterEach(() => store.close());

  it('gives each owner the same share, whatever each has waiting', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        async (sizes, limit) => {
          const fresh = await openTestStore();
          const rows = sizes.flatMap((size, owner) =>
            Array.from({ length: size }, (_, index) =>
              exampleMessage(`m${String(owner)}-${String(index).padStart(3, '0')}`, now, {
                ...{ class: 'normal', owner: `owner ${String(owner)}` },
              }),
            ),
          );
          await fresh.messages.insert(rows);
          const reader = new FairReader();
          const served = new Map<string, number>();
          let left = rows.length;
          while (left > 0) {
            await fresh.transaction(async (tx) => {
              const page = await reader.read(tx, of, now, limit);
              expect(page.rows.length).toBeGreaterThan(0);
              for (const row of page.rows) {
                await tx.messages.update({ ...row, state: 'sending' });
                reader.served(of, row.owner);
                served.set(row.owner, (served.get(row.owner) ?? 0) + 1);
                left -= 1;
              }
            });
            // Nobody who still waits is more than one page's share behind anybody else.
            const most = Math.max(...served.values());
            for (const [owner, size] of sizes.entries()) {
              const count = served.get(`owner ${String(owner)}`) ?? 0;
              if (count < size) expect(most - count).toBeLessThanOrEqual(limit);
            }
          }
          const end = await fresh.transaction((tx) => reader.read(tx, of, now, limit));
          expect(end).toEqual({ rows: [], isDrained: true });
          await fresh.close();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('finds the one who is due among many who are not', async () => {
    const later = Array.from({ length: 700 }, (_, index) =>
      exampleMessage(`w${String(index)}`, now, {
        ...{ class: 'normal', owner: `w${String(index)}`, nextAttemptAt: now + 1 },
      }),
    );
    const due = exampleMessage('due', now, { class: 'normal', owner: 'x' });
    await store.messages.insert([...later, due]);
    const page = await store.transaction((tx) => new FairReader().read(tx, of, now, 5));
    expect(page.rows.map(({ id }) => id)).toEqual(['due']);
    expect(page.isDrained).toBe(true);
  });

  it('sees who comes in behind the only one who waits', async () => {
    const message = (id: string, owner: string) =>
      exampleMessage(id, now, { class: 'normal', owner });
    await store.messages.insert(['a', 'b', 'c'].map((id) => message(id, 'one')));
    const reader = new FairReader();
    const read = async (limit: number): Promise<string[]> => {
      const { rows } = await store.transaction((tx) => reader.read(tx, of, now, limit));
      return rows.map(({ id }) => id);
    };
    expect(await read(2)).toEqual(['a', 'b']);
    expect(await read(2)).toEqual(['a', 'b']);
    await store.messages.insert([message('d', 'two')]);
    reader.arrived({ ...of, owner: 'two' });
    expect(await read(2)).toEqual(['a', 'd']);
    await store.messages.update({ ...message('d', 'two'), state: 'sent' });
    expect(await read(3)).toEqual(['a', 'b', 'c']);
    await store.messages.insert([message('e', 'three')]);
    reader.forget();
    expect(await read(2)).toEqual(['a', 'e']);
  });
});
