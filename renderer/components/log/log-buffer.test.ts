import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { LogBuffer } from './log-buffer.ts';

function line(id: number, level: LogEntry['level'] = 'info'): LogEntry {
  return {
    id,
    at: id,
    level,
    area: 'push',
    key: 'push.activated',
    params: {},
    text: 'Push is on',
    traceId: null,
    accountId: null,
    deviceId: null,
    gatewayId: null,
  };
}

const lines = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => line(from + index));
const ids = (buffer: LogBuffer): number[] => buffer.snapshot.lines.map(({ id }) => id);

describe('the lines of a log view', () => {
  it('grow at the end while the view follows', () => {
    const buffer = new LogBuffer(10);
    buffer.reset(lines(1, 3), true);
    buffer.append(lines(4, 5));
    expect(ids(buffer)).toEqual([1, 2, 3, 4, 5]);
    expect(buffer.snapshot.isBeginning).toBe(true);
  });

  it('wait while the view is held, and are counted', () => {
    const buffer = new LogBuffer(10);
    buffer.reset(lines(1, 3), true);
    buffer.hold();
    buffer.append(lines(4, 5));
    expect(ids(buffer)).toEqual([1, 2, 3]);
    expect(buffer.snapshot.waiting).toBe(2);
    buffer.follow();
    expect(ids(buffer)).toEqual([1, 2, 3, 4, 5]);
    expect(buffer.snapshot.waiting).toBe(0);
  });

  it('that came before a stream was resumed are not taken twice', () => {
    const buffer = new LogBuffer(10);
    buffer.reset(lines(1, 3), true);
    buffer.append(lines(2, 4));
    buffer.append(lines(3, 5));
    expect(ids(buffer)).toEqual([1, 2, 3, 4, 5]);
  });

  it('go at the front when there are too many, and the view says so', () => {
    const buffer = new LogBuffer(10);
    buffer.reset(lines(1, 10), true);
    buffer.append([line(11)]);
    expect(ids(buffer)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(buffer.snapshot.isTrimmed).toBe(true);
    expect(buffer.snapshot.isBeginning).toBe(false);
  });

  it('that are read ahead come to the front', () => {
    const buffer = new LogBuffer(10);
    buffer.reset(lines(5, 7), false);
    expect(buffer.prepend(lines(2, 5), false)).toBe(3);
    expect(ids(buffer)).toEqual([2, 3, 4, 5, 6, 7]);
    buffer.prepend([line(1)], true);
    expect(buffer.snapshot.isBeginning).toBe(true);
  });

  it('make room at the end for older ones, and the newest have to be read anew', () => {
    const buffer = new LogBuffer(4);
    buffer.reset(lines(5, 8), false);
    buffer.hold();
    buffer.append([line(9)]);
    buffer.prepend(lines(3, 4), false);
    expect(ids(buffer)).toEqual([3, 4, 5, 6]);
    expect(buffer.mustReload).toBe(true);
    expect(buffer.snapshot.waiting).toBe(3);
  });

  it('that a flood brings while the view is held are let go beyond the limit', () => {
    const buffer = new LogBuffer(4);
    buffer.reset(lines(1, 2), true);
    buffer.hold();
    buffer.append(lines(3, 12));
    expect(buffer.snapshot.waiting).toBe(10);
    expect(buffer.mustReload).toBe(true);
  });

  it('are counted by level, whatever comes and goes', () => {
    const buffer = new LogBuffer(4);
    buffer.reset([line(1, 'warn'), line(2)], true);
    buffer.append([line(3, 'error'), line(4, 'debug'), line(5)]);
    const counts = { debug: 0, info: 0, warn: 0, error: 0 };
    for (const { level } of buffer.snapshot.lines) counts[level] += 1;
    expect(buffer.snapshot.counts).toEqual(counts);
  });

  it('are forgotten when the view is cleared', () => {
    const buffer = new LogBuffer(4);
    buffer.reset(lines(1, 3), true);
    buffer.clear();
    expect(ids(buffer)).toEqual([]);
    buffer.append([line(4)]);
    expect(ids(buffer)).toEqual([4]);
  });

  it('always ascend, without a double, within the limit', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('prepend' as const), count: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ kind: fc.constantFrom('hold' as const, 'follow' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const buffer = new LogBuffer(12);
        buffer.reset(lines(1_000, 1_005), false);
        let newest = 1_005;
        for (const one of steps) {
          if (one.kind === 'append') {
            buffer.append(lines(newest + 1, newest + one.count));
            newest += one.count;
          } else if (one.kind === 'prepend') {
            const first = ids(buffer)[0] ?? newest + 1;
            buffer.prepend(lines(first - one.count, first - 1), one.count === 0);
          } else if (one.kind === 'hold') buffer.hold();
          else if (buffer.mustReload) {
            buffer.reset(lines(newest - 5, newest), false);
            buffer.follow();
          } else buffer.follow();
          const shown = ids(buffer);
          expect(shown.length).toBeLessThanOrEqual(12);
          expect(shown).toEqual([...new Set(shown)].sort((one, other) => one - other));
        }
      }),
    );
  });
});
