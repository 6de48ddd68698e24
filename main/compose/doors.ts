import type { Listener } from '../../shared/model/system.ts';
import { createDovecotDoor, createUdpSource, createWebhook } from '../changes/index.ts';
import type { Journal } from '../changes/index.ts';
import type { Certificates } from '../certificates/index.ts';
import type { PageHandler } from '../portal/ports.ts';
import type { SmsHttp } from '../sms/http/ports.ts';
import type { SyncHandler } from '../sync/ports.ts';
import { createRestartable } from '../system/restartable.ts';
import type { SettingsPart } from '../system/settings.ts';
import type { StopStack } from '../system/stop-stack.ts';
import { createDevicesHttp } from '../transport/devices-http.ts';
import type { Foundation } from './foundation.ts';
import type { ServerOptions } from './options.ts';

/** The sockets that phones, mail servers and other programs reach. */
export interface Doors {
  listeners(): readonly Listener[];
  start(stops: StopStack): Promise<void>;
}

/** What is behind the doors. */
export interface BehindDoors {
  readonly journal: Journal;
  readonly sync: SyncHandler;
  readonly certificates: Certificates;
  /** Pages for owners of phones. */
  readonly pages: PageHandler;
  /** The API for SMS. */
  readonly sms: SmsHttp;
}

/** Makes the doors that devices synchronise by and that changes come in by. */
export function createDoors(
  foundation: Foundation,
  options: ServerOptions,
  { journal, sync, certificates, pages, sms }: BehindDoors,
): Doors {
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
    sync,
    settings: () => settings.current(),
    pages,
    sms,
    tls: certificates,
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
  const tlsRun = createRestartable(
    () => {
      const { devicesHost, tlsEnabled, tlsPort } = settings.current().listeners;
      return tlsEnabled ? { host: devicesHost, port: tlsPort } : null;
    },
    (wanted) => devices.startTls(wanted),
  );
  const report = (error: unknown): void => options.diagnostics.fault('listeners', error);
  return {
    listeners() {
      const secure = devices.tlsListener();
      const open = [udp.listener(), devices.listener()];
      // One that nobody has asked for is nothing to be told of.
      return secure.state === 'off' ? open : [...open, secure];
    },
    async start(stops) {
      stops.push(udpRun.stop);
      stops.push(devicesRun.stop);
      // The certificates follow the settings before the listener that speaks with them does.
      stops.push(await certificates.start());
      stops.push(tlsRun.stop);
      await Promise.all([udpRun.apply(), devicesRun.apply(), tlsRun.apply()]);
      const follow = (parts: ReadonlySet<SettingsPart>): void => {
        if (parts.has('changes')) udpRun.apply().catch(report);
        if (!parts.has('listeners')) return;
        devicesRun.apply().catch(report);
        tlsRun.apply().catch(report);
      };
      stops.push(settings.subscribe(follow));
      // Before they close, those who wait for reports are answered.
      stops.push(() => sms.stop());
    },
  };
}
