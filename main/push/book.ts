import type { AlertRow } from '../store/types.ts';

/** A planned alert and when it is to be looked at next. */
export interface OpenAlert {
  readonly row: AlertRow;
  /** Milliseconds since 1970. Differs from `dueAt` where it waits for something without a time. */
  readonly wakeAt: number;
}

/** An alert in the SMS queue, as far as a newer one needs to know it. */
export interface QueuedAlert {
  readonly alertId: string;
  readonly messageId: string;
  readonly deviceId: string;
  readonly folderIds: ReadonlySet<string>;
}

/** The alerts that are under way, in memory: a mirror of the rows `planned` and `queued`. */
export interface AlertBook {
  /** The one planned alert of a device. */
  planned(deviceId: string): OpenAlert | undefined;
  allPlanned(): Iterable<OpenAlert>;
  plannedCount(): number;
  setPlanned(open: OpenAlert): void;
  removePlanned(deviceId: string): void;
  /** Alerts of a device that wait in the SMS queue. */
  queued(deviceId: string): Iterable<QueuedAlert>;
  queuedCount(): number;
  addQueued(queued: QueuedAlert): void;
  removeQueued(alertId: string): void;
  clear(): void;
}

/** Makes an empty book. */
export function createAlertBook(): AlertBook {
  const planned = new Map<string, OpenAlert>();
  const queued = new Map<string, QueuedAlert>();
  const queuedByDevice = new Map<string, Map<string, QueuedAlert>>();
  return {
    planned: (deviceId) => planned.get(deviceId),
    allPlanned: () => planned.values(),
    plannedCount: () => planned.size,
    setPlanned: (open) => void planned.set(open.row.deviceId, open),
    removePlanned: (deviceId) => void planned.delete(deviceId),
    queued: (deviceId) => queuedByDevice.get(deviceId)?.values() ?? [],
    queuedCount: () => queued.size,
    addQueued(alert) {
      queued.set(alert.alertId, alert);
      const siblings = queuedByDevice.get(alert.deviceId);
      if (siblings) siblings.set(alert.alertId, alert);
      else queuedByDevice.set(alert.deviceId, new Map([[alert.alertId, alert]]));
    },
    removeQueued(alertId) {
      const alert = queued.get(alertId);
      if (!alert) return;
      queued.delete(alertId);
      const siblings = queuedByDevice.get(alert.deviceId);
      siblings?.delete(alertId);
      if (siblings?.size === 0) queuedByDevice.delete(alert.deviceId);
    },
    clear() {
      planned.clear();
      queued.clear();
      queuedByDevice.clear();
    },
  };
}
