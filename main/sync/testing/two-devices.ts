import type { Agent } from 'node:http';
import type { Random } from '../../platform/random.ts';
import { createLightClient } from './light-client.ts';
import type { LightClient } from './light-client.ts';
import type { LightSyncOptions } from './light-options.ts';
import { lightContacts } from './light-store.ts';
import { contactCard, personOf } from './sample-items.ts';

/**
 * Two devices of one account whose owner changes contacts on both, never the same one on both
 * between two sessions: so it is known what has to be there in the end, whatever breaks on the way.
 */
export interface TwoDevices {
  readonly devices: readonly [LightClient, LightClient];
  /** Makes so many changes, drawn at random, on a device. */
  edit(device: 0 | 1, changes: number): void;
  /** Habits and sizes drawn at random. */
  drawOptions(): LightSyncOptions;
  /** Sorted `number@version` of what has to be there. */
  expected(): readonly string[];
  /** Sorted full names of it. */
  expectedNames(): readonly string[];
}

/** Sorted `number@version` of everything that a client has. */
export function contactsOf({ store }: LightClient): readonly string[] {
  return [...store.items.values()].map(contactKey).sort();
}

function contactKey(card: string): string {
  const unfolded = card.replace(/\r?\n[ \t]/gu, '');
  const [, number, version] = /Person number (\d+)\\?, version (\d+)/u.exec(unfolded) ?? [];
  return number === undefined ? unfolded : `${number}@${version}`;
}

/** Begins with empty devices. */
export function createTwoDevices(
  who: { readonly url: string; readonly user: string; readonly password: string },
  agent: Agent,
  random: Random,
): TwoDevices {
  const versions = new Map<number, number>();
  const device = (deviceId: string): LightClient =>
    createLightClient({ ...who, deviceId, stores: [lightContacts] }, agent);
  const devices = [device('phone-one'), device('phone-two')] as const;
  let lastNumber = 0;

  /** Even numbers belong to the first device, odd ones to the second. */
  function ownOf(which: 0 | 1): [luid: string, number: number][] {
    return [...devices[which].store.items].flatMap(([luid, card]) => {
      const number = Number(contactKey(card).split('@')[0]);
      return number % 2 === which ? [[luid, number] as [string, number]] : [];
    });
  }

  function editOnce(which: 0 | 1): void {
    const { store } = devices[which];
    const own = ownOf(which);
    const [luid, number] = own[random.integer(Math.max(1, own.length))] ?? [];
    const choice = random.integer(10);
    if (luid === undefined || number === undefined || choice < 4) {
      lastNumber += 1;
      const added = lastNumber * 2 + which;
      versions.set(added, 0);
      store.add(contactCard(added));
    } else if (choice < 8) {
      const version = (versions.get(number) ?? 0) + 1;
      versions.set(number, version);
      store.change(luid, contactCard(number, version));
    } else {
      versions.delete(number);
      store.remove(luid);
    }
  }

  return {
    devices,
    edit(which, changes) {
      for (let change = 0; change < changes; change += 1) editOnce(which);
    },
    drawOptions: () => ({
      forgetsEarly: random.integer(2) === 0,
      replacesOnly: random.integer(3) === 0,
      ignoresRespUri: random.integer(3) === 0,
      itemsPerMessage: 1 + random.integer(8),
      maxMessageSize: random.integer(2) === 0 ? 5_000 : 150_000,
    }),
    expected: () => [...versions].map(([number, version]) => `${number}@${version}`).sort(),
    expectedNames: () =>
      [...versions.keys()]
        .map((number) => {
          const { first, last } = personOf(number);
          return `${first} ${last}`;
        })
        .sort(),
  };
}
