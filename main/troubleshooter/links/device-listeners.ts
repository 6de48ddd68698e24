import type { Listener } from '../../../shared/model/system.ts';

/** The listeners that phones reach. */
export const deviceListeners: ReadonlySet<Listener['name']> = new Set([
  'devices-http',
  'devices-https',
]);
