import { clientTypes } from '../shared/catalogue/client-types.ts';
import type { Listener } from '../shared/model/system.ts';
import { createLocalClient } from './api/client.ts';
import type { ApiClient } from './api/client.ts';
import { createLive } from './api/live.ts';
import { createRouter } from './api/router.ts';
import type { AppRouter } from './api/router.ts';
import type { Services } from './api/services.ts';
import { createCertificates } from './certificates/index.ts';
import { createJournal, createMailboxes } from './changes/index.ts';
import { offerConsole } from './compose/console.ts';
import { createDoors } from './compose/doors.ts';
import { createEngine } from './compose/engine.ts';
import { openFoundation } from './compose/foundation.ts';
import { composeGuides } from './compose/guides.ts';
import { composeMail } from './compose/mail.ts';
import type { ServerOptions } from './compose/options.ts';
import { composePhones } from './compose/phones.ts';
import { composePortal } from './compose/portal.ts';
import { composeProvisioning } from './compose/provisioning.ts';
import { reportBase } from './compose/report-base.ts';
import { composeSynchronisation } from './compose/synchronisation.ts';
import { composeTroubleshooter } from './compose/troubleshooter.ts';
import { createDirectory } from './directory/index.ts';
import type { StopAsync } from './platform/clock.ts';
import type { Events } from './platform/events.ts';
import type { LogWriter } from './platform/logbook.ts';
import { createBackups } from './system/backups.ts';
import { startRetention } from './system/retention.ts';
import type { SettingsService } from './system/settings.ts';
import { toStartError } from './system/start-error.ts';
import { createStopStack } from './system/stop-stack.ts';
import type { StopStack } from './system/stop-stack.ts';
import { createSystem } from './system/system.ts';
import type { ConsoleHttp } from './transport/console-http.ts';
import { version } from './version.ts';

export type { ServerOptions } from './compose/options.ts';

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
  /** Resolves when the engine and the virtual phones have nothing to do at this moment. */
  idle(): Promise<void>;
  /** Ends everything, in order; resolves when no handle is open any more. */
  readonly stop: StopAsync;
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

async function compose(options: ServerOptions, stops: StopStack): Promise<RunningServer> {
  const { dataDir, host, diagnostics } = options;
  const foundation = await openFoundation(options, stops);
  const { store, clock, ids, events, log, logbook, settings } = foundation;
  const live = createLive({ events, ids });
  stops.push(live.stop);

  const mail = composeMail(foundation);
  const gateways = await store.gateways.list();
  const phones = composePhones(foundation, options, {
    listeners: () => doors.listeners(),
    handler: { handle: (request) => synchronisation.server.handle(request) },
    serverId: async () => (await push.push.settings(undefined)).serverId,
    authority: () => certificates.authority()?.der,
  });
  const provisioning = composeProvisioning(foundation, options, {
    sms: () => sms,
    pushSettings: () => push.push.settings(undefined),
    listeners: () => doors.listeners(),
    mail,
    links: (deviceId) => portal.links(deviceId),
  });
  const engine = createEngine(
    foundation,
    options,
    phones,
    gateways.some(({ active }) => active),
    provisioning.outcomes,
    reportBase({ settings: () => settings.current(), listeners: () => doors.listeners() }),
    mail,
  );
  const { push, sms } = engine;
  const journal = createJournal({ ...foundation, onAppended: (changes) => push.wake(changes) });
  const mailboxes = createMailboxes({ ...foundation, journal });
  const synchronisation = composeSynchronisation(foundation, options, push, provisioning);
  const { registry, groupware, holds } = synchronisation;
  const { pairing, pending, sessions } = registry;
  const directory = createDirectory({ ...foundation, push, sms, mailboxes, pairing });
  const certificates = createCertificates({
    ...foundation,
    dataDir,
    secretBox: options.secretBox,
    values: store.values,
    settings: () => settings.current().listeners,
    onSettings: (listener) =>
      settings.subscribe((parts) => {
        if (parts.has('listeners')) listener();
      }),
    onFault: (error) => diagnostics.fault('certificates', error),
  });
  const portal = composePortal(foundation, options, {
    ...{ sms, mail, provisioning, directory, mailboxes, certificates },
    listeners: () => doors.listeners(),
  });
  const doors = createDoors(foundation, options, {
    journal,
    sync: synchronisation.server,
    certificates,
    pages: portal.pages,
    sms: sms.http,
  });
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
    routes: sms.routes,
    smsUsers: sms.smsUsers,
    costs: sms.costs,
    budgets: sms.budgets,
    incoming: sms.incoming,
    log: logbook.service,
    live: live.service,
    simulator: {
      ...phones,
      ...sms.simulator,
    },
    provisioning: { ...provisioning, link: portal.link, revokeLink: portal.revokeLink },
    guides: composeGuides(foundation, {
      provisioning,
      listeners: () => doors.listeners(),
      pushSettings: () => push.push.settings(undefined),
    }),
    troubleshooter: composeTroubleshooter(foundation, {
      push,
      sms,
      registry,
      mailboxes,
      listeners: () => doors.listeners(),
    }),
    sessions,
    pending,
    items: groupware.items,
    collections: groupware.collections,
    holds,
    settings: {
      get: settings.get,
      update: settings.update,
      certificate: certificates.certificate,
      renewCertificate: certificates.renewCertificate,
      testMail: mail.testMail,
    },
    system: createSystem({
      ...foundation,
      backups,
      listeners,
      accounts: directory.accounts,
      devices: directory.devices,
      gateways: sms.gateways,
      isQueuePaused: () => settings.current().sms.queuePaused,
      budgets: () => sms.budgetAttention(),
      push: push.push,
      alerts: push.alerts,
      pending,
      holds,
      certificate: () => certificates.attention(),
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

  await synchronisation.start(stops);
  stops.push(phones.stop);
  await engine.start(stops);
  stops.push(provisioning.start());
  stops.push(journal.stop);
  if (options.isSilent !== true) {
    const onError = (error: unknown): void => diagnostics.fault('retention', error);
    const retention = () => settings.current().retention;
    stops.push(startRetention({ store, clock, log, settings: retention, onError }));
    stops.push(backups.start());
    stops.push(await mailboxes.start());
    await doors.start(stops);
    // Before the doors close, those who wait for an answer get it.
    stops.push(portal.stop);
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
    async idle() {
      await push.idle();
      await phones.idle();
      await push.idle();
    },
    stop: stops.stop,
  };
}
