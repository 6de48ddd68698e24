import { AppError } from '../../shared/model/errors.ts';

/** A procedure whose service is not composed. */
export function notYet(): Promise<never> {
  return Promise.reject(new AppError('UNAVAILABLE', { retryable: true }));
}
