import { pushLimits } from './limits.ts';

/** Remembers when devices were alerted, for as long as that counts. */
export interface HourlyCap {
  /** An alert to the device has gone to the queue. */
  add(deviceId: string, at: number, count?: number): void;
  /** When the device may be alerted again: null now, else the time at which the oldest is an hour old. */
  freeAt(deviceId: string, cap: number, now: number): number | null;
  forget(deviceId: string): void;
}

/** Makes an empty memory. */
export function createHourlyCap(): HourlyCap {
  /** Sorted, oldest first. */
  const times = new Map<string, number[]>();

  function recent(deviceId: string, now: number): number[] {
    const all = times.get(deviceId) ?? [];
    const [oldest] = all;
    if (oldest === undefined || now - oldest < pushLimits.capSpanMs) return all;
    const young = all.filter((at) => now - at < pushLimits.capSpanMs);
    if (young.length === 0) times.delete(deviceId);
    else times.set(deviceId, young);
    return young;
  }

  return {
    add(deviceId, at, count = 1) {
      const young = recent(deviceId, at);
      const newest = young.at(-1);
      for (let added = 0; added < count; added += 1) young.push(at);
      if (newest !== undefined && newest > at) young.sort((left, right) => left - right);
      times.set(deviceId, young);
    },
    freeAt(deviceId, cap, now) {
      const young = recent(deviceId, now);
      const blocking = young[young.length - cap];
      return blocking === undefined ? null : blocking + pushLimits.capSpanMs;
    },
    forget: (deviceId) => void times.delete(deviceId),
  };
}
