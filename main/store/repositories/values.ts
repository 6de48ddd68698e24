import type { Session } from '../session.ts';
import type { ValuesRepository } from '../types.ts';

/** Small named values in SQL. */
export function valuesRepository(session: Session): ValuesRepository {
  return {
    async get(name) {
      const row = await session.db
        .selectFrom('named_values')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirst();
      return row === undefined ? undefined : (JSON.parse(row.value) as unknown);
    },
    async set(name, value) {
      const text = JSON.stringify(value ?? null);
      await session.db
        .insertInto('named_values')
        .values({ name, value: text })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
        .execute();
    },
  };
}
