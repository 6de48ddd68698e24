import type { DatastoreDeps } from './deps.ts';
import { describeDatastores } from './describe.ts';
import { storeMaps } from './guids.ts';
import { createLocks } from './locks.ts';
import { openDatastore } from './open-datastore.ts';
import { resolveUri } from './resolve-uri.ts';
import type { Datastores, SyncParty } from './types.ts';

/** Makes the datastores: what clients synchronise, made of the collections of their accounts. */
export function createDatastores(deps: DatastoreDeps): Datastores {
  const opening = { ...deps, locks: createLocks() };
  const { store } = deps;
  /** What each session has alerted, under the names that it has for it. */
  const alerted = new WeakMap<SyncParty, string[]>();

  async function deviceOf({ client }: SyncParty) {
    return client.deviceId === null ? undefined : await store.devices.get(client.deviceId);
  }

  return {
    async open(party, request) {
      const answer = await openDatastore(opening, party, request);
      if (answer.ok) alerted.set(party, [...(alerted.get(party) ?? []), request.uri]);
      return answer;
    },
    async mapEarly(party, uri, pairs) {
      const resolved = await resolveUri(deps, party, await deviceOf(party), uri);
      if (!resolved.ok) return pairs.map(() => false);
      const { target } = resolved;
      const place = {
        clientId: party.client.id,
        datastore: target.key,
        collectionIds: target.parts.map(({ collection }) => collection.id),
      };
      return await store.transaction((tx) => storeMaps(tx, place, pairs, new Map()));
    },
    async describe(party) {
      const device = await deviceOf(party);
      return await describeDatastores(deps, party, device, alerted.get(party) ?? []);
    },
  };
}
