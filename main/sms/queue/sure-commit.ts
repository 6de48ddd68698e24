import type { Clock } from '../../platform/clock.ts';
import { pause } from '../../platform/pause.ts';
import type { Random } from '../../platform/random.ts';
import type { Repositories } from '../../store/types.ts';
import { backOffMs } from './back-off.ts';
import type { GroupCommit } from './group-commit.ts';

/** How often something is tried to be stored when the store fails (full disk). */
const storeTries = 8;

/** What {@link SureCommit} works with. */
export interface SureCommitDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly commit: GroupCommit;
  /** Ends waiting between tries. */
  readonly signal: AbortSignal;
  /** The store failed. */
  onFault(error: unknown): void;
}

/** Stores what must not get lost, trying again for a while when the store fails. */
export class SureCommit {
  readonly #deps: SureCommitDeps;

  constructor(deps: SureCommitDeps) {
    this.#deps = deps;
  }

  /** Whether it was stored. Work may run several times; only its last run counts. */
  async run(work: (tx: Repositories) => Promise<void>): Promise<boolean> {
    const { clock, random, commit, signal, onFault } = this.#deps;
    for (let tries = 1; ; tries += 1) {
      try {
        await commit.run(work);
        return true;
      } catch (error) {
        onFault(error);
        if (tries >= storeTries || signal.aborted) return false;
        await pause(clock, backOffMs(tries, random), signal);
      }
    }
  }
}
