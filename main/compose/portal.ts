import type { Listener } from '../../shared/model/system.ts';
import { machineNames } from '../certificates/machine-names.ts';
import type { Certificates } from '../certificates/index.ts';
import type { Mailboxes } from '../changes/index.ts';
import type { Directory } from '../directory/index.ts';
import { createPortal } from '../portal/index.ts';
import type { Portal, PortalDeps } from '../portal/index.ts';
import type { Provisioning } from '../provisioning/index.ts';
import { syncPath } from '../transport/sync-paths.ts';
import type { Foundation } from './foundation.ts';
import type { ServerOptions } from './options.ts';
import { phoneAddress } from './phone-address.ts';

/** What links and pages reach of the server. */
export interface PortalWorld extends Pick<PortalDeps, 'sms' | 'mail'> {
  readonly provisioning: Provisioning;
  readonly directory: Directory;
  readonly mailboxes: Mailboxes;
  readonly certificates: Certificates;
  listeners(): readonly Listener[];
}

/** Makes personal links and the pages for owners of phones. */
export function composePortal(
  foundation: Foundation,
  options: ServerOptions,
  world: PortalWorld,
): Portal {
  const { settings } = foundation;
  const { provisioning, directory, mailboxes, certificates } = world;

  /** The same server as the one that phones synchronise with, at its root. */
  function address(reach: 'outside' | 'here'): string | null {
    const { publicUrl } = settings.current().listeners;
    const facts = { publicUrl, listeners: world.listeners(), names: machineNames() };
    const url = phoneAddress({ ...facts, isVirtual: reach === 'here' });
    if (url === null) return null;
    // A browser knows the usual ports, and an address is read and typed by people.
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname.slice(0, -syncPath.length)}`;
  }

  return createPortal({
    ...foundation,
    settings: () => settings.current(),
    profileOf: (deviceId) => provisioning.profileOf(deviceId),
    address,
    sms: world.sms,
    mail: world.mail,
    signer: () => certificates.signer(),
    devices: directory.devices,
    pauseByOwner: directory.pauseByOwner,
    provisioning,
    checkMailbox: (account, password) => mailboxes.checkPassword(account, password),
    onFault: (error) => options.diagnostics.fault('portal', error),
  });
}
