import { bulkInsert } from '../bulk-writes.ts';
import type { Session } from '../session.ts';
import type { ValuesRepository } from '../types.ts';

const setValues = bulkInsert(
  'named_values',
  ({ name, value }: { name: string; value: string }) => ({ name, value }),
  (db, values) =>
    db
      .insertInto('named_values')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
      )
      .compile(),
);

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
      await setValues(session.db, [{ name, value: JSON.stringify(value ?? null) }]);
    },
  };
}
