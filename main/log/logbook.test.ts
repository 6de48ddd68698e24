import { afterEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../shared/model/log-entry.ts';
import { systemClock } from '../platform/clock.ts';
import { createFakeClock } from '../platform/fake-clock.ts';
import type { LogLine } from '../platform/logbook.ts';
import { createMemoryLog } from '../testing/memory-log.ts';
import { createLogbook } from './logbook.ts';
import type { Logbook } from './logbook.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function open(store = createMemoryLog(), errors: unknown[] = []): Promise<Logbook> {
  const logbook = await createLogbook({
    store,
    clock: systemClock,
    onError: (error) => errors.push(error),
  });
  stops.push(logbook.stop);
  return logbook;
}

function line(account: string, more: Partial<LogLine> = {}): LogLine {
  return { level: 'info', area: 'system', key: 'account.created', params: { account }, ...more };
}

async function take(entries: AsyncIterable<LogEntry>, count: number): Promise<LogEntry[]> {
  const taken: LogEntry[] = [];
  for await (const entry of entries) {
    taken.push(entry);
    if (taken.length === count) break;
  }
  return taken;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('writing', () => {
  it('numbers entries on from what is stored and says the sentence in English', async () => {
    const store = createMemoryLog();
    const first = await open(store);
    first.writer.write(line('ada@example.org'));
    await first.stop();
    const second = await open(store);
    const entry = second.writer.write({
      level: 'warn',
      area: 'push',
      key: 'alert.planned',
      params: { device: 'E71', folders: ['contacts', 'calendar'] },
      traceId: 't1',
    });
    expect(entry.id).toBe(2);
    expect(entry.text).toBe('Alert to E71 planned: contacts, calendar');
    expect(entry).toMatchObject({ traceId: 't1', deviceId: null });
  });

  it('keeps a line whose params are incomplete', async () => {
    const { writer } = await open();
    expect(writer.write({ level: 'info', area: 'push', key: 'alert.planned' }).text).toBe(
      'Alert to {device} planned: {folders}',
    );
  });

  it('stores all entries in order, those of a burst in batches', async () => {
    const store = createMemoryLog();
    const logbook = await open(store);
    for (let index = 0; index < 2_345; index += 1) logbook.writer.write(line(`${index}`));
    await logbook.flush();
    expect(store.entries.map(({ id }) => id)).toEqual(numbers(1, 2_345));
  });

  it('stores what is left when it is stopped', async () => {
    const store = createMemoryLog();
    const logbook = await open(store);
    logbook.writer.write(line('a'));
    await logbook.stop();
    expect(store.entries).toHaveLength(1);
  });

  it('stores without being asked, after a moment of its clock', async () => {
    const clock = createFakeClock();
    const store = createMemoryLog();
    const logbook = await createLogbook({ store, clock, onError: () => undefined });
    logbook.writer.write(line('a'));
    expect(store.entries).toHaveLength(0);
    await clock.advance(100);
    expect(store.entries).toHaveLength(1);
    await logbook.stop();
  });

  it('loses nothing while the store refuses for a time', async () => {
    const store = createMemoryLog();
    const errors: unknown[] = [];
    const logbook = await open(store, errors);
    store.refuse = true;
    for (let index = 0; index < 700; index += 1) logbook.writer.write(line(`${index}`));
    await logbook.flush();
    expect(errors).not.toHaveLength(0);
    store.refuse = false;
    logbook.writer.write(line('last'));
    await logbook.flush();
    expect(store.entries.map(({ id }) => id)).toEqual(numbers(1, 701));
  });
});

describe('listing', () => {
  it('shows what was written a moment ago', async () => {
    const { writer, service } = await open();
    writer.write(line('a'));
    const { entries, lastId } = await service.list(undefined);
    expect(entries.map(({ text }) => text)).toEqual(['Account a added']);
    expect(lastId).toBe(1);
  });

  it('joins with a tail behind its last number', async () => {
    const { writer, service } = await open();
    for (let index = 0; index < 10; index += 1) writer.write(line(`${index}`));
    const { lastId } = await service.list({ limit: 5 });
    const tail = service.tail(undefined, { after: lastId, signal: undefined });
    writer.write(line('next'));
    expect((await take(tail, 1)).map(({ id }) => id)).toEqual([11]);
  });
});

describe('tailing', () => {
  it('gives only new entries when no place is named', async () => {
    const { writer, service, flush } = await open();
    writer.write(line('old'));
    await flush();
    const tail = service.tail(undefined, { after: undefined, signal: undefined });
    writer.write(line('new'));
    expect((await take(tail, 1)).map(({ text }) => text)).toEqual(['Account new added']);
  });

  it('prefers the place of a broken stream to the one it once started from', async () => {
    const { writer, service, flush } = await open();
    for (let index = 0; index < 5; index += 1) writer.write(line(`${index}`));
    await flush();
    const tail = service.tail({ after: 0 }, { after: 3, signal: undefined });
    expect((await take(tail, 2)).map(({ id }) => id)).toEqual([4, 5]);
  });

  it('neither loses nor repeats an entry when it is broken and taken up again and again', async () => {
    const { writer, service } = await open();
    const seen: number[] = [];
    let written = 0;
    const writing = (async () => {
      for (; written < 3_000; written += 50) {
        for (let index = 0; index < 50; index += 1) writer.write(line('a'));
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    })();
    while (seen.length < 3_000) {
      const tail = service.tail(undefined, { after: seen.at(-1) ?? 0, signal: undefined });
      const wanted = Math.min(1 + ((seen.length * 7) % 400), 3_000 - seen.length);
      seen.push(...(await take(tail, wanted)).map(({ id }) => id));
    }
    await writing;
    expect(seen).toEqual(numbers(1, 3_000));
  });

  it('serves a reader that falls far behind from the store', async () => {
    const { writer, service, flush } = await open();
    const tail = service.tail(undefined, { after: 0, signal: undefined })[Symbol.asyncIterator]();
    writer.write(line('a'));
    const seen: number[] = [(await tail.next()).value?.id];
    for (let index = 0; index < 10_000; index += 1) writer.write(line('a'));
    await flush();
    while (seen.length < 10_001) seen.push((await tail.next()).value?.id);
    expect(seen).toEqual(numbers(1, 10_001));
    await tail.return?.();
  });

  it('gives only what fits its filter', async () => {
    const { writer, service } = await open();
    const tail = service.tail(
      { level: 'warn', deviceId: 'd1', text: 'ADDED' },
      { after: undefined, signal: undefined },
    );
    writer.write(line('a', { deviceId: 'd1' }));
    writer.write(line('b', { deviceId: 'd1', level: 'error' }));
    writer.write(line('c', { deviceId: 'd2', level: 'error' }));
    writer.write(line('d', { deviceId: 'd1', level: 'warn', key: 'account.updated' }));
    writer.write(line('e', { deviceId: 'd1', level: 'warn' }));
    expect((await take(tail, 2)).map(({ id }) => id)).toEqual([2, 5]);
  });

  it('gives everything to a reader whose number comes from another database', async () => {
    const { writer, service } = await open();
    const tail = service.tail(undefined, { after: 99, signal: undefined });
    writer.write(line('a'));
    expect((await take(tail, 1)).map(({ id }) => id)).toEqual([1]);
  });

  it('ends while it waits: by its signal, by its reader, by the end of the log', async () => {
    const logbook = await open();
    const aborter = new AbortController();
    const options = { after: undefined, signal: undefined };
    const aborted = logbook.service
      .tail(undefined, { ...options, signal: aborter.signal })
      [Symbol.asyncIterator]();
    const returned = logbook.service.tail(undefined, options)[Symbol.asyncIterator]();
    const stopped = logbook.service.tail(undefined, options)[Symbol.asyncIterator]();
    const ends = [aborted.next(), returned.next(), stopped.next()];
    aborter.abort();
    await returned.return?.();
    await logbook.stop();
    expect(await Promise.all(ends)).toEqual(Array(3).fill({ done: true, value: undefined }));
  });
});
