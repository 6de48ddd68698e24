import type { StopAsync } from '../platform/clock.ts';

/** What has been started, to be ended in the opposite order. */
export interface StopStack {
  push(stop: () => void | Promise<void>): void;
  /** Ends everything, last come first. One that fails does not keep the others from ending. */
  readonly stop: StopAsync;
}

/** @param onError Hears what could not be ended. */
export function createStopStack(onError: (error: unknown) => void): StopStack {
  const stops: (() => void | Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
      try {
        await stop();
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    push: (stop) => void stops.push(stop),
    stop: () => (stopping ??= run()),
  };
}
