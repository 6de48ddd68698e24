import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '../../shared/model/system.ts';
import { client } from './client.ts';
import type { orpc } from './client.ts';
import { useConnection } from './connection.ts';

type Area = keyof typeof orpc;

/** Which areas of the API have to be read again after an event of each kind. */
export const staleAreas: Readonly<Record<LiveEvent['kind'], readonly Area[]>> = {
  account: ['accounts', 'devices', 'provisioning', 'troubleshooter', 'system'],
  device: [
    'devices',
    'accounts',
    'simulator',
    'provisioning',
    'guides',
    'troubleshooter',
    'system',
  ],
  gateway: ['gateways', 'routes', 'simulator', 'provisioning', 'troubleshooter', 'system'],
  alert: ['alerts', 'traces', 'push', 'devices', 'troubleshooter', 'system'],
  message: ['messages', 'traces', 'gateways', 'provisioning', 'costs', 'budgets', 'smsUsers'],
  phone: ['simulator'],
  session: ['sessions', 'devices', 'traces', 'troubleshooter', 'system'],
  pending: ['pending', 'devices', 'troubleshooter', 'system'],
  collection: ['collections', 'items'],
  item: ['items', 'collections'],
  hold: ['holds', 'system'],
  configuration: ['provisioning', 'traces', 'troubleshooter'],
  route: ['routes', 'messages'],
  'sms-user': ['smsUsers'],
  incoming: ['incoming', 'system'],
  push: ['push', 'changes', 'troubleshooter', 'system'],
  settings: ['settings', 'messages', 'provisioning', 'guides', 'troubleshooter', 'system'],
  system: ['system'],
};

/** Shortest time between two readings of one area, in milliseconds: events may come in hundreds. */
const breathMs = 300;

const listeners = new Set<(event: LiveEvent) => void>();

/** Calls `listener` for every live event until the answer is called. */
export function onLiveEvent(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Gathers stale areas and has them read again, each at most once in {@link breathMs}. */
function createInvalidator(queries: QueryClient): (areas: readonly Area[]) => void {
  const due = new Set<Area>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  return (areas) => {
    for (const area of areas) due.add(area);
    timer ??= setTimeout(() => {
      timer = null;
      const now = [...due];
      due.clear();
      for (const area of now) void queries.invalidateQueries({ queryKey: [[area]] });
    }, breathMs);
  };
}

/**
 * Keeps what the page holds fresh: listens to live events, and after a break has everything read
 * again. Ends when the answer is called.
 */
export function startLiveUpdates(queries: QueryClient): () => void {
  const ended = new AbortController();
  const invalidate = createInvalidator(queries);
  const run = async (): Promise<void> => {
    let isFirst = true;
    while (!ended.signal.aborted) {
      try {
        const events = await client.live.events({}, { signal: ended.signal });
        if (!isFirst) void queries.invalidateQueries();
        isFirst = false;
        for await (const event of events) {
          invalidate(staleAreas[event.kind]);
          for (const listener of listeners) listener(event);
        }
      } catch {
        // The link connects again by itself; the loop only waits for it.
      }
      await untilLive(ended.signal);
    }
  };
  void run();
  return () => {
    ended.abort();
  };
}

/** Resolves when the connection is live, after a short breath in any case. */
export function untilLive(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let isRested = false;
    const settle = (): void => {
      if (!signal.aborted && !(isRested && useConnection.getState().state === 'live')) return;
      unsubscribe();
      signal.removeEventListener('abort', settle);
      resolve();
    };
    const unsubscribe = useConnection.subscribe(settle);
    signal.addEventListener('abort', settle);
    setTimeout(() => {
      isRested = true;
      settle();
    }, 300);
  });
}
