import { join } from 'node:path';
import { clientTypes } from '../shared/catalogue/client-types.ts';
import type { Listener } from '../shared/model/system.ts';
import { createLocalClient } from './api/client.ts';
import type { ApiClient } from './api/client.ts';
import { createLive } from './api/live.ts';
import { createRouter } from './api/router.ts';
import type { AppRouter } from './api/router.ts';
import type { Services } from './api/services.ts';
import {
  createDovecotDoor,
  createJournal,
  createMailboxes,
  createUdpSource,
  createWebhook,
} from './changes/index.ts';
import type { Journal } from './changes/index.ts';
import { createDirectory } from './directory/index.ts';
import type { Diagnostics } from './log/diagnostics.ts';
import { createLogbook } from './log/logbook.ts';
import type { Logbook } from './log/logbook.ts';
import { systemClock } from './platform/clock.ts';
import type { Clock, StopAsync } from './platform/clock.ts';
import { createEvents } from './platform/events.ts';
import type { Events } from './platform/events.ts';
import { createIds } from './platform/ids.ts';
import type { Ids } from './platform/ids.ts';
import type { LogWriter } from './platform/logbook.ts';
import { systemRandom } from './platform/random.ts';
import type { Random } from './platform/random.ts';
import { createPush } from './push/index.ts';
import type { Push } from './push/index.ts';
import { createSms } from './sms/index.ts';
import type { Sms } from './sms/index.ts';
import { openStore } from './store/open-store.ts';
import type { SecretBox, Store } from './store/types.ts';
import { createBackups } from './system/backups.ts';
import { makeDataDir } from './system/data-dir.ts';
import { lockDataDir } from './system/instance-lock.ts';
import { startRetention } from './system/retention.ts';
import { createSettings } from './system/settings.ts';
import type { SettingsOverrides, SettingsPart, SettingsService } from './system/settings.ts';
import { createRestartable } from './system/restartable.ts';
import { StartError, toStartError } from './system/start-error.ts';
import { createStopStack } from './system/stop-stack.ts';
import type { StopStack } from './system/stop-stack.ts';
import { createSystem } from './system/system.ts';
import { createDevicesHttp } from './transport/devices-http.ts';
import { serveConsole } from './transport/console-http.ts';
import type { ConsoleHttp } from './transport/console-http.ts';
import { createPage } from './transport/page.ts';
import { version } from './version.ts';

/** How a server is started. */
export interface ServerOptions {
  /** Folder of everything that is kept; made when it is not there. */
  readonly dataDir: string;
  readonly host: 'desktop' | 'serve';
  /** Seals secrets at rest. */
  readonly secretBox: SecretBox;
  /** Folder of the built console. */
  readonly rendererDir: string;
  readonly diagnostics: Diagnostics;
  /** SQLite binary to load in place of the one in the package. */
  readonly nativeBinding?: string | undefined;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Settings that win over the stored ones. */
  readonly overrides?: SettingsOverrides | undefined;
  /** Offers the console over HTTP; without it nothing but the doors for changes listens. */
  readonly console?: ConsoleOptions | undefined;
  /** The data is made up, and the console says so. */
  readonly isDemo?: boolean;
  /** Judges answers too; for tests. */
  readonly checksAnswers?: boolean;
  /** Opens no socket and starts no daily work: for making the demo's history. */
  readonly isSilent?: boolean;
  /** Milliseconds until a virtual phone reports a delivery. */
  readonly simulatorReportMs?: number;
}

/** Where the console listens, and who is let in. */
export interface ConsoleOptions {
  readonly host: string;
  readonly port: number;
  readonly token: string;
  /** Further names with ports under which a proxy offers it. */
  readonly allowedHosts: readonly string[];
}

