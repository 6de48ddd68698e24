import { AppError } from '../../shared/model/errors.ts';

/** There is no device of this id. */
export function noSuchDevice(id: string): AppError {
  return new AppError('NOT_FOUND', { params: { kind: 'device', id } });
}

/**
 * The value that a device's id has led to.
 *
 * @throws AppError NOT_FOUND where it has led to none.
 */
export function foundDevice<Value>(value: Value | undefined, id: string): Value {
  if (value === undefined) throw noSuchDevice(id);
  return value;
}
