import type { LiveEvent } from '../../../shared/model/system.ts';
import { createEvents } from '../../platform/events.ts';
import type { Events } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import { accountRow } from '../../store/testing/rows.ts';
import type { CollectionRow, ItemRow, OriginRef } from '../../store/sync-types.ts';
import type { ChangeRow, Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import type { ContactItem } from '../content/index.ts';
import { createGroupware, prepareItem } from '../index.ts';
import type { Groupware } from '../index.ts';
import type { ItemWrite } from '../types.ts';

/** Items and collections on a store in memory, with what stands around them in the test's hands. */
export interface GroupwareRig extends Groupware {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly bus: Events;
  readonly events: LiveEvent[];
  readonly lines: LogLine[];
  /** What the push engine has heard. */
  readonly changes: ChangeRow[];
  /** Adds an account `<id>@example.org`, or another address. */
  addAccount(id: string, address?: string): Promise<void>;
  /** An account's main collection of contacts. */
  contactsOf(accountId: string): Promise<CollectionRow>;
  /** Writes in one transaction, and tells nobody. */
  write(writes: readonly ItemWrite[], origin?: OriginRef): Promise<ItemRow[]>;
  close(): Promise<void>;
}

/** A contact of one name, and a company where it is given. */
export function person(given: string, organization?: string): ContactItem {
  return {
    kind: 'contact',
    name: { given },
    ...(organization === undefined ? {} : { organization }),
  };
}

/** The same, prepared for the store. */
export function preparedPerson(
  given: string,
  organization?: string,
): ReturnType<typeof prepareItem> {
  return prepareItem(person(given, organization), 'UTC');
}

/** Makes the rig with the accounts `anna` and `boris`. */
export async function createGroupwareRig(): Promise<GroupwareRig> {
  const clock = createFakeClock();
  const store = await openTestStore({ clock });
  const bus = createEvents((error) => {
    throw error;
  });
  const events: LiveEvent[] = [];
  bus.subscribe((event) => events.push(event));
  const lines: LogLine[] = [];
  const changes: ChangeRow[] = [];
  const groupware = createGroupware({
    store,
    clock,
    ids: createIds(clock, seededRandom(1)),
    events: bus,
    log: {
      write(line) {
        lines.push(line);
        const { level, area, key } = line;
        const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        const id = lines.length;
        return { id, at: clock.now(), level, area, key, params: {}, text: '', ...about };
      },
    },
    timeZone: () => 'UTC',
    onAppended: (appended) => void changes.push(...appended),
  });
  const rig: GroupwareRig = {
    ...groupware,
    store,
    clock,
    bus,
    events,
    lines,
    changes,
    async addAccount(id, address = `${id}@example.org`) {
      await store.accounts.insert(accountRow(id, { address }));
      bus.emit({ kind: 'account', id });
    },
    async contactsOf(accountId) {
      const found = await groupware.finder.find(accountId, 'contacts', { kind: 'own', name: '' });
      if (found === undefined) throw new Error(`no contacts of ${accountId}`);
      return found.collection;
    },
    write: (writes, origin = 'admin') =>
      store.transaction((tx) => groupware.writer.write(tx, writes, { origin, at: clock.now() })),
    async close() {
      groupware.stop();
      await store.close();
    },
  };
  await rig.addAccount('anna');
  await rig.addAccount('boris');
  return rig;
}
