import { AppError } from '../../shared/model/errors.ts';

/**
 * Tells a value that is taken as a complaint about the field it was typed into, so that a form can
 * show it there. Other errors go on as they are.
 */
export function refuseDuplicate(error: unknown): never {
  if (error instanceof AppError && error.code === 'DUPLICATE') {
    throw duplicateField(String(error.params['field']));
  }
  throw error;
}

function duplicateField(field: string): AppError {
  return new AppError('DUPLICATE', {
    params: { field },
    fields: [{ path: field, code: 'duplicate' }],
  });
}
