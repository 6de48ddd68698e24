import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ApiClient } from '../api/client.ts';
import type { DeskMessage, DeskOrder } from './desk-process.ts';
import { createHttpClient } from './http-client.ts';

/** The product, running in a process that may be killed. */
export interface DeskProcess {
  readonly devicesPort: number;
  readonly client: ApiClient;
  /** Faults of the product so far. */
  readonly faults: readonly string[];
  /** Without warning, as the machine would (SIGKILL). */
  kill(): void;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
}

/** Starts product after product, the next one always standing by. */
export interface DeskSpares {
  start(dataDir: string): Promise<DeskProcess>;
  stop(): Promise<void>;
}

const token = 'token-of-a-desk-process';

/**
 * Makes the first one stand by.
 *
 * @param script The program of `desk-process.ts`.
 */
export function createDeskSpares(script: string): DeskSpares {
  const all = new Set<ChildProcess>();
  let spare = standBy();

  function standBy(): ChildProcess {
    const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    all.add(child);
    child.once('exit', () => all.delete(child));
    return child;
  }

  return {
    async start(dataDir) {
      const child = spare;
      spare = standBy();
      const faults: string[] = [];
      const gone = once(child, 'exit').then(() => undefined);
      const ready = await new Promise<Extract<DeskMessage, { is: 'ready' }>>((resolve, reject) => {
        child.once('exit', () => reject(new Error('the product ended at once')));
        child.on('message', (message: DeskMessage) => {
          if (message.is === 'ready') resolve(message);
          if (message.is !== 'failed') return;
          faults.push(message.error);
          reject(new Error(message.error));
        });
        const order: DeskOrder = { dataDir, token };
        child.send(order);
      });
      return {
        devicesPort: ready.devicesPort,
        client: createHttpClient(ready.consoleUrl, token),
        faults,
        kill: () => void child.kill('SIGKILL'),
        gone,
      };
    },
    async stop() {
      const ends = [...all].map((child) => once(child, 'exit'));
      for (const child of all) child.kill('SIGKILL');
      await Promise.all(ends);
    },
  };
}