/** A server that runs. */
export interface RunningServer {
  readonly services: Services;
  readonly router: AppRouter;
  /** Calls the services in the same process. */
  readonly client: ApiClient;
  readonly events: Events;
  readonly settings: SettingsService;
  readonly log: LogWriter;
  readonly dataDir: string;
  /** Address of the console over HTTP, where it is offered. */
  readonly consoleUrl: string | undefined;
  listeners(): readonly Listener[];
  /** Resolves when the engine has nothing to do at this moment. */
  idle(): Promise<void>;
  /** Ends everything, in order; resolves when no handle is open any more. */
  readonly stop: StopAsync;
}

const SILENT_FLUSH_MS = 60_000;

/** What every service is given. */
interface Foundation {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly logbook: Logbook;
  readonly settings: SettingsService;
}

/**
 * Starts everything.
 *
 * @throws StartError when the reason is one that a person can do something about.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const stops = createStopStack((error) => options.diagnostics.fault('stop', error));
  try {
    return await compose(options, stops);
  } catch (error) {
    await stops.stop();
    throw toStartError(error);
  }
}

async function openFoundation(options: ServerOptions, stops: StopStack): Promise<Foundation> {
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
  const settings = await createSettings({ store, events, log, overrides: options.overrides });
  return { store, clock, random, ids: createIds(clock, random), events, log, logbook, settings };
}

/** The push engine and the SMS service, which call each other. */
function createEngine(
  foundation: Foundation,
  options: ServerOptions,
  hadGateway: boolean,
): { push: Push; sms: Sms; start: (stops: StopStack) => Promise<void> } {
  const { store, events, settings } = foundation;
  let hasGateway = (): boolean => hadGateway;
  const push = createPush({
    ...foundation,
    sms: { enqueue: (tx, rows) => sms.enqueue(tx, rows), hasGateway: () => hasGateway() },
  });
  const sms: Sms = createSms({
    ...foundation,
    outcomes: push.outcomes,
    settings: () => settings.current().sms,
    serverPassword: async () => (await store.secrets.get('push:server')) ?? '',
    ...(options.simulatorReportMs === undefined
      ? {}
      : { simulatorReportMs: options.simulatorReportMs }),
  });
  return {
    push,
    sms,
    async start(stops) {
      // The engine takes up its alerts before the queue tells it what becomes of them.
      stops.push(await push.start());
      stops.push(await sms.start());
      hasGateway = () => sms.hasActiveGateway();
      events.emit({ kind: 'gateway', id: null });
    },
  };
}

/** The doors that changes come in by. */
function createDoors(foundation: Foundation, journal: Journal, options: ServerOptions) {
  const { settings } = foundation;
  const config = () => ({
    enabled: settings.current().changes.webhookEnabled,
    token: settings.secrets().webhookToken,
  });
  const webhook = createWebhook({ ...foundation, journal, config });
  const dovecot = createDovecotDoor({ ...foundation, journal, config });
  const udp = createUdpSource({
    ...foundation,
    journal,
    secret: () => settings.secrets().udpSecret,
  });
  const devices = createDevicesHttp({
    ...foundation,
    onFault: (error) => options.diagnostics.fault('devices-http', error),
    doors: [
      { method: 'POST', path: '/changes', handle: (request) => webhook.handle(request) },
      { method: 'PUT', path: '/changes/dovecot', handle: (request) => dovecot.handle(request) },
      { method: 'POST', path: '/changes/dovecot', handle: (request) => dovecot.handle(request) },
    ],
  });
  const udpRun = createRestartable(
    () => {
      const { udpEnabled, udpHost, udpPort } = settings.current().changes;
      return udpEnabled ? { host: udpHost, port: udpPort } : null;
    },
    (wanted) => udp.start(wanted),
  );
  const devicesRun = createRestartable(
    () => {
      const { devicesHost, devicesPort } = settings.current().listeners;
      return { host: devicesHost, port: devicesPort };
    },
    (wanted) => devices.start(wanted),
  );
  const report = (error: unknown): void => options.diagnostics.fault('listeners', error);
  return {
    listeners: (): readonly Listener[] => [udp.listener(), devices.listener()],
    async start(stops: StopStack) {
      stops.push(udpRun.stop);
      stops.push(devicesRun.stop);
      await Promise.all([udpRun.apply(), devicesRun.apply()]);
      const follow = (parts: ReadonlySet<SettingsPart>): void => {
        if (parts.has('changes')) udpRun.apply().catch(report);
        if (parts.has('listeners')) devicesRun.apply().catch(report);
      };
      stops.push(settings.subscribe(follow));
    },
  };
}

