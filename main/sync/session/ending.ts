import type { SessionReason, SessionState as StoredState } from '../../../shared/model/session.ts';
import { noteFault } from './faults.ts';
import { dropOpenObject } from './large-object-in.ts';
import type { SessionState } from './state.ts';
import { failStore } from './stores.ts';

/** How a session ended. */
export interface SessionEnd {
  readonly state: Exclude<StoredState, 'running'>;
  readonly reason: SessionReason | null;
}

/**
 * The conversation is complete: every datastore saves its anchors. False when one could not, which
 * the client has to be told, so that it keeps its own.
 */
export async function completeStores(session: SessionState): Promise<boolean> {
  let isComplete = true;
  for (const store of session.stores) {
    if (store.isFailed) continue;
    try {
      await store.datastore.complete();
    } catch (error) {
      isComplete = false;
      noteFault(session, error, 510);
      await failStore(session, store);
    }
  }
  return isComplete;
}

/** What is said of a session whose last answer is ready. */
export function endOf(session: SessionState): SessionEnd {
  const { trouble, stores, refused, hasItemFailures } = session;
  // A message that could not be read came again, and could.
  if (trouble !== undefined && trouble !== 'bad-message')
    return { state: 'failed', reason: trouble };
  if (stores.some(({ isFailed }) => isFailed)) {
    return { state: 'failed', reason: 'aborted-by-client' };
  }
  if (refused.length > 0) return { state: 'failed', reason: reasonOfRefusal(session) };
  return { state: 'done', reason: hasItemFailures ? 'items-failed' : null };
}

/** What is said of a session whose client did not come again. */
export function endOfVanished(session: SessionState): SessionEnd {
  const { trouble, stores } = session;
  if (trouble !== undefined) return { state: 'failed', reason: trouble };
  // With nothing to synchronise there was nothing to come again for.
  if (stores.length === 0) return endOf(session);
  return { state: 'broken', reason: 'client-gone' };
}

function reasonOfRefusal({ refused }: SessionState): SessionReason {
  return refused.some(({ status }) => status === 404) ? 'folder-unknown' : 'folder-refused';
}

/** Gives up what is open: what is stored stays, no anchor moves. */
export async function abandonStores(session: SessionState): Promise<void> {
  dropOpenObject(session);
  session.statuses = [];
  session.extras = [];
  session.awaited.clear();
  for (const store of session.stores) {
    try {
      await failStore(session, store);
    } catch (error) {
      noteFault(session, error, 510);
    }
  }
}

/** Ends a session that is not over yet, without an answer to anybody. */
export async function breakOff(session: SessionState, end: SessionEnd): Promise<void> {
  if (session.isOver) {
    dropOpenObject(session);
    return;
  }
  session.isOver = true;
  session.phase = 'done';
  await abandonStores(session);
  await session.record.end(end.state, end.reason);
}
