import type { Kysely } from 'kysely';

/** One step of the schema. Once released it is never edited: what was wrong is mended by the next. */
export interface Migration {
  /** Number and what it does: `0001-initial`. Sorts in the order of application. */
  readonly name: string;
  /** Runs within a transaction. */
  up(db: Kysely<never>): Promise<void>;
}
