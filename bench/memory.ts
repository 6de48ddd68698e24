import { round } from './statistics.ts';

const SAMPLE_MS = 10;
const MEGABYTE = 1_000_000;

/** Resident memory of this process, in megabytes. */
export interface MemoryGrowth {
  /** After a forced garbage collection, before the work. */
  readonly beforeMB: number;
  /** Highest of all samples during the work. */
  readonly peakMB: number;
  readonly growthMB: number;
}

/**
 * Begins to sample the resident memory of this process, every ten milliseconds. The process has to be
 * started with `--expose-gc`.
 */
export function watchMemory(): { stop(): MemoryGrowth } {
  if (globalThis.gc === undefined) throw new Error('start this process with --expose-gc');
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sample = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      sample();
      const inMegabytes = (octets: number): number => round(octets / MEGABYTE);
      return {
        beforeMB: inMegabytes(before),
        peakMB: inMegabytes(peak),
        growthMB: inMegabytes(peak - before),
      };
    },
  };
}
