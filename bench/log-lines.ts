import type { LogKey } from '../shared/i18n/en/log.ts';
import type { LogEntry, LogParams } from '../shared/model/log-entry.ts';
import type { LogArea, LogLevel } from '../shared/model/words.ts';
import type { LogLine } from '../main/platform/logbook.ts';
import { sayInEnglish } from '../main/log/sentences.ts';

/** People and devices that the lines are about. */
export const logDevices = 1_000;

/** One change's way to a phone, as the product tells it, and now and then something that fails. */
const steps: readonly { area: LogArea; level: LogLevel; key: LogKey }[] = [
  { area: 'changes', level: 'info', key: 'change.reported' },
  { area: 'push', level: 'info', key: 'alert.planned' },
  { area: 'push', level: 'debug', key: 'alert.merged' },
  { area: 'push', level: 'info', key: 'alert.queued' },
  { area: 'push', level: 'info', key: 'alert.sent' },
  { area: 'push', level: 'info', key: 'alert.delivered' },
];
const failure = { area: 'sms', level: 'warn', key: 'sms.attempt-failed' } as const;
const breakdown = { area: 'sms', level: 'error', key: 'sms.failed' } as const;
const dataTypes = ['contacts', 'calendar', 'tasks', 'notes', 'inbox'];

/** Id of the device with this number. */
export function deviceId(number: number): string {
  return `device-${number}`;
}

/** Trace of the line with this number. */
export function traceId(number: number): string {
  return `trace-${Math.floor(number / steps.length)}`;
}

/** The line with this number; the same one each time. */
export function lineOf(number: number): LogLine {
  const trace = Math.floor(number / steps.length);
  const device = (trace * 7_919) % logDevices;
  const step = steps[number % steps.length] ?? failure;
  const isFailure = number % 97 === 0;
  const kind = number % 4_999 === 0 ? breakdown : isFailure ? failure : step;
  return {
    ...kind,
    params: paramsOf(device, trace),
    traceId: traceId(number),
    accountId: `account-${device}`,
    deviceId: kind.area === 'changes' ? null : deviceId(device),
    gatewayId: kind.area === 'sms' ? 'gateway' : null,
  };
}

function paramsOf(device: number, trace: number): LogParams {
  const folder = dataTypes[trace % dataTypes.length] ?? '';
  return {
    account: `person-${device}@bench.example`,
    folder,
    source: 'webhook',
    device: `Phone of person ${device}`,
    folders: [folder],
    parts: 1,
    gateway: 'Provider',
    number: `+48600${String(device).padStart(6, '0')}`,
    detail: 'HTTP 503 Service Unavailable',
    seconds: 4,
    attempts: 12,
  };
}

/** The line as it is stored. */
export function entryOf(number: number, id: number, at: number): LogEntry {
  const { level, area, key, params = {}, ...about } = lineOf(number);
  return {
    id,
    at,
    level,
    area,
    key,
    params,
    text: sayInEnglish(key, params),
    traceId: about.traceId ?? null,
    accountId: about.accountId ?? null,
    deviceId: about.deviceId ?? null,
    gatewayId: about.gatewayId ?? null,
  };
}
