import type { Alert } from '../../../shared/model/alert.ts';
import { AppError } from '../../../shared/model/errors.ts';
import { defaultPushSettings } from '../../../shared/model/settings.ts';
import type { LiveEvent } from '../../../shared/model/system.ts';
import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { createDirectory } from '../index.ts';
import type { Directory } from '../index.ts';

/** A directory on a store in memory, with what stands around it in the test's hands. */
export interface DirectoryRig extends Directory {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly events: LiveEvent[];
  readonly lines: LogLine[];
  /** Devices that were to be alerted now. */
  readonly alerted: string[];
  readonly surroundings: { isActive: boolean; hasGateway: boolean; hasSimulator: boolean };
  /** Devices whose alert is refused. */
  readonly refusing: Set<string>;
}

/** Makes the rig. The test closes the store. */
export async function createDirectoryRig(): Promise<DirectoryRig> {
  const clock = createFakeClock();
  const store = await openTestStore({ clock });
  const bus = createEvents((error) => {
    throw error;
  });
  const events: LiveEvent[] = [];
  bus.subscribe((event) => events.push(event));
  const lines: LogLine[] = [];
  const alerted: string[] = [];
  const refusing = new Set<string>();
  const surroundings = { isActive: true, hasGateway: true, hasSimulator: false };
  const directory = createDirectory({
    store,
    clock,
    ids: createIds(clock, seededRandom(1)),
    events: bus,
    log: {
      write(line) {
        lines.push(line);
        const { level, area, key } = line;
        const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        return {
          id: lines.length,
          at: clock.now(),
          level,
          area,
          key,
          params: {},
          text: '',
          ...about,
        };
      },
    },
    push: {
      push: {
        settings: () => Promise.resolve({ ...defaultPushSettings, active: surroundings.isActive }),
      },
      alertNow({ id }) {
        if (refusing.has(id)) return Promise.reject(new AppError('NO_GATEWAY'));
        alerted.push(id);
        return Promise.resolve({ id: `alert-${id}`, deviceId: id } as Alert);
      },
    },
    sms: {
      hasActiveGateway: () => surroundings.hasGateway,
      hasActiveSimulator: () => surroundings.hasSimulator,
    },
    pairing: {
      greet: () => Promise.resolve(() => undefined),
      clear: () => Promise.resolve(() => undefined),
      swap: () => Promise.resolve(() => undefined),
    },
    mailboxes: {
      state: () => 'off',
      testMailbox: () => Promise.resolve({ ok: true, detail: 'signed in', canIdle: true }),
    },
  });
  return { ...directory, store, clock, events, lines, alerted, surroundings, refusing };
}
