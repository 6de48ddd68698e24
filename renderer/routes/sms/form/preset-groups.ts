import type { GatewayPreset } from '../../../../shared/api/gateways.ts';

/** Hosts that stand for a machine of one's own: loopback, private, and the names kept for examples. */
const ownHost =
  /^https?:\/\/(?:[^/@]*@)?(?:localhost|127\.|10\.|192\.168\.|\[::1\]|(?:[\w-]+\.)*example(?:\.(?:org|com|net))?(?=[:/]|$))/u;

/** Presets for a program or device at one's own address, and those for a provider. */
export function presetGroups(presets: readonly GatewayPreset[]): {
  readonly own: readonly GatewayPreset[];
  readonly provider: readonly GatewayPreset[];
} {
  return {
    own: presets.filter(({ url }) => ownHost.test(url)),
    provider: presets.filter(({ url }) => !ownHost.test(url)),
  };
}
