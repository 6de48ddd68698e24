import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeRow } from '../store/types.ts';
import { createInbox } from './inbox.ts';

function change(id: number): ChangeRow {
  return {
    id,
    traceId: `trace-${id}`,
    accountId: 'account',
    dataType: 'contacts',
    folder: 'contacts',
    origin: null,
    source: 'api',
    at: 0,
  };
}

const idsOf = (rows: readonly ChangeRow[] | null) => rows?.map(({ id }) => id) ?? null;

describe('the inbox', () => {
  it('sends its reader to the journal until that was read once', () => {
    const inbox = createInbox(10);
    inbox.put([change(1)]);
    expect(inbox.take(0)).toBeNull();
    inbox.restart();
    inbox.put([change(2)]);
    expect(idsOf(inbox.take(1))).toEqual([2]);
    expect(idsOf(inbox.take(2))).toEqual([]);
  });

  it('leaves out what was read with the journal while it was put', () => {
    const inbox = createInbox(10);
    inbox.restart();
    inbox.put([change(4)]);
    inbox.put([change(5), change(6)]);
    expect(idsOf(inbox.take(5))).toEqual([6]);
  });

  it('does not trust a gap, nor anything after a miss', () => {
    const inbox = createInbox(10);
    inbox.restart();
    inbox.put([change(3)]);
    expect(inbox.take(1)).toBeNull();
    inbox.restart();
    inbox.miss();
    inbox.put([change(2)]);
    expect(inbox.take(1)).toBeNull();
  });

  it('holds no flood', () => {
    const inbox = createInbox(3);
    inbox.restart();
    inbox.put([change(1), change(2)]);
    inbox.put([change(3), change(4)]);
    expect(inbox.take(0)).toBeNull();
  });

  it('with the journal behind it gives every change once, whatever comes in between', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ do: fc.constantFrom('take' as const, 'unheard' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const inbox = createInbox(8);
        const journal: ChangeRow[] = [];
        const read: number[] = [];
        const take = (): void => {
          const cursor = read.at(-1) ?? 0;
          const taken = inbox.take(cursor);
          if (taken === null) inbox.restart();
          const rows = taken ?? journal.filter(({ id }) => id > cursor);
          read.push(...rows.map(({ id }) => id));
        };
        for (const one of steps) {
          if (one.do === 'write') {
            const rows = Array.from({ length: one.count }, (_, at) =>
              change(journal.length + 1 + at),
            );
            journal.push(...rows);
            inbox.put(rows);
          } else if (one.do === 'unheard') {
            journal.push(change(journal.length + 1));
            inbox.miss();
          } else take();
        }
        take();
        expect(read).toEqual(journal.map(({ id }) => id));
      }),
    );
  });
});
