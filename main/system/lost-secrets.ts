import type { Attention } from '../../shared/model/system.ts';

type Area = Attention['target']['area'];

/** Where the secrets of a kind are set; the kind is what stands before the colon of their names. */
const areas: Readonly<Record<string, Area>> = {
  account: 'accounts',
  mailbox: 'accounts',
  gateway: 'sms',
  'sms-user': 'sms',
  push: 'push',
  device: 'devices',
  phone: 'devices',
};

/** The PIN of a configuration and the key of addresses for reports: of no use after a day. */
const passing: ReadonlySet<string> = new Set(['configuration', 'reports']);

/**
 * Where somebody has to set secrets anew that came here from another machine, and how many of them.
 *
 * @param names Names of such secrets.
 */
export function lostSecretsByArea(names: Iterable<string>): ReadonlyMap<Area, number> {
  const counts = new Map<Area, number>();
  for (const name of names) {
    const [kind = ''] = name.split(':');
    if (passing.has(kind)) continue;
    const area = areas[kind] ?? 'settings';
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return counts;
}
