import { describe, expect, it, vi } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { seededRandom } from '../../platform/random.ts';
import { syncLimits } from '../limits.ts';
import { BoundedMap } from '../../platform/bounded-map.ts';
import { isStorageFull } from './faults.ts';
import { createGuessThrottle, type Guess } from './guess-throttle.ts';
import { characterStart, fromFormat, toBase64 } from './item-format.ts';
import { createLanes } from './lanes.ts';
import { createOpenChallenges, makeNonce } from './nonces.ts';
import { startTimeSlice } from './time-slice.ts';

describe('a bounded map', () => {
  it('forgets what was set longest ago', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    map.set('c', 4);
    expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([3, undefined, 4, 2]);
    expect(map.take('a')).toBe(3);
    expect(map.size).toBe(1);
  });
});

describe('lanes', () => {
  it('do the work of one key in order, of others beside it, whatever fails', async () => {
    const lanes = createLanes();
    const done: string[] = [];
    const task =
      (name: string, fails = false) =>
      async () => {
        await Promise.resolve();
        done.push(name);
        if (fails) throw new Error(name);
      };
    const first = lanes.run('a', 8, task('a1', true));
    const second = lanes.run('a', 8, task('a2'));
    await expect(first).rejects.toThrow('a1');
    await second;
    await lanes.run('b', 8, task('b1'));
    expect(done).toEqual(['a1', 'a2', 'b1']);
    await lanes.idle();
  });

  it('turn away what would wait behind too many', async () => {
    const lanes = createLanes();
    const nothing = (): Promise<void> => Promise.resolve();
    const first = lanes.run('a', 2, nothing);
    const second = lanes.run('a', 2, nothing);
    expect(lanes.run('a', 2, nothing)).toBeUndefined();
    await first;
    await second;
    expect(lanes.run('a', 2, nothing)).toBeDefined();
  });
});

describe('the throttle of guesses', () => {
  const guessOf = (user: string, changes: Partial<Guess> = {}): Guess => ({
    remote: 'peer',
    user,
    syncId: 'phone',
    isKnown: false,
    ...changes,
  });
  const start = () => {
    const clock = createFakeClock();
    const throttle = createGuessThrottle(clock);
    const wrong = (guess: Guess, times: number): void => {
      for (let count = 0; count < times; count += 1) throttle.wrong(guess);
    };
    return { clock, throttle, wrong };
  };

  it('doubles the pause up to its longest, and forgets in time', async () => {
    const { clock, throttle, wrong } = start();
    const alice = guessOf('Alice');
    wrong(alice, syncLimits.freeGuesses - 1);
    expect(throttle.mayTry(alice)).toBe(true);
    wrong(alice, 1);
    expect(throttle.mayTry(guessOf('alice', { syncId: 'another' }))).toBe(false);
    expect(throttle.mayTry(guessOf('bob'))).toBe(true);
    await clock.advance(1_000);
    expect(throttle.mayTry(alice)).toBe(true);
    wrong(alice, 20);
    await clock.advance(syncLimits.longestPauseMs - 1);
    expect(throttle.mayTry(alice)).toBe(false);
    await clock.advance(1);
    expect(throttle.mayTry(alice)).toBe(true);
    wrong(alice, 1);
    await clock.advance(syncLimits.forgetGuessesMs + 1);
    wrong(alice, 1);
    expect(throttle.mayTry(alice)).toBe(true);
  });

  it('sees a peer that tries many names', () => {
    const { throttle, wrong } = start();
    for (let count = 0; count < syncLimits.freeGuessesOfPeer; count += 1) {
      wrong(guessOf(`user${String(count)}`), 1);
    }
    expect(throttle.mayTry(guessOf('somebody'))).toBe(false);
    expect(throttle.mayTry(guessOf('somebody', { remote: 'other' }))).toBe(true);
  });

  it('lets one phone with an old password keep nobody else out', () => {
    const { throttle, wrong } = start();
    const stale = guessOf('alice', { isKnown: true });
    wrong(stale, 500);
    expect(throttle.mayTry(stale)).toBe(false);
    expect(throttle.mayTry(guessOf('alice', { syncId: 'tablet', isKnown: true }))).toBe(true);
    expect(throttle.mayTry(guessOf('bob'))).toBe(true);
    // Nor does a stranger keep out the clients that are known.
    for (let count = 0; count < 500; count += 1) wrong(guessOf('alice', { syncId: 'x' }), 1);
    expect(throttle.mayTry(guessOf('alice', { syncId: 'tablet', isKnown: true }))).toBe(true);
  });

  it('forgets a name that was right in the end', () => {
    const { throttle, wrong } = start();
    wrong(guessOf('alice'), syncLimits.freeGuesses);
    throttle.right(guessOf('alice'));
    expect(throttle.mayTry(guessOf('alice'))).toBe(true);
  });
});

