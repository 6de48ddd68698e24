import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry, LogFilter } from '../../../shared/model/log-entry.ts';
import { logAreaSchema, logLevelSchema } from '../../../shared/model/words.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { logEntry } from '../testing/rows.ts';
import type { Store } from '../types.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(() => store.close());

type Query = Parameters<Store['log']['list']>[0];
const ids = async (query: Partial<Query>) =>
  (await store.log.list({ limit: 100, ...query })).map(({ id }) => id);

describe('the log', () => {
  it('gives entries back as they were written, oldest first', async () => {
    const entries = [
      logEntry(1, { traceId: 't', accountId: 'a', deviceId: 'd', gatewayId: 'g' }),
      logEntry(2, { level: 'error', params: { count: 3 }, text: 'Žluťoučký "kůň"' }),
    ];
    await store.log.insert(entries);
    expect(await store.log.list({ limit: 9 })).toEqual(entries);
    expect(await store.log.lastId()).toBe(2);
    expect(await store.log.count()).toBe(2);
  });

  it('is read from the end, onwards from an entry, and back from one', async () => {
    await store.log.insert(Array.from({ length: 10 }, (_, index) => logEntry(index + 1)));
    expect(await ids({ limit: 3 })).toEqual([8, 9, 10]);
    expect(await ids({ limit: 3, after: 2 })).toEqual([3, 4, 5]);
    expect(await ids({ limit: 3, before: 8 })).toEqual([5, 6, 7]);
    expect(await ids({ after: 2, before: 5 })).toEqual([3, 4]);
    expect(await ids({ limit: 2, before: 8, text: 'alert' })).toEqual([6, 7]);
    expect(await ids({ limit: 2, after: 3, level: 'info' })).toEqual([4, 5]);
  });

  it.each([
    ['sent to', [1]],
    ['ALERT SENT', [1]],
    ['50%', [2]],
    ['a_b', [3]],
    ['say "hi"', [3]],
    ['hi" OR "x', []],
    ['or*', []],
    ['ŻÓŁ', [4]],
    ['😀 yes', [4]],
    ['xy', [5]],
    ['x', [5]],
    ['cab abc', []],
    ['  ', [6]],
  ])('finds the text %s', async (text, found) => {
    const texts = [
      'Alert sent to Anna',
      '50% of abcab',
      'a_b, say "hi"',
      'Żółty 😀 yes',
      'XY',
      'two  spaces',
    ];
    await store.log.insert(texts.map((each, index) => logEntry(index + 1, { text: each })));
    expect(await ids({ text })).toEqual(found);
  });

  it('finds what fits all conditions of any mix, and nothing else', async () => {
    const word = fc.constantFrom('alert', 'Anna', 'sent', 'to', 'a', 'NOKIA', 'nna', '"', '%');
    const nameOrNull = fc.constantFrom(null, 'one', 'two', 'three');
    const entryArbitrary = fc.record({
      level: fc.constantFrom(...logLevelSchema.options),
      area: fc.constantFrom(...logAreaSchema.options),
      text: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      traceId: nameOrNull,
      accountId: nameOrNull,
      deviceId: nameOrNull,
      gatewayId: nameOrNull,
    });
    const some = fc.constantFrom('one', 'two');
    const filterArbitrary = fc.record(
      {
        level: fc.constantFrom(...logLevelSchema.options),
        area: fc.constantFrom(...logAreaSchema.options),
        text: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
        traceId: some,
        accountId: some,
        deviceId: some,
        gatewayId: some,
      },
      { requiredKeys: [] },
    );
    let lastId = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(entryArbitrary, { maxLength: 30 }),
        fc.array(filterArbitrary, { minLength: 5, maxLength: 10 }),
        async (made, filters) => {
          const start = lastId;
          const entries = made.map((each) => logEntry((lastId += 1), each));
          await store.log.insert(entries);
          for (const filter of filters) {
            const expected = entries.filter((entry) => fitsPlainly(entry, filter));
            expect(await ids({ ...filter, after: start })).toEqual(expected.map(({ id }) => id));
            expect(await ids({ ...filter, limit: 3, after: start, before: lastId + 1 })).toEqual(
              expected.slice(0, 3).map(({ id }) => id),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('looks on when what the index offers does not fit', async () => {
    const decoys = Array.from({ length: 3_000 }, (_, index) =>
      logEntry(index + 2, { text: 'abc bcd cde, but not in that order' }),
    );
    await store.log.insert([logEntry(1, { text: 'it is abcde' }), ...decoys]);
    expect(await ids({ text: 'abcde', limit: 5 })).toEqual([1]);
  });
});

function fitsPlainly(entry: LogEntry, filter: LogFilter): boolean {
  const levels = logLevelSchema.options;
  const { level = 'debug', text = '', ...same } = filter;
  return (
    levels.indexOf(entry.level) >= levels.indexOf(level) &&
    entry.text.toLowerCase().includes(text.toLowerCase()) &&
    Object.entries(same).every(([name, value]) => entry[name as keyof LogEntry] === value)
  );
}
