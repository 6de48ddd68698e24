import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a repository runs its queries on: the whole store, or one transaction. */
export interface Session {
  /** Throws when the transaction that this belongs to has ended. */
  readonly db: Kysely<Schema>;
  /** Runs several statements as one: in a transaction of their own unless there is one already. */
  atomic<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
}

/** The session of the whole store. */
export function storeSession(db: Kysely<Schema>): Session {
  return { db, atomic: async (work) => db.transaction().execute(work) };
}

/** The session of one transaction, and how it is watched and ended. */
export interface TransactionSession extends Session {
  /** How many times it has been used. */
  uses(): number;
  end(): void;
}

/** Makes the session of the transaction that runs on `db`. */
export function transactionSession(db: Kysely<Schema>): TransactionSession {
  let used = 0;
  let ended = false;
  function open(): Kysely<Schema> {
    if (ended) {
      throw new Error('This transaction has ended: its repositories are of no use any more');
    }
    used += 1;
    return db;
  }
  return {
    get db() {
      return open();
    },
    atomic: async (work) => work(open()),
    uses: () => used,
    end() {
      ended = true;
    },
  };
}
