import { AppError } from '../../../shared/model/errors.ts';
import { sqliteCode } from '../store-errors.ts';

/**
 * Runs a write whose values may be taken already, and tells it in the product's words: DUPLICATE
 * with the parameter `field`.
 *
 * @param fields which column, as SQLite names it (`devices.number`), belongs to which field.
 */
export async function refusingDuplicates<T>(
  fields: Readonly<Record<string, string>>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = sqliteCode(error);
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
      const text = error instanceof Error ? error.message : '';
      const field = Object.entries(fields).find(([column]) => text.includes(column))?.[1];
      throw new AppError('DUPLICATE', { params: { field: field ?? 'id' }, cause: error });
    }
    throw error;
  }
}
