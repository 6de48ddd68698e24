import type { IncomingMessage } from 'node:http';
import type { Clock, Stop } from '../platform/clock.ts';

/** Memory that bodies on their way in may take together. */
export interface BodyBudget {
  /** Takes so many octets, or says that there is no room. */
  take(octets: number): boolean;
  give(octets: number): void;
}

/** Makes a budget of so many octets. */
export function createBodyBudget(octets: number): BodyBudget {
  let left = octets;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
    give(given) {
      left += given;
    },
  };
}

/** How a body is taken in. */
export interface BodyOptions {
  /** Largest body in octets. */
  readonly limit: number;
  /** A sender that is silent for so long is given up. */
  readonly idleMs: number;
  readonly clock: Clock;
  readonly budget: BodyBudget;
}

/** What became of a body. `status` is what to answer; `gone` when nobody is there to answer. */
export type BodyOutcome =
  | { readonly ok: true; readonly body: Uint8Array; release(): void }
  | { readonly ok: false; readonly status: 408 | 413 | 503 | 'gone' };

/** Takes in a body as it comes, and stops at the first octet that is too many. */
export function readBody(
  request: IncomingMessage,
  { limit, idleMs, clock, budget }: BodyOptions,
): Promise<BodyOutcome> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) return Promise.resolve({ ok: false, status: 413 });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let stopTimer: Stop = () => undefined;

    function settle(outcome: BodyOutcome): void {
      stopTimer();
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      // Whatever still comes is dropped; the sender has to see the answer before the connection ends.
      request.on('error', () => undefined).resume();
      if (!outcome.ok) budget.give(length);
      resolve(outcome);
    }
    function watch(): void {
      stopTimer();
      stopTimer = clock.after(idleMs, () => settle({ ok: false, status: 408 }));
    }
    function onData(chunk: Buffer): void {
      if (length + chunk.length > limit) return settle({ ok: false, status: 413 });
      if (!budget.take(chunk.length)) return settle({ ok: false, status: 503 });
      length += chunk.length;
      chunks.push(chunk);
      watch();
    }
    function onEnd(): void {
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length);
      settle({ ok: true, body, release: () => budget.give(length) });
    }
    function onGone(): void {
      settle({ ok: false, status: 'gone' });
    }
    watch();
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}
