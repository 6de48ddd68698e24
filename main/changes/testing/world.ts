import type { DataType } from '../../../shared/model/words.ts';
import { createEvents } from '../../platform/events.ts';
import type { Events } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { Random } from '../../platform/random.ts';
import type { AccountRow, Store } from '../../store/types.ts';

/** What every door for changes needs, and what a test looks at. */
export interface TestWorld {
  readonly clock: FakeClock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly lines: LogLine[];
  addAccount(
    store: Store,
    id: string,
    address: string,
    mailbox?: AccountRow['mailbox'],
  ): Promise<AccountRow>;
  addDevice(
    store: Store,
    accountId: string,
    folders: readonly (readonly [DataType, string])[],
  ): Promise<void>;
}

/** Makes a world whose clock a test moves. */
export function createTestWorld(): TestWorld {
  const clock = createFakeClock();
  const random = seededRandom(11);
  const ids = createIds(clock, random);
  const events = createEvents((error) => {
    throw error;
  });
  const lines: LogLine[] = [];
  return {
    clock,
    random,
    ids,
    events,
    lines,
    log: {
      write(line) {
        lines.push(line);
        const { level, area, key, params = {} } = line;
        const nobody = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        return { ...nobody, id: lines.length, at: clock.now(), level, area, key, params, text: '' };
      },
    },
    async addAccount(store, id, address, mailbox = null) {
      const at = clock.now();
      const row: AccountRow = {
        id,
        address,
        displayName: '',
        mailbox,
        conflicts: {},
        timeZone: null,
        createdAt: at,
        updatedAt: at,
      };
      await store.accounts.insert(row);
      events.emit({ kind: 'account', id });
      return row;
    },
    async addDevice(store, accountId, folders) {
      const id = ids.next();
      const at = clock.now();
      await store.devices.insert({
        id,
        accountId,
        name: id,
        clientType: 'funambol',
        number: null,
        pushEnabled: true,
        pausedBy: null,
        quietHours: null,
        mergeWindowMs: null,
        hourlyCap: null,
        logMessages: false,
        folders: folders.map(([dataType, name]) => ({
          id: ids.next(),
          dataType,
          name,
          syncType: 'two-way',
          enabled: true,
          place: '',
        })),
        createdAt: at,
        updatedAt: at,
      });
      events.emit({ kind: 'device', id });
    },
  };
}
