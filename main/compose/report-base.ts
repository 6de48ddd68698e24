import type { Settings } from '../../shared/model/settings.ts';
import type { Listener } from '../../shared/model/system.ts';
import { machineNames } from '../certificates/machine-names.ts';
import { syncPath } from '../transport/sync-paths.ts';
import { phoneAddress } from './phone-address.ts';

/** What {@link reportBase} goes by; asked for each address. */
export interface ReportWorld {
  settings(): Pick<Settings, 'listeners'>;
  listeners(): readonly Listener[];
}

/**
 * Where HTTP providers reach this server with their reports: those on this machine by the listener
 * itself, others by the public address. A listener with TLS is left out, as programs refuse a
 * certificate that this server made for itself.
 */
export function reportBase(world: ReportWorld): (reach: 'here' | 'outside') => string | null {
  return (reach) => {
    const isHere = reach === 'here';
    const publicUrl = isHere ? '' : world.settings().listeners.publicUrl;
    const url = phoneAddress({
      publicUrl,
      listeners: world.listeners().filter(({ name }) => name === 'devices-http'),
      names: isHere || publicUrl !== '' ? [] : machineNames(),
      isVirtual: isHere,
    });
    if (url === null) return null;
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname.slice(0, -syncPath.length)}`;
  };
}
