import { systemClock } from '../platform/clock.ts';
import type { Clock } from '../platform/clock.ts';
import { openStore } from '../store/open-store.ts';
import type { SecretBox, Store } from '../store/types.ts';

/** A box that any test can open. Not for anything that is kept. */
export const testSecretBox: SecretBox = {
  seal: (clear) => new TextEncoder().encode(`sealed:${[...clear].reverse().join('')}`),
  open(sealed) {
    const text = new TextDecoder().decode(sealed);
    if (!text.startsWith('sealed:')) throw new Error('not sealed by this box');
    return [...text.slice('sealed:'.length)].reverse().join('');
  },
};

/** What a test may want otherwise. */
export interface TestStoreOptions {
  /** A file in the test's own folder; in memory without it. */
  readonly path?: string;
  readonly clock?: Clock;
  readonly secretBox?: SecretBox;
}

/** A real store for a test, in memory unless it is given a path. The test closes it. */
export function openTestStore(options: TestStoreOptions = {}): Promise<Store> {
  return openStore({
    path: options.path ?? ':memory:',
    clock: options.clock ?? systemClock,
    secretBox: options.secretBox ?? testSecretBox,
  });
}
