import { fork } from 'node:child_process';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';

/** A request as it reached the provider. */
export interface Arrival {
  /** When its head was there: milliseconds of the machine's monotonic clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type SinkMessage = { readonly port: number } | (Omit<Arrival, 'at'> & { readonly at: string });

/** A provider in a process of its own. */
export interface Sink {
  readonly port: number;
  /** The next request, as soon as it is there. */
  next(): Promise<Arrival>;
  stop(): void;
}

/** The machine's monotonic clock in milliseconds, comparable between processes. */
export function monotonicNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Starts the provider. */
export async function startSink(): Promise<Sink> {
  const child = fork(join(import.meta.dirname, 'sink-process.ts'), { execArgv: [] });
  const arrivals: Arrival[] = [];
  let waiting: ((arrival: Arrival) => void) | undefined;
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the sink ended with ${code}`)));
    child.on('message', (message: SinkMessage) => {
      if ('port' in message) return resolve(message.port);
      const arrival = { ...message, at: Number(BigInt(message.at)) / 1e6 };
      if (waiting === undefined) {
        arrivals.push(arrival);
      } else {
        const resume = waiting;
        waiting = undefined;
        resume(arrival);
      }
    });
  });
  return {
    port,
    next() {
      const arrival = arrivals.shift();
      if (arrival !== undefined) return Promise.resolve(arrival);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    stop: () => child.disconnect(),
  };
}
