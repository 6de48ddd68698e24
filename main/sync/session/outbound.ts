import type {
  AlertCommand,
  Challenge,
  InfoCommand,
  StatusCommand,
  SyncmlMessage,
} from '../../codecs/syncml/message/model.ts';
import { sessionHeader } from './answer-header.ts';
import { awaitedKey } from './client-status.ts';
import { startDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { sendChanges } from './server-sync.ts';
import type { SessionState, Unnumbered } from './state.ts';
import type { TimeSlice } from './time-slice.ts';

/** Status of the client's SyncHdr. */
export interface HeaderAnswer {
  readonly code: number;
  readonly challenge?: Challenge | undefined;
}

/**
 * Puts the session's next message together: the Status of the header, the other Statuses in the
 * order of what they answer, then Results and Alerts, then the server's changes. What does not fit
 * waits for the next message, and Final waits for all of it.
 */
export async function compose(
  session: SessionState,
  head: HeaderAnswer,
  asksForMore: boolean,
  slice: TimeSlice,
): Promise<SyncmlMessage> {
  const draft = startDraft(session, sessionHeader(session));
  if (session.header.noResp !== true) draft.head(headerStatus(session, head));
  addStatuses(session, draft);
  addExtras(session, draft);
  let isDrained = session.statuses.length === 0 && session.extras.length === 0;
  if (isDrained && session.phase === 'send') {
    isDrained = await sendChanges(session, draft, slice);
  }
  session.hasToldToken = true;
  // A client that asks for more when there is no more is told that this was all.
  return draft.finish(isDrained && (session.owesFinal || asksForMore));
}

/** Octets that one command can have in a message that holds nothing else. */
export function roomOf(session: SessionState): number {
  const draft = startDraft(session, sessionHeader(session));
  draft.head(headerStatus(session, { code: 200 }));
  return draft.left();
}

function headerStatus(session: SessionState, head: HeaderAnswer): Unnumbered<StatusCommand> {
  const { header } = session;
  return {
    kind: 'status',
    msgRef: header.msgId,
    cmdRef: '0',
    cmd: 'SyncHdr',
    targetRefs: [header.target.uri],
    sourceRefs: [header.source.uri],
    ...(head.challenge === undefined ? {} : { challenge: head.challenge }),
    code: head.code,
    items: [],
  };
}

function addStatuses(session: SessionState, draft: Draft): void {
  let taken = 0;
  for (const status of session.statuses) {
    const lean =
      session.quirks.omitsStatusItems && status.code >= 500 ? { ...status, items: [] } : status;
    if (draft.add(lean, draft.isBare()) === undefined) break;
    taken += 1;
  }
  session.statuses.splice(0, taken);
}

function addExtras(session: SessionState, draft: Draft): void {
  if (session.statuses.length > 0) return;
  let taken = 0;
  for (const { command, store } of session.extras) {
    const cmdId = draft.add<AlertCommand | InfoCommand>(command, draft.isBare());
    if (cmdId === undefined) break;
    taken += 1;
    const key = awaitedKey(draft.header.msgId, cmdId);
    if (store) session.awaited.set(key, { kind: 'alert', store });
  }
  session.extras.splice(0, taken);
}
