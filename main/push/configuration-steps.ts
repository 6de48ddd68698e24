import type { Session } from '../../shared/model/session.ts';
import type { TraceStep } from '../../shared/model/trace.ts';
import type { StateMark } from '../../shared/model/words.ts';
import type { ConfigurationRow } from '../store/provisioning-types.ts';
import type { MessageRow } from '../store/types.ts';
import { configurationBytes } from './trace-bytes.ts';
import { sessionStep } from './trace-steps.ts';
import type { Step } from './trace-steps.ts';

/** What the steps of a configuration are told from. */
export interface ConfigurationFacts {
  readonly configuration: ConfigurationRow;
  /** In the order in which they were put into the queue, without secrets. */
  readonly messages: readonly MessageRow[];
  /** Name of the gateway that has them; empty when none has. */
  readonly gateway: string;
  /** The phone's first session after it. */
  readonly session: Session | null;
}

/**
 * The four stops from the desk to the phone that synchronises, and what its session did once there is
 * one; a key is a sentence of `traceSteps`.
 */
export function configurationSteps(facts: ConfigurationFacts): TraceStep[] {
  const { configuration, session } = facts;
  const whole = (kind: TraceStep['kind'], step: Step): TraceStep => ({
    kind,
    alertId: null,
    sessionId: null,
    bytes: [],
    ...step,
  });
  const parts = configuration.segments;
  const prepared: Step = {
    at: configuration.createdAt,
    state: 'working',
    key: 'prepared',
    params: { parts },
  };
  return [
    whole('prepared', prepared),
    whole('sms', smsStep(facts)),
    whole('delivered', deliveredStep(configuration)),
    whole('configured', configuredStep(configuration)),
    ...(session === null ? [] : [whole('session', sessionStep(session))]),
  ];
}

function smsStep({ configuration, messages, gateway }: ConfigurationFacts): Step {
  const [first] = messages;
  // History is kept for a while only, and messages are part of it.
  if (first === undefined) {
    return { at: null, state: markOfNothing(configuration), key: 'sms-none', params: {} };
  }
  const attempts = Math.max(...messages.map((message) => message.attempts));
  const parts = messages.reduce((sum, message) => sum + message.parts.length, 0);
  const params = { number: first.number, attempts, gateway, parts };
  const bytes = configurationBytes(configuration, messages);
  const of = (...states: readonly MessageRow['state'][]): MessageRow | undefined =>
    messages.find(({ state }) => states.includes(state));
  const failed = of('failed', 'expired');
  if (failed !== undefined) {
    const key = failed.state === 'failed' ? 'sms-failed' : 'sms-expired';
    return { at: failed.endedAt, state: 'failed', key, params, bytes };
  }
  const uncertain = of('uncertain');
  if (uncertain !== undefined) {
    return { at: uncertain.endedAt, state: 'attention', key: 'sms-uncertain', params, bytes };
  }
  if (of('queued', 'sending') !== undefined) {
    const key = attempts === 0 ? 'sms-queued' : 'sms-retrying';
    return { at: first.createdAt, state: 'waiting', key, params, bytes };
  }
  return { at: configuration.sentAt, state: 'working', key: 'sms-sent', params, bytes };
}

function deliveredStep(configuration: ConfigurationRow): Step {
  const at = configuration.deliveredAt;
  if (at !== null) return { at, state: 'working', key: 'delivered', params: {} };
  return { at, state: markOfNothing(configuration), key: 'delivered-not-yet', params: {} };
}

function configuredStep(configuration: ConfigurationRow): Step {
  const { configuredAt: at, sessionId } = configuration;
  if (at !== null) return { at, state: 'working', key: 'configured', params: {}, sessionId };
  return { at, state: markOfNothing(configuration), key: 'configured-not-yet', params: {} };
}

/** How a step that has not happened is marked: it may still come, or never will. */
function markOfNothing({ state }: ConfigurationRow): StateMark {
  return state === 'failed' || state === 'configured' ? 'off' : 'waiting';
}
