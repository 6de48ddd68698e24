import { expect, it } from 'vitest';
import { nextTurn } from './turns.ts';

it('lets one go on in each round of the event loop, in the order of their coming', async () => {
  let round = 0;
  let isCounting = true;
  function count(): void {
    round += 1;
    if (isCounting) setImmediate(count);
  }
  setImmediate(count);
  const rounds: [name: string, round: number][] = [];
  const work = async (name: string): Promise<void> => {
    for (let piece = 0; piece < 2; piece += 1) {
      await nextTurn();
      rounds.push([name, round]);
    }
  };
  await Promise.all(['a', 'b', 'c'].map(work));
  isCounting = false;
  expect(rounds.map(([name]) => name).join('')).toBe('abcabc');
  expect(new Set(rounds.map(([, number]) => number)).size).toBe(rounds.length);
});
