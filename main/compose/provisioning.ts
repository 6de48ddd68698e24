import type { PushSettings } from '../../shared/model/settings.ts';
import type { Listener } from '../../shared/model/system.ts';
import { machineNames } from '../certificates/machine-names.ts';
import { createProvisioning } from '../provisioning/index.ts';
import type { Provisioning, ProvisioningDeps } from '../provisioning/index.ts';
import type { Foundation } from './foundation.ts';
import type { ServerOptions } from './options.ts';
import { phoneAddress } from './phone-address.ts';

/** What configurations need of services that are made after them. */
export interface ProvisioningWorld extends Pick<ProvisioningDeps, 'mail' | 'links'> {
  readonly sms: () => ProvisioningDeps['sms'];
  listeners(): readonly Listener[];
  pushSettings(): Promise<PushSettings>;
}

/** Where a silent server's phones think it is. */
const silentUrl = 'http://127.0.0.1:80/syncml';

/** Makes what configures phones by SMS. */
export function composeProvisioning(
  foundation: Foundation,
  options: ServerOptions,
  { sms, listeners, pushSettings, mail, links }: ProvisioningWorld,
): Provisioning {
  const { settings } = foundation;
  return createProvisioning({
    ...foundation,
    settings: () => settings.current(),
    pushSettings,
    sms: {
      enqueue: (tx, rows) => sms().enqueue(tx, rows),
      hasActiveGateway: () => sms().hasActiveGateway(),
      hasActiveSimulator: () => sms().hasActiveSimulator(),
    },
    mail,
    links,
    serverUrl: (isVirtual) => {
      const { publicUrl } = settings.current().listeners;
      const facts = { publicUrl, listeners: listeners(), names: machineNames(), isVirtual };
      const isHandedOver = options.isSilent === true && isVirtual;
      return phoneAddress(facts) ?? (isHandedOver ? silentUrl : null);
    },
    onFault: (error) => options.diagnostics.fault('provisioning', error),
  });
}
