import type { PushSettings } from '../../shared/model/settings.ts';
import type { Listener } from '../../shared/model/system.ts';
import type { AreaService } from '../api/services.ts';
import { machineNames } from '../certificates/machine-names.ts';
import { createGuides, openGuideAssets } from '../guides/index.ts';
import type { Provisioning } from '../provisioning/index.ts';
import { authorityPath } from '../transport/sync-page.ts';
import type { Foundation } from './foundation.ts';
import { phoneAddress } from './phone-address.ts';

/** Whom the guides ask for their values. */
export interface GuidesWorld {
  readonly provisioning: Pick<Provisioning, 'profileOf'>;
  listeners(): readonly Listener[];
  pushSettings(): Promise<PushSettings>;
}

/** Makes the guides, which only read. */
export function composeGuides(
  { clock, settings }: Foundation,
  { provisioning, listeners, pushSettings }: GuidesWorld,
): AreaService<'guides'> {
  return createGuides({
    clock,
    assets: openGuideAssets(),
    profileOf: (deviceId) => provisioning.profileOf(deviceId),
    async installation() {
      const { listeners: own, provisioning: set } = settings.current();
      const { serverId, mergeWindowMs } = await pushSettings();
      const serverUrl = phoneAddress({
        publicUrl: own.publicUrl,
        listeners: listeners(),
        names: machineNames(),
        isVirtual: false,
      });
      return { ...set, serverUrl, serverId, mergeWindowMs, certificatePath: authorityPath };
    },
    provisioning: () => settings.current().provisioning,
    hasOwnCertificate() {
      const { certificate, tlsEnabled } = settings.current().listeners;
      // With TLS by a proxy in front, the certificate is the proxy's.
      return certificate === 'self-made' && tlsEnabled;
    },
  });
}