describe('nonces', () => {
  it('are printable, and never the same', () => {
    const random = seededRandom(1);
    const texts = Array.from({ length: 50 }, () => Buffer.from(makeNonce(random)).toString());
    expect(new Set(texts).size).toBe(50);
    for (const text of texts) expect(text).toMatch(/^[\w-]{16}$/u);
  });

  it('of a challenge hold until they are used, replaced or old', async () => {
    const clock = createFakeClock();
    const challenges = createOpenChallenges(clock, seededRandom(1));
    const first = challenges.issue('d', 'Alice');
    expect(challenges.find('d', 'alice')).toEqual(first);
    expect(challenges.find('e', 'alice')).toBeUndefined();
    const second = challenges.issue('d', 'alice');
    expect(challenges.find('d', 'alice')).toEqual(second);
    await clock.advance(syncLimits.challengeMs + 1);
    expect(challenges.find('d', 'alice')).toBeUndefined();
    challenges.issue('d', 'alice');
    challenges.close('d', 'ALICE');
    expect(challenges.find('d', 'alice')).toBeUndefined();
  });
});

describe('the format of an item', () => {
  it('is undone where it can be', () => {
    const data = new TextEncoder().encode('SGFs\r\nbG8=');
    expect(Buffer.from(fromFormat(data, 'B64') ?? []).toString()).toBe('Hallo');
    expect(fromFormat(data, undefined)).toBe(data);
    expect(fromFormat(data, 'chr')).toBe(data);
    expect(fromFormat(data, 'des;b64')).toBeUndefined();
    expect(fromFormat(new TextEncoder().encode('ä'), 'b64')).toBeUndefined();
    expect(Buffer.from(toBase64(Uint8Array.of(0, 255))).toString()).toBe('AP8=');
  });

  it('does not cut characters', () => {
    const data = new TextEncoder().encode('a€𝄞');
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((end) => characterStart(data, end))).toEqual([
      0, 1, 1, 1, 4, 4, 4, 4, 8,
    ]);
    const broken = Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80);
    expect(characterStart(broken, 5)).toBeGreaterThan(0);
  });
});

describe('a full disk', () => {
  it('is known by the code of any of its causes', () => {
    const full = Object.assign(new Error('x'), { code: 'ENOSPC' });
    expect(isStorageFull(new Error('y', { cause: full }))).toBe(true);
    expect(isStorageFull(new Error('y'))).toBe(false);
    expect(isStorageFull('SQLITE_FULL')).toBe(false);
  });
});

describe('a slice of time', () => {
  it('lets others have their turn when it is used up, and not before', async () => {
    const clock = createFakeClock();
    const slice = startTimeSlice(clock);
    const turn = vi.fn();
    setImmediate(turn);
    await slice.breathe();
    expect(turn).not.toHaveBeenCalled();
    const moved = vi.spyOn(clock, 'monotonic').mockReturnValue(syncLimits.sliceMs);
    await slice.breathe();
    expect(turn).toHaveBeenCalledOnce();
    moved.mockRestore();
  });
});
