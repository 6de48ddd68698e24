import type { SessionDatastore, SyncMode } from '../../../shared/model/session.ts';
import type { DatastoreTarget } from './resolve-uri.ts';
import type { OpenRequest } from './types.ts';

/** What a datastore has done in this session, for the console. */
export interface Counters {
  readonly fromClient: { added: number; changed: number; deleted: number; failed: number };
  readonly fromServer: { added: number; changed: number; deleted: number; failed: number };
  matched: number;
  conflicts: number;
  held: number;
}

/** Counters at the start. */
export function createCounters(): Counters {
  return {
    fromClient: { added: 0, changed: 0, deleted: 0, failed: 0 },
    fromServer: { added: 0, changed: 0, deleted: 0, failed: 0 },
    matched: 0,
    conflicts: 0,
    held: 0,
  };
}

/** The counters as a session's record has them. */
export function summarize(
  counters: Counters,
  opened: {
    readonly target: DatastoreTarget;
    readonly request: OpenRequest;
    readonly mode: SyncMode;
    readonly status: number;
  },
): SessionDatastore {
  const { target, request, mode, status } = opened;
  return {
    dataType: target.dataType,
    collectionId: target.parts[0].collection.id,
    uri: request.uri,
    deviceUri: request.deviceUri,
    mode,
    status,
    fromClient: { ...counters.fromClient },
    fromServer: { ...counters.fromServer },
    matched: counters.matched,
    conflicts: counters.conflicts,
    held: counters.held,
  };
}
