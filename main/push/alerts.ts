import type { Alert } from '../../shared/model/alert.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { AreaService } from '../api/services.ts';
import type { AlertRow, Store } from '../store/types.ts';
import type { DeviceIndex } from './device-index.ts';

/** An alert as it is shown. */
export function shownAlert(row: AlertRow, devices: Pick<DeviceIndex, 'get'>): Alert {
  const { traceIds: _traceIds, folders, ...alert } = row;
  return { ...alert, folders: [...folders], deviceName: devices.get(row.deviceId)?.name ?? '' };
}

/** The alerts as the API reads them. */
export function createAlertsArea(store: Store, devices: DeviceIndex): AreaService<'alerts'> {
  return {
    async list(input) {
      const { alerts, total } = await store.alerts.list({ ...input, limit: input?.limit ?? 100 });
      await devices.refresh();
      return { alerts: alerts.map((row) => shownAlert(row, devices)), total };
    },
    async get({ id }) {
      const row = await store.alerts.get(id);
      if (!row) throw new AppError('NOT_FOUND', { params: { what: 'alert', id } });
      await devices.refresh();
      return shownAlert(row, devices);
    },
  };
}
