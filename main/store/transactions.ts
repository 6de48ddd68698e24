import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { transactionSession } from './session.ts';
import type { Session, TransactionSession } from './session.ts';
import { TransactionStalledError } from './store-errors.ts';

/** How long a transaction may ask nothing of the store before it is given up, in milliseconds. */
const LONGEST_SILENCE_MS = 5_000;

/** Runs transactions one after another and sees to it that none stands still for ever. */
export interface Transactions {
  run<T>(work: (session: Session) => Promise<T>): Promise<T>;
}

/**
 * Makes the runner of transactions on `db`.
 *
 * There is one connection, and a transaction has it to itself: whoever else asks waits in a queue.
 * Work that asks the outer store from within a transaction therefore waits for itself. That cannot be
 * told from a queue by looking at the call, but it shows: the transaction falls silent. A silent
 * transaction is rolled back and refused with {@link TransactionStalledError}, and the queue goes on.
 */
export function createTransactions(
  db: Kysely<Schema>,
  silenceMs: number = LONGEST_SILENCE_MS,
): Transactions {
  return {
    run: (work) =>
      db.transaction().execute(async (transaction) => {
        const session = transactionSession(transaction);
        const watch = watchSilence(session, silenceMs);
        try {
          return await Promise.race([work(session), watch.stalled]);
        } finally {
          watch.stop();
          session.end();
        }
      }),
  };
}

interface Watch {
  /** Rejects when the transaction has been silent for too long. */
  readonly stalled: Promise<never>;
  stop(): void;
}

// The machine's own timer on purpose: a test's clock that stands still must not turn the error that
// explains a mistake into a test that hangs.
function watchSilence(session: TransactionSession, silenceMs: number): Watch {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_resolve, reject) => {
    let seen = session.uses();
    function look(): void {
      if (session.uses() === seen) {
        reject(new TransactionStalledError());
        return;
      }
      seen = session.uses();
      timer = setTimeout(look, silenceMs);
    }
    timer = setTimeout(look, silenceMs);
  });
  return { stalled, stop: () => clearTimeout(timer) };
}
