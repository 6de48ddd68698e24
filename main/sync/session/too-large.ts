import { syncLimits } from '../limits.ts';
import type { SyncServerDeps } from './deps.ts';
import type { SessionState, SessionStore } from './state.ts';

/** Says that a message was refused for its size; `session` is whose it was, where that is known. */
export type NoteTooLarge = (session: SessionState | undefined, remote: string) => void;

/** Makes the note: one line for each session, and one a while for whoever has none. */
export function createTooLargeNote({ clock, settings, log }: SyncServerDeps): NoteTooLarge {
  const told = new WeakSet<SessionState>();
  let quietUntil = -Infinity;
  return (session, remote) => {
    if (session === undefined) {
      if (clock.monotonic() < quietUntil) return;
      quietUntil = clock.monotonic() + syncLimits.tooLargeQuietMs;
    } else {
      if (told.has(session)) return;
      told.add(session);
    }
    log.write({
      level: 'warn',
      area: 'sync',
      key: 'sync.message-too-large',
      params: { client: session?.record.clientName ?? remote, octets: settings().maxMessageSize },
      ...(session && aboutOf(session)),
    });
  };
}

/** Says that an item of the client is larger than the settings allow. */
export function noteItemOverLimit(
  session: SessionState,
  store: SessionStore,
  { octets, limit }: { readonly octets: number; readonly limit: number },
): void {
  session.deps.log.write({
    level: 'warn',
    area: 'sync',
    key: 'sync.item-over-limit',
    params: { client: session.record.clientName, folder: store.uri, octets, limit },
    ...aboutOf(session),
  });
}

function aboutOf({ record, client: { accountId, deviceId } }: SessionState) {
  return { traceId: record.traceId, accountId, deviceId };
}
