import type { Session } from '../session.ts';
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
      return row && box.open(row.sealed);
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
