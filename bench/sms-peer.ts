import { fork } from 'node:child_process';
import { join } from 'node:path';

/** How messages are handed in. */
export interface LoadOptions {
  readonly count: number;
  readonly connections: number;
  /** At this pace; without it as fast as they are answered. */
  readonly perSecond?: number;
  /** How long the service centre takes to answer a submit_sm. */
  readonly answerMs: number;
  /** `NUMBER` in the path stands for the number of each message. */
  readonly target: {
    readonly port: number;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  };
}

/** What became of a run; times in milliseconds from the first message that was handed in. */
export interface LoadResult {
  readonly arrived: number;
  readonly doubled: number;
  /** Receipts that were acknowledged. */
  readonly receipts: number;
  readonly callbacks: number;
  readonly handInMs: number;
  readonly outMs: number;
  readonly reportedMs: number;
  /** From the request to the service centre, of each message. */
  readonly ways: readonly number[];
  /** From the request to its answer. */
  readonly answers: readonly number[];
}

/** Callers and service centre of the SMS benches, in a process of their own. */
export interface SmsPeer {
  readonly servicePort: number;
  /** Takes any request, as a callback that tells of a report. */
  readonly toldPort: number;
  run(options: LoadOptions): Promise<LoadResult>;
  /** Makes ready for messages that somebody else hands in. */
  expect(options: { readonly count: number; readonly answerMs: number }): Promise<void>;
  /** How often the message of each number has arrived. */
  arrivedTimes(): Promise<readonly number[]>;
  /** Links to the service centre. */
  sessions(): Promise<number>;
  /** The service centre dies. */
  die(): Promise<void>;
  /** Messages that came over HTTP, and how long after its death the first of them came. */
  otherWay(): Promise<{ readonly afterMs: number; readonly count: number }>;
  stop(): void;
}

type Answer = { readonly id: number } & ({ readonly answer: unknown } | { readonly error: string });

/** Starts the process. */
export async function startSmsPeer(): Promise<SmsPeer> {
  const child = fork(join(import.meta.dirname, 'sms-peer.mjs'), { execArgv: [] });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  async function ask<T>(wanted: string, options?: unknown): Promise<T> {
    const id = ++last;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      child.send({ id, wanted, options });
    });
    if ('error' in answer) throw new Error(answer.error);
    return answer.answer as T;
  }

  const ports = await ask<Pick<SmsPeer, 'servicePort' | 'toldPort'>>('listen');
  return {
    ...ports,
    run: (options) => ask<LoadResult>('run', options),
    async expect(options) {
      await ask('expect', options);
    },
    arrivedTimes: async () => (await ask<{ times: number[] }>('arrivedTimes')).times,
    sessions: async () => (await ask<{ count: number }>('sessions')).count,
    async die() {
      await ask('die');
    },
    otherWay: () => ask('otherWay'),
    stop: () => child.disconnect(),
  };
}
