import { join } from 'node:path';
import { createLogbook } from '../log/logbook.ts';
import type { Logbook } from '../log/logbook.ts';
import { systemClock } from '../platform/clock.ts';
import type { Clock } from '../platform/clock.ts';
import { createEvents } from '../platform/events.ts';
import type { Events } from '../platform/events.ts';
import { createIds } from '../platform/ids.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import { systemRandom } from '../platform/random.ts';
import type { Random } from '../platform/random.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/types.ts';
import { makeDataDir } from '../system/data-dir.ts';
import { lockDataDir } from '../system/instance-lock.ts';
import { lostSecretsByArea } from '../system/lost-secrets.ts';
import { createSettings } from '../system/settings.ts';
import type { SettingsService } from '../system/settings.ts';
import type { StopStack } from '../system/stop-stack.ts';
import type { ServerOptions } from './options.ts';

/** A silent server's log is written in batches of so long. */
const SILENT_FLUSH_MS = 60_000;

/** What every service is given. */
export interface Foundation {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly logbook: Logbook;
  readonly settings: SettingsService;
}

/** Opens what every service stands on: the data folder, the store, the log, the settings. */
export async function openFoundation(
  options: ServerOptions,
  stops: StopStack,
): Promise<Foundation> {
  const { dataDir, diagnostics, secretBox, nativeBinding } = options;
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  await makeDataDir(dataDir);
  stops.push(await lockDataDir(dataDir));
  const path = join(dataDir, 'pushdesk.sqlite');
  const store = await openStore({ path, secretBox, clock, nativeBinding });
  stops.push(() => store.close());
  const events = createEvents((error) => diagnostics.fault('events', error));
  const logbook = await createLogbook({
    store: store.log,
    clock,
    // Nobody reads a silent server's log while it is written, so larger batches do.
    ...(options.isSilent === true ? { flushAfterMs: SILENT_FLUSH_MS } : {}),
    onEntry: (entry) => diagnostics.entry(entry),
    onError: (error) => diagnostics.fault('log', error),
  });
  stops.push(logbook.stop);
  const log = logbook.writer;
  const lost = lostSecretsByArea(await store.secrets.lostNames());
  const count = [...lost.values()].reduce((sum, each) => sum + each, 0);
  if (count > 0) {
    log.write({ level: 'warn', area: 'system', key: 'system.secrets-lost', params: { count } });
  }
  const settings = await createSettings({ store, events, log, overrides: options.overrides });
  return { store, clock, random, ids: createIds(clock, random), events, log, logbook, settings };
}
