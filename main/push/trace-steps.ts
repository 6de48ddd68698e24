import type { Session } from '../../shared/model/session.ts';
import type { TraceStep } from '../../shared/model/trace.ts';
import type { StateMark } from '../../shared/model/words.ts';
import type { AlertRow, ChangeRow, MessageRow } from '../store/types.ts';
import { folderNames } from './log-lines.ts';
import { messageBytes } from './trace-bytes.ts';

/** What the steps of a branch are told from. */
export interface BranchFacts {
  readonly alert: AlertRow;
  readonly deviceName: string;
  readonly message: MessageRow | null;
  /** The first change that the alert carries. */
  readonly change: ChangeRow | null;
  /** Name of the gateway that has the message; empty when none has. */
  readonly gateway: string;
  /** Name of the device that made the change; null where none of the account's did. */
  readonly originName: string | null;
  /** The session that answered the alert. */
  readonly session: Session | null;
}

/** A step before it is put in its place. */
export type Step = Omit<TraceStep, 'kind' | 'alertId' | 'sessionId' | 'bytes'> &
  Partial<Pick<TraceStep, 'sessionId' | 'bytes'>>;

/**
 * The five stops from the change to the phone's answer, and what its session did once there is one; a
 * key is a sentence of `traceSteps`.
 */
export function traceSteps(facts: BranchFacts): TraceStep[] {
  const { alert } = facts;
  const whole = (kind: TraceStep['kind'], step: Step): TraceStep => ({
    kind,
    alertId: alert.id,
    sessionId: null,
    bytes: [],
    ...step,
  });
  return [
    whole('change', changeStep(facts)),
    whole('planned', plannedStep(facts)),
    whole('sms', smsStep(facts)),
    whole('delivered', deliveredStep(facts)),
    whole('answered', answeredStep(facts)),
    ...(facts.session === null ? [] : [whole('session', sessionStep(facts.session))]),
  ];
}

function changeStep({ alert, change, originName }: BranchFacts): Step {
  if (!change) return { at: alert.createdAt, state: 'working', key: 'manual', params: {} };
  const { at, folder, source, origin } = change;
  return {
    at,
    state: 'working',
    ...(origin === null
      ? { key: 'change', params: { folder, source } }
      : { key: 'change-by', params: { folder, source, origin: originName ?? origin } }),
  };
}

function plannedStep({ alert, deviceName: device }: BranchFacts): Step {
  const { state, reason, changeCount, createdAt, endedAt, dueAt } = alert;
  const folders = folderNames(alert);
  if (state === 'suppressed') {
    return {
      at: endedAt,
      state: 'off',
      key: 'suppressed',
      params: { device, reason: reason ?? '' },
    };
  }
  if (alert.messageId === null && (state === 'expired' || state === 'failed')) {
    return { at: endedAt, state: 'failed', key: state, params: { device, reason: reason ?? '' } };
  }
  if (state !== 'planned') {
    const params = { device, folders, count: changeCount };
    return { at: createdAt, state: 'working', key: 'planned', params };
  }
  const params = { device, folders, reason: reason ?? 'merging', until: dueAt, count: changeCount };
  return { at: createdAt, state: 'waiting', key: 'waiting', params };
}

function smsStep({ alert, message, gateway }: BranchFacts): Step {
  if (!message) return { at: null, state: markOfNothing(alert), key: 'sms-none', params: {} };
  const { number, attempts } = message;
  const params = { number, attempts, gateway, parts: message.parts.length };
  const bytes = messageBytes(message);
  switch (message.state) {
    case 'queued':
    case 'sending':
    case 'paused':
      return {
        at: message.createdAt,
        state: 'waiting',
        key: attempts === 0 ? 'sms-queued' : 'sms-retrying',
        params,
        bytes,
      };
    case 'sent':
    case 'delivered':
      return { at: alert.sentAt, state: 'working', key: 'sms-sent', params, bytes };
    case 'failed':
    case 'dropped':
      return { at: message.endedAt, state: 'failed', key: 'sms-failed', params, bytes };
    case 'expired':
      return {
        at: message.endedAt,
        state: alert.reason === 'superseded' ? 'off' : 'failed',
        key: alert.reason === 'superseded' ? 'sms-superseded' : 'sms-expired',
        params,
        bytes,
      };
    case 'uncertain':
      return { at: message.endedAt, state: 'attention', key: 'sms-uncertain', params, bytes };
  }
}

function deliveredStep({ alert }: BranchFacts): Step {
  const at = alert.deliveredAt;
  if (at !== null) return { at, state: 'working', key: 'delivered', params: {} };
  return { at, state: markOfNothing(alert), key: 'delivered-not-yet', params: {} };
}

function answeredStep({ alert, session }: BranchFacts): Step {
  const at = alert.answeredAt;
  if (at !== null) {
    const sessionId = session?.id ?? null;
    return { at, state: 'working', key: 'answered', params: {}, sessionId };
  }
  return { at, state: markOfNothing(alert), key: 'answered-not-yet', params: {} };
}

/** What a session has done. */
export function sessionStep(session: Session): Step {
  const { id: sessionId, state, reason, startedAt, endedAt, datastores } = session;
  const count = (side: 'fromClient' | 'fromServer'): number =>
    datastores.reduce(
      (sum, one) => sum + one[side].added + one[side].changed + one[side].deleted,
      0,
    );
  const params = { received: count('fromClient'), sent: count('fromServer') };
  switch (state) {
    case 'running':
      return { at: startedAt, state: 'waiting', key: 'session-running', params, sessionId };
    case 'done':
      return { at: endedAt, state: 'working', key: 'session-done', params, sessionId };
    case 'suspended':
      return { at: endedAt, state: 'waiting', key: 'session-suspended', params, sessionId };
    case 'failed':
    case 'broken':
    case 'refused': {
      const mark = state === 'broken' ? 'attention' : 'failed';
      const why = { ...params, reason: reason ?? '' };
      return { at: endedAt, state: mark, key: 'session-failed', params: why, sessionId };
    }
  }
}

/** How a step that has not happened is marked: it may still come, or never will. */
function markOfNothing({ state }: AlertRow): StateMark {
  return state === 'suppressed' || state === 'expired' || state === 'failed' ? 'off' : 'waiting';
}
