import type { Device } from '../../shared/model/device.ts';
import type { Gateway } from '../../shared/model/gateway.ts';
import type { AlertState } from '../../shared/model/alert.ts';
import type { Overview } from '../../shared/model/system.ts';
import type { AlertBucketRow } from '../store/types.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;

type Bucket = Overview['hours'][number];
type Outcome = Exclude<keyof Bucket, 'at'>;

/** How a state counts in figures and charts. */
const outcomes: Readonly<Record<AlertState, Outcome>> = {
  planned: 'waiting',
  queued: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  answered: 'delivered',
  expired: 'failed',
  failed: 'failed',
  suppressed: 'suppressed',
};

/** Start of the first of the hours that the chart shows. */
export function firstHour(now: number): number {
  return now - (now % HOUR_MS) - (HOURS - 1) * HOUR_MS;
}

/** The last 24 hours, those without an alert too. */
export function fillHours(rows: readonly AlertBucketRow[], now: number): Bucket[] {
  const first = firstHour(now);
  const hours = Array.from({ length: HOURS }, (_, index): Bucket => ({
    at: first + index * HOUR_MS,
    delivered: 0,
    sent: 0,
    waiting: 0,
    failed: 0,
    suppressed: 0,
  }));
  for (const { at, state, count } of rows) {
    const hour = hours[(at - first) / HOUR_MS];
    if (hour !== undefined) hour[outcomes[state]] += count;
  }
  return hours;
}

function quantile(sorted: readonly number[], part: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null;
}

/** Figures of today's alerts. */
export function countAlerts(
  counts: ReadonlyMap<AlertState, number>,
  latencies: readonly number[],
): Overview['alertsToday'] {
  const sums: Record<Outcome, number> = {
    delivered: 0,
    sent: 0,
    waiting: 0,
    failed: 0,
    suppressed: 0,
  };
  for (const [state, count] of counts) sums[outcomes[state]] += count;
  const sorted = [...latencies].sort((one, other) => one - other);
  const { delivered, failed, suppressed, waiting } = sums;
  const total = Object.values(sums).reduce((sum, count) => sum + count, 0);
  return {
    total,
    delivered,
    failed,
    suppressed,
    waiting,
    medianMs: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
  };
}

/** How the devices are, by what an admin would do about them. */
export function countDevices(devices: readonly Device[]): Overview['devices'] {
  const count = (...states: Device['state'][]) =>
    devices.filter(({ state }) => states.includes(state)).length;
  return {
    total: devices.length,
    working: count('working', 'waiting'),
    attention: count('attention', 'failed'),
    paused: count('paused'),
  };
}

/** How the ways out are; those that are switched off count as neither. */
export function countGateways(gateways: readonly Gateway[]): Overview['gateways'] {
  const active = gateways.filter((gateway) => gateway.active);
  const failing = active.filter(({ state }) => state === 'failed' || state === 'attention');
  return {
    total: gateways.length,
    working: active.length - failing.length,
    failing: failing.length,
  };
}