async function compose(options: ServerOptions, stops: StopStack): Promise<RunningServer> {
  const { dataDir, host, diagnostics } = options;
  const foundation = await openFoundation(options, stops);
  const { store, clock, ids, events, log, logbook, settings } = foundation;
  const live = createLive({ events, ids });
  stops.push(live.stop);

  const gateways = await store.gateways.list();
  const engine = createEngine(
    foundation,
    options,
    gateways.some(({ active }) => active),
  );
  const { push, sms } = engine;
  const journal = createJournal({ ...foundation, onAppended: (changes) => push.wake(changes) });
  const mailboxes = createMailboxes({ ...foundation, journal });
  const directory = createDirectory({ ...foundation, push, sms, mailboxes });
  const doors = createDoors(foundation, journal, options);
  const backups = await createBackups({ ...foundation, dataDir });
  let console: ConsoleHttp | undefined;
  const listeners = (): readonly Listener[] =>
    console === undefined ? doors.listeners() : [...doors.listeners(), console.listener];

  const services: Services = {
    accounts: directory.accounts,
    devices: directory.devices,
    catalogue: { clientTypes: () => Promise.resolve({ clientTypes: [...clientTypes] }) },
    push: push.push,
    changes: journal,
    alerts: push.alerts,
    traces: push.traces,
    gateways: sms.gateways,
    messages: sms.messages,
    log: logbook.service,
    live: live.service,
    simulator: sms.simulator,
    settings,
    system: createSystem({
      ...foundation,
      backups,
      listeners,
      accounts: directory.accounts,
      devices: directory.devices,
      gateways: sms.gateways,
      push: push.push,
      alerts: push.alerts,
      facts: { version, host, demo: options.isDemo === true, dataDir },
      memory: () => process.memoryUsage.rss(),
    }),
  };
  const router = createRouter(services, {
    ids,
    log,
    onFault: (id, error) => diagnostics.fault(id, error),
    checksAnswers: options.checksAnswers === true,
  });

  await engine.start(stops);
  stops.push(journal.stop);
  if (options.isSilent !== true) {
    const onError = (error: unknown): void => diagnostics.fault('retention', error);
    const retention = () => settings.current().retention;
    stops.push(startRetention({ store, clock, log, settings: retention, onError }));
    stops.push(backups.start());
    stops.push(await mailboxes.start());
    await doors.start(stops);
    log.write({ level: 'info', area: 'system', key: 'system.started', params: { version } });
    stops.push(() => {
      log.write({ level: 'info', area: 'system', key: 'system.stopping' });
    });
  }
  if (options.console !== undefined) {
    console = await offerConsole(options.console, options, foundation, router);
    stops.push(console.stop);
  }
  return {
    services,
    router,
    client: createLocalClient(router),
    events,
    settings,
    log,
    dataDir,
    consoleUrl: console?.url,
    listeners,
    idle: () => push.idle(),
    stop: stops.stop,
  };
}

async function offerConsole(
  console: ConsoleOptions,
  { rendererDir, diagnostics }: ServerOptions,
  foundation: Foundation,
  router: AppRouter,
): Promise<ConsoleHttp> {
  try {
    return await serveConsole({
      ...foundation,
      ...console,
      router,
      version,
      page: createPage(rendererDir),
      onFault: (error) => diagnostics.fault('console-http', error),
    });
  } catch (error) {
    const { host, port } = console;
    const detail = error instanceof Error ? error.message : String(error);
    const sentence = `The console cannot listen on ${host}, port ${port}: ${detail}`;
    throw new StartError('cannot-listen', sentence, { host, port, detail }, error);
  }
}
