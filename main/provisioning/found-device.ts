import { AppError } from '../../shared/model/errors.ts';
import type { DeviceRow, Repositories } from '../store/types.ts';

/** The device of an id. @throws AppError NOT_FOUND when there is none. */
export async function foundDevice(
  { devices }: Pick<Repositories, 'devices'>,
  id: string,
): Promise<DeviceRow> {
  const device = await devices.get(id);
  if (device === undefined) throw new AppError('NOT_FOUND', { params: { what: 'device', id } });
  return device;
}
