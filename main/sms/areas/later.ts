import { AppError } from '../../../shared/model/errors.ts';

/** Stands in for an area until its own file is there. */
export function later<Area extends object>(): Area {
  return new Proxy({} as Area, {
    get: () => () => Promise.reject(new AppError('UNAVAILABLE')),
  });
}
