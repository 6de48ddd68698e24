import type { Attention, Overview } from '../../shared/model/system.ts';

/** What needs attention, and devices and gateways that do without being named one by one. */
export interface AttentionView {
  readonly items: readonly Attention[];
  /** Devices that need attention beyond the named ones. */
  readonly devices: number;
  /** Gateways that do. */
  readonly gateways: number;
  readonly total: number;
}

/** Counts everything that needs attention once. */
export function attentionView(
  overview: Pick<Overview, 'attention' | 'devices' | 'gateways'>,
): AttentionView {
  const named = (key: Attention['key']): number =>
    overview.attention.filter((item) => item.key === key).length;
  const devices = Math.max(0, overview.devices.attention - named('device-failing'));
  const gateways = Math.max(0, overview.gateways.failing - named('gateway-failing'));
  return {
    items: overview.attention,
    devices,
    gateways,
    total: overview.attention.length + (devices > 0 ? 1 : 0) + (gateways > 0 ? 1 : 0),
  };
}
