// Loaded into `serve` by `--import`: tells the parent how long the event loop was held.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 2;
const NANOSECONDS = 1_000_000;
const MICROSECONDS = 1_000;

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
histogram.enable();

// On a busy machine a thread is also held by other programs: what it worked itself is told apart.
let longestWorkMs = 0;
let worked = threadWorkMs();
setInterval(() => {
  const now = threadWorkMs();
  longestWorkMs = Math.max(longestWorkMs, now - worked);
  worked = now;
}, RESOLUTION_MS).unref();

/** Processor time of this thread so far. */
function threadWorkMs() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / MICROSECONDS;
}

process.on('message', (wanted) => {
  if (wanted === 'reset') {
    histogram.reset();
    longestWorkMs = 0;
    process.send?.({ is: 'reset' });
  }
  if (wanted !== 'report') return;
  // What is measured is the time between two ticks, which is the resolution when nothing holds the loop.
  /** @param {number} nanoseconds */
  const held = (nanoseconds) => Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS);
  process.send?.({
    is: 'report',
    maxMs: held(histogram.max),
    p99Ms: held(histogram.percentile(99)),
    longestWorkMs,
  });
});
