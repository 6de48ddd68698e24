import type { Session } from '../session.ts';
import { SealedElsewhereError } from '../store-errors.ts';
import type { SecretBox, SecretsRepository } from '../types.ts';

/** Secrets in SQL: what is stored is what the box has sealed, and nothing else. */
export function secretsRepository(session: Session, box: SecretBox): SecretsRepository {
  return {
    async get(name) {
      const row = await session.db
        .selectFrom('secrets')
        .select('sealed')
        .where('name', '=', name)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      try {
        return box.open(row.sealed);
      } catch (error) {
        // A folder that has moved has to start: what cannot be opened is as good as not set, and
        // stays until somebody sets it anew.
        if (error instanceof SealedElsewhereError) return undefined;
        throw error;
      }
    },
    async set(name, secret) {
      const sealed = Buffer.from(box.seal(secret));
      await session.db
        .insertInto('secrets')
        .values({ name, sealed })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed }))
        .execute();
    },
    async remove(name) {
      await session.db.deleteFrom('secrets').where('name', '=', name).execute();
    },
    async names() {
      const rows = await session.db.selectFrom('secrets').select('name').execute();
      return new Set(rows.map((row) => row.name));
    },
  };
}
