import type { StatusCommand } from '../../codecs/syncml/message/model.ts';
import type { ServerChangeOutcome } from '../datastore/types.ts';
import { reopenSlow } from './alerts.ts';
import { noteFault } from './faults.ts';
import { noteProblem } from './replies.ts';
import type { Awaited, SessionState, SessionStore } from './state.ts';
import { failStore } from './stores.ts';

const HEADER_REF = '0';
const NEEDS_SLOW_SYNC = 508;
const ALREADY_THERE = 418;
const ACCEPTED = 202;

/** Key under which the server waits for the Status of one of its commands. */
export function awaitedKey(msgId: string, cmdId: string): string {
  return `${msgId}/${cmdId}`;
}

/**
 * Works the Statuses of a message off, all at once: what the client answered to the server's
 * commands. False when it refused the whole message, which ends the session.
 */
export async function handleStatuses(
  session: SessionState,
  statuses: readonly StatusCommand[],
): Promise<boolean> {
  const outcomes = new Map<SessionStore, ServerChangeOutcome[]>();
  for (const status of statuses) {
    if (status.cmdRef === HEADER_REF) {
      if (status.code >= 400) return false;
      continue;
    }
    // Under way (1xx, and 202 until the last word): the answer is still to come.
    if (status.code < 200 || status.code === ACCEPTED) continue;
    const key = awaitedKey(status.msgRef, status.cmdRef);
    const awaited = session.awaited.get(key);
    if (!awaited) continue;
    session.awaited.delete(key);
    await handleStatus(session, awaited, status, outcomes);
  }
  for (const [store, told] of outcomes) {
    if (store.isFailed) continue;
    try {
      await store.datastore.settle(told);
    } catch (error) {
      noteFault(session, error, 510);
      await failStore(session, store);
    }
  }
  return true;
}

async function handleStatus(
  session: SessionState,
  awaited: Awaited,
  { code, cmd }: StatusCommand,
  outcomes: Map<SessionStore, ServerChangeOutcome[]>,
): Promise<void> {
  const { store } = awaited;
  if (awaited.kind !== 'item') {
    if (awaited.kind === 'alert' && code === NEEDS_SLOW_SYNC) {
      await reopenSlow(session, store);
    } else if (code >= 400) {
      noteProblem(session, 'client', { command: cmd, uri: store.uri, status: code });
      await failStore(session, store);
    }
    return;
  }
  const { change, isLast } = awaited;
  const isFailure = code >= 300 && code !== ALREADY_THERE;
  if (!isLast) {
    if (!isFailure) return;
    // The client does not want the rest of it.
    if (store.object?.change === change) store.object = undefined;
  }
  if (isFailure && !isHarmless(change.kind, code)) {
    session.hasItemFailures = true;
    const itemRef = change.luid ?? change.guid;
    noteProblem(session, 'client', { command: cmd, uri: store.uri, itemRef, status: code });
  }
  const told = outcomes.get(store) ?? [];
  told.push({ itemId: change.itemId, status: code });
  outcomes.set(store, told);
}

/** What is to be deleted and is not there, is as it should be. */
function isHarmless(kind: string, code: number): boolean {
  return kind === 'delete' && (code === 404 || code === 410);
}
