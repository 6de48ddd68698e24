import type { LiveEvent } from '../../shared/model/system.ts';
import type { Stop } from './clock.ts';

/** Tells readers which data changed. */
export interface Events {
  emit(event: LiveEvent): void;
  /** Calls back for each event until stopped. A callback that throws does not reach the emitter. */
  subscribe(listener: (event: LiveEvent) => void): Stop;
}

/** Makes the process's event bus. */
export function createEvents(onError: (error: unknown) => void): Events {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
