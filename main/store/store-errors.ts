/** The database file is damaged. Nothing has been changed or replaced: a person decides. */
export class StoreDamagedError extends Error {
  readonly code = 'STORE_DAMAGED';
  readonly path: string;
  /** The newest backup that lies beside it, if any: what to put in its place. */
  readonly newestBackup: string | null;
  /** What SQLite found. */
  readonly detail: string;

  constructor(path: string, newestBackup: string | null, detail: string, cause?: unknown) {
    super(
      `The database ${path} is damaged: ${detail}`,
      cause === undefined ? undefined : { cause },
    );
    this.name = 'StoreDamagedError';
    this.path = path;
    this.newestBackup = newestBackup;
    this.detail = detail;
  }
}

/** The database was written by a newer version of the product. */
export class StoreTooNewError extends Error {
  readonly code = 'STORE_TOO_NEW';
  readonly path: string;
  /** The migration that this version does not know. */
  readonly migration: string;

  constructor(path: string, migration: string) {
    super(`The database ${path} was written by a newer version: it knows ${migration}`);
    this.name = 'StoreTooNewError';
    this.path = path;
    this.migration = migration;
  }
}

/** A transaction stood still: it waits for something that waits for it. */
export class TransactionStalledError extends Error {
  readonly code = 'TRANSACTION_STALLED';

  constructor() {
    super(
      'A transaction asked nothing of the store for a long time and was rolled back. ' +
        'Within a transaction only the repositories that it was given may be used, and nothing slow awaited.',
    );
    this.name = 'TransactionStalledError';
  }
}

/** A secret was sealed by the key store of another machine or person, and nobody here can open it. */
export class SealedElsewhereError extends Error {
  constructor(cause: unknown) {
    super('A secret was sealed on another machine or by another person', { cause });
    this.name = 'SealedElsewhereError';
  }
}

/** Whether `error` is SQLite's word for a file that is no sound database. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

/** SQLite's name of an error (`SQLITE_CONSTRAINT_UNIQUE`), or an empty text for any other error. */
export function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : '';
}
