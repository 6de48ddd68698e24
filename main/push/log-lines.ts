import type { AlertReason } from '../../shared/model/alert.ts';
import type { LogLine, LogWriter } from '../platform/logbook.ts';
import type { AlertRow, ChangeRow } from '../store/types.ts';
import type { DeviceIndex } from './device-index.ts';
import { pushLimits } from './limits.ts';

/** Whom a line about an alert is about. */
export function aboutAlert(
  alert: Pick<AlertRow, 'traceId' | 'accountId' | 'deviceId'>,
): Pick<LogLine, 'area' | 'traceId' | 'accountId' | 'deviceId'> {
  const { traceId, accountId, deviceId } = alert;
  return { area: 'push', traceId, accountId, deviceId };
}

/** Names of an alert's folders. */
export function folderNames(alert: Pick<AlertRow, 'folders'>): string[] {
  return alert.folders.map(({ name }) => name);
}

/** Lines of one round of the engine, of which many of one kind become one. */
export interface RoundLog {
  planned(alert: AlertRow): void;
  merged(alert: AlertRow): void;
  queued(alert: AlertRow, parts: number): void;
  ended(alert: AlertRow): void;
  waits(alert: AlertRow, cap: number): void;
  unheard(changes: readonly ChangeRow[], count: number, addressOf: AddressOf): Promise<void>;
  /** Writes what has been collected. */
  flush(): void;
}

type AddressOf = (accountId: string) => Promise<string>;
type ManyKey = 'alert.planned-many' | 'alert.queued-many' | 'alert.ended-many' | 'alert.waits-many';

/** Collects the lines of a round. */
export function createRoundLog(log: LogWriter, devices: DeviceIndex): RoundLog {
  const kinds = new Map<ManyKey, { lines: LogLine[]; count: number }>();

  const deviceName = (deviceId: string): string => devices.get(deviceId)?.name ?? deviceId;

  function collect(many: ManyKey, line: () => LogLine): void {
    const kind = kinds.get(many) ?? { lines: [], count: 0 };
    kinds.set(many, kind);
    kind.count += 1;
    if (kind.count <= pushLimits.logLinesPerRound) kind.lines.push(line());
  }

  return {
    planned(alert) {
      collect('alert.planned-many', () => ({
        ...aboutAlert(alert),
        level: 'info',
        key: 'alert.planned',
        params: { device: deviceName(alert.deviceId), folders: folderNames(alert) },
      }));
    },
    merged(alert) {
      const traceId = alert.traceIds.at(-1) ?? alert.traceId;
      collect('alert.planned-many', () => ({
        ...aboutAlert(alert),
        traceId,
        level: 'debug',
        key: 'alert.merged',
        params: { device: deviceName(alert.deviceId), folders: folderNames(alert) },
      }));
    },
    queued(alert, parts) {
      collect('alert.queued-many', () => ({
        ...aboutAlert(alert),
        level: 'info',
        key: 'alert.queued',
        params: { device: deviceName(alert.deviceId), folders: folderNames(alert), parts },
      }));
    },
    ended(alert) {
      collect('alert.ended-many', () => ({
        ...aboutAlert(alert),
        level: levelOfEnd(alert),
        key: endKeys[alert.state] ?? 'alert.suppressed',
        params: { device: deviceName(alert.deviceId), reason: alert.reason ?? '' },
      }));
    },
    waits(alert, cap) {
      const key = waitKeys[alert.reason ?? 'merging'];
      if (!key) return;
      const device = deviceName(alert.deviceId);
      collect('alert.waits-many', () => ({
        ...aboutAlert(alert),
        level: 'info',
        key,
        params: { device, until: alert.dueAt, cap },
      }));
    },
    async unheard(changes, count, addressOf) {
      for (const { accountId, traceId, folder } of changes) {
        const account = await addressOf(accountId);
        log.write({
          level: 'info',
          area: 'push',
          key: 'change.no-device',
          params: { account, folder },
          traceId,
          accountId,
        });
      }
      const rest = count - changes.length;
      if (rest > 0) {
        log.write({
          level: 'info',
          area: 'push',
          key: 'change.no-device-many',
          params: { count: rest },
        });
      }
    },
    flush() {
      for (const [key, { lines, count }] of kinds) {
        if (count > pushLimits.logLinesPerRound) {
          log.write({ level: 'info', area: 'push', key, params: { count } });
        } else {
          for (const line of lines) log.write(line);
        }
      }
      kinds.clear();
    },
  };
}

function levelOfEnd({ state, reason }: AlertRow): LogLine['level'] {
  if (state === 'failed') return 'error';
  return state === 'expired' && reason !== 'superseded' ? 'warn' : 'info';
}

const endKeys: Partial<Record<AlertRow['state'], LogLine['key']>> = {
  suppressed: 'alert.suppressed',
  expired: 'alert.expired',
  failed: 'alert.failed',
};

const waitKeys: Partial<Record<AlertReason, LogLine['key']>> = {
  'quiet-hours': 'alert.waiting-quiet',
  'hourly-cap': 'alert.waiting-cap',
  'engine-off': 'alert.waiting-engine',
  'no-gateway': 'alert.waiting-gateway',
};
