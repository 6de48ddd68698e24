import type { SyncMode } from '../../../shared/model/session.ts';
import type { SyncStateRow } from '../../store/sync-types.ts';
import type { CompareReason } from './notices.ts';
import { isFull } from './scope.ts';
import type { OpenRequest } from './types.ts';

/** How a datastore is synchronised in this session. */
export interface ModeDecision {
  /** 200, or 508 when the client asked for less than is needed. */
  readonly status: 200 | 508;
  readonly mode: SyncMode;
  /** What was broken off goes on: what was compared is not compared again. */
  readonly isResumed: boolean;
  /** What the client does not have is to be deleted here: it asked for that itself. */
  readonly isReplacedByClient: boolean;
  /** The client's ids can still mean what they meant. */
  readonly usesHints: boolean;
  /** Why everything is compared; undefined where it is not. */
  readonly why: CompareReason | undefined;
}

/**
 * Decides by the anchors (OMA DS protocol 1.2 §6 "Sync anchors"): when the client's Last is not the
 * Next of the last session that was completed, changes are not enough and everything is compared.
 */
export function decideMode(
  request: Pick<OpenRequest, 'mode' | 'isResume' | 'last'>,
  state: SyncStateRow | undefined,
): ModeDecision {
  const { isResume, last } = request;
  const usesHints = last !== undefined && last !== '';
  if (isResume && state !== undefined && state.openMode !== null) {
    return {
      status: 200,
      mode: state.openMode,
      isResumed: true,
      // Whether it had been asked for is not known any more, and deleting can be asked for again.
      isReplacedByClient: false,
      usesHints,
      why: undefined,
    };
  }
  const wanted = isResume ? 'two-way' : request.mode;
  const why = reasonFor(wanted, usesHints ? last : undefined, state);
  const mode = why === undefined || isFull(wanted) ? wanted : (fuller[wanted] ?? wanted);
  return {
    status: mode === wanted ? 200 : 508,
    mode,
    isResumed: false,
    isReplacedByClient: wanted === 'refresh-from-client',
    usesHints,
    why,
  };
}

/** What takes the place of a mode when the anchors do not hold. */
const fuller: Partial<Record<SyncMode, SyncMode>> = {
  'two-way': 'slow',
  'one-way-from-client': 'refresh-from-client',
  'one-way-from-server': 'refresh-from-server',
};

function reasonFor(
  wanted: SyncMode,
  last: string | undefined,
  state: SyncStateRow | undefined,
): CompareReason | undefined {
  if (isFull(wanted)) return 'asked';
  if (last === undefined || state === undefined || state.clientAnchor === null) return 'first';
  if (state.clientAnchor !== last) return 'anchors';
  // Half of a comparison is no ground to count changes from: the client may have lost what it had.
  if (state.openMode !== null && isFull(state.openMode)) return 'broken';
  return state.isResyncWanted ? 'resync' : undefined;
}

/** The server's anchor of a new session: unlike that of the last one, whatever the clock shows. */
export function nextAnchor(now: number, last: string | null): string {
  for (let at = now; ; at += 1_000) {
    const anchor = `${new Date(at).toISOString().replace(/[-:]|\.\d+/gu, '')}`;
    if (anchor !== last) return anchor;
  }
}
