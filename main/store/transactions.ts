import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.ts';
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
  const watch = createWatch(silenceMs);
  return {
    run: (work) =>
      inTransaction(db, async (inside) => {
        const session = transactionSession(inside);
        const stalled = watch.start(session);
        try {
          return await Promise.race([work(session), stalled]);
        } finally {
          watch.end();
          session.end();
        }
      }),
  };
}

/** Watches one transaction after another. */
interface Watch {
  /** Rejects when the transaction has been silent for too long. */
  start(session: TransactionSession): Promise<never>;
  end(): void;
}

// The machine's own timer on purpose: a test's clock that stands still must not turn the error that
// explains a mistake into a test that hangs. It goes on when a transaction ends, since most last for a
// fraction of a millisecond: one timer then does for thousands of them.
function createWatch(silenceMs: number): Watch {
  let current: { readonly session: TransactionSession; seen: number } | undefined;
  let reject: (error: unknown) => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    timer = undefined;
    if (current === undefined) return;
    const uses = current.session.uses();
    if (uses === current.seen) {
      reject(new TransactionStalledError());
      return;
    }
    current.seen = uses;
    timer = setTimeout(look, silenceMs).unref();
  }

  return {
    start(session) {
      // Not silent before a whole span has passed, wherever in it the transaction began.
      current = { session, seen: -1 };
      timer ??= setTimeout(look, silenceMs).unref();
      return new Promise((_resolve, refuse) => {
        reject = refuse;
      });
    },
    end() {
      current = undefined;
    },
  };
}
