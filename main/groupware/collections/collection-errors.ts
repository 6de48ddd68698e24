import { AppError } from '../../../shared/model/errors.ts';

/**
 * The value that a collection's id has led to.
 *
 * @throws AppError NOT_FOUND where it has led to none.
 */
export function foundCollection<Value>(value: Value | undefined, id: string): Value {
  if (value === undefined) throw new AppError('NOT_FOUND', { params: { kind: 'collection', id } });
  return value;
}

/**
 * Tells a name that is taken as a complaint about the field that it was typed into. Other errors go
 * on as they are.
 */
export function refuseTakenName(error: unknown): never {
  if (error instanceof AppError && error.code === 'DUPLICATE') {
    throw new AppError('DUPLICATE', {
      params: { field: 'name' },
      fields: [{ path: 'name', code: 'duplicate' }],
    });
  }
  throw error;
}
