import type { Delivery, Message } from '../../../../shared/model/message.ts';
import type { StateMark } from '../../../../shared/model/words.ts';
import { messageMarks, outcomeMarks } from '../message-state.ts';

/** One thing that happened to a message, or what it waits for at present. */
export type TimelineStep = {
  /** When it began; null for the present. */
  readonly at: number | null;
  readonly mark: StateMark;
  /** Milliseconds since the end of the step before; null for the first and for the present. */
  readonly later: number | null;
} & (
  | { readonly kind: 'put-in' }
  | { readonly kind: 'attempt'; readonly delivery: Delivery }
  | { readonly kind: 'report'; readonly delivery: Delivery }
  | { readonly kind: 'ended'; readonly state: 'failed' | 'expired' | 'dropped' | 'delivered' }
  | { readonly kind: 'now'; readonly state: PresentState }
);

type Bare = TimelineStep extends infer Step
  ? Step extends TimelineStep
    ? Omit<Step, 'later'> & { readonly until: number | null }
    : never
  : never;

/** What a message may wait for. `due`: nothing keeps it back but its turn. */
export type PresentState = 'waiting' | 'due' | 'sending' | 'sent' | 'paused' | 'uncertain';

const reportMarks = {
  accepted: 'working',
  enroute: 'waiting',
  delivered: 'working',
  failed: 'failed',
  expired: 'failed',
} as const satisfies Record<NonNullable<Delivery['reportState']>, StateMark>;

/** What it waits for at present; null once it has ended. */
function presentOf(message: Message, deliveries: readonly Delivery[], now: number): Bare | null {
  const mark = messageMarks[message.state];
  const step = (state: PresentState): Bare => ({ kind: 'now', state, at: null, mark, until: null });
  switch (message.state) {
    case 'queued':
      return step(message.reason !== null || message.nextAttemptAt > now ? 'waiting' : 'due');
    case 'sending':
      // The attempt itself says so.
      return deliveries.some(({ outcome }) => outcome === 'under-way') ? null : step('sending');
    case 'sent':
      return step('sent');
    case 'paused':
      return step('paused');
    case 'uncertain':
      return step('uncertain');
    case 'delivered':
    case 'failed':
    case 'expired':
    case 'dropped':
      return null;
  }
}

/** How it ended, where no step before has said so. */
function endOf(message: Message, deliveries: readonly Delivery[]): Bare | null {
  const { state, endedAt } = message;
  if (endedAt === null) return null;
  if (state !== 'failed' && state !== 'expired' && state !== 'dropped' && state !== 'delivered') {
    return null;
  }
  const isReported = deliveries.some(({ reportState }) => reportState === 'delivered');
  if (state === 'delivered' && isReported) return null;
  return { kind: 'ended', state, at: endedAt, mark: messageMarks[state], until: endedAt };
}

function stepsOf(delivery: Delivery): Bare[] {
  const { startedAt, endedAt, outcome, reportedAt, reportState } = delivery;
  const attempt: Bare = {
    kind: 'attempt',
    delivery,
    at: startedAt,
    mark: outcomeMarks[outcome],
    until: endedAt ?? startedAt,
  };
  if (reportedAt === null) return [attempt];
  return [
    attempt,
    {
      kind: 'report',
      delivery,
      at: reportedAt,
      mark: reportMarks[reportState ?? 'delivered'],
      until: reportedAt,
    },
  ];
}

/** The way of a message from the hands that put it in to where it is at the time `now`. */
export function timelineOf(
  message: Message,
  deliveries: readonly Delivery[],
  now: number,
): TimelineStep[] {
  const end = endOf(message, deliveries);
  const present = presentOf(message, deliveries, now);
  const happened: Bare[] = [...deliveries.flatMap(stepsOf), ...(end === null ? [] : [end])];
  const start = message.createdAt;
  const bare: Bare[] = [
    { kind: 'put-in', at: start, mark: 'working', until: start },
    // The sort is stable: what has the same time stays in the order in which it was said.
    ...happened.sort((one, other) => (one.at ?? 0) - (other.at ?? 0)),
    ...(present === null ? [] : [present]),
  ];
  let before: number | null = null;
  return bare.map(({ until, ...step }) => {
    const later = step.at === null || before === null ? null : Math.max(0, step.at - before);
    before = until ?? before;
    return { ...step, later };
  });
}

/** What can be done with a message in its state. */
export function actionsOf(
  state: Message['state'],
): readonly ('retry' | 'drop' | 'reroute' | 'pause' | 'resume')[] {
  switch (state) {
    case 'queued':
      return ['retry', 'pause', 'reroute', 'drop'];
    case 'paused':
      return ['resume', 'reroute', 'drop'];
    case 'uncertain':
      return ['retry', 'drop'];
    case 'failed':
    case 'expired':
    case 'dropped':
      return ['retry'];
    case 'sending':
    case 'sent':
    case 'delivered':
      return [];
  }
}
