import type { Kysely } from 'kysely';
import { inTransaction } from './in-transaction.ts';
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
  return { db, atomic: (work) => inTransaction(db, work) };
}

/** The session of one transaction, and how it is watched and ended. */
export interface TransactionSession extends Session {
  /** How many times it has been used. */
  uses(): number;
  end(): void;
}

/** Makes the session of the transaction that runs on `db`. */
export function transactionSession(db: Kysely<Schema>): TransactionSession {
  return new OpenTransaction(db);
}

class OpenTransaction implements TransactionSession {
  readonly #db: Kysely<Schema>;
  #used = 0;
  #hasEnded = false;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  get db(): Kysely<Schema> {
    if (this.#hasEnded) {
      throw new Error('This transaction has ended: its repositories are of no use any more');
    }
    this.#used += 1;
    return this.#db;
  }

  async atomic<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return await work(this.db);
  }

  uses(): number {
    return this.#used;
  }

  end(): void {
    this.#hasEnded = true;
  }
}
