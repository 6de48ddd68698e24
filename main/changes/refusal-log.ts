import type { Clock } from '../platform/clock.ts';
import type { LogLine, LogWriter } from '../platform/logbook.ts';
import { doorLimits } from './limits.ts';

/** Writes lines about refused input, but not more of them than a person would read. */
export interface RefusalLog {
  write(line: LogLine): void;
}

/**
 * Lets through a number of lines a minute; how many were held back is said with the next line that
 * goes through. Anybody who can reach a door could otherwise fill the disk.
 */
export function createRefusalLog(
  log: LogWriter,
  clock: Clock,
  perMinute: number = doorLimits.refusalsPerMinute,
): RefusalLog {
  let minute = Number.NEGATIVE_INFINITY;
  let written = 0;
  let heldBack = 0;
  return {
    write(line) {
      const now = clock.monotonic();
      if (now - minute >= 60_000) {
        minute = now;
        written = 0;
      }
      if (written >= perMinute) {
        heldBack += 1;
        return;
      }
      written += 1;
      if (heldBack > 0) {
        log.write({
          level: 'warn',
          area: 'changes',
          key: 'change.refused-many',
          params: { count: heldBack },
        });
        heldBack = 0;
      }
      log.write(line);
    },
  };
}
