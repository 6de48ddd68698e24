import type { ItemOrigin } from '../../shared/model/item.ts';
import type { OriginRef } from '../store/sync-types.ts';
import type { Repositories } from '../store/types.ts';

/** Who stands behind a reference, as the console names them. */
export type Origins = ReadonlyMap<OriginRef, ItemOrigin>;

type Readable = Pick<Repositories, 'devices' | 'sync'>;

/** Finds out who made what; each reference is looked up once. */
export async function readOrigins(
  repositories: Readable,
  refs: Iterable<OriginRef>,
): Promise<Origins> {
  const origins = new Map<OriginRef, ItemOrigin>();
  for (const ref of new Set(refs)) origins.set(ref, await readOrigin(repositories, ref));
  return origins;
}

/** The id of the device that a reference names; null for everybody else. */
export function deviceIdOf(ref: OriginRef): string | null {
  return ref.startsWith(devicePrefix) ? ref.slice(devicePrefix.length) : null;
}

const devicePrefix = 'device:';
const clientPrefix = 'client:';

async function readOrigin({ devices, sync }: Readable, ref: OriginRef): Promise<ItemOrigin> {
  if (ref === 'admin') return { kind: 'admin', deviceId: null, name: '' };
  const deviceId = deviceIdOf(ref);
  if (deviceId !== null) {
    // The device may be gone; that it was one is still known.
    return { kind: 'device', deviceId, name: (await devices.get(deviceId))?.name ?? '' };
  }
  if (!ref.startsWith(clientPrefix)) return { kind: 'server', deviceId: null, name: '' };
  const client = await sync.getClient(ref.slice(clientPrefix.length));
  const paired = client?.deviceId ?? null;
  const device = paired === null ? undefined : await devices.get(paired);
  return {
    kind: 'device',
    deviceId: device?.id ?? null,
    name: device?.name ?? client?.syncId ?? '',
  };
}
