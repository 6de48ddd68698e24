import { CodecError } from '../../../codecs/codec-error.ts';
import { smppStatuses } from '../../../codecs/smpp/index.ts';
import type { SmppMessage } from '../../../codecs/smpp/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { pause } from '../../../platform/pause.ts';
import type { GatewayRow } from '../../../store/types.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import { secondsLeft } from '../../time-left.ts';
import type { HandOver } from '../gateway.ts';
import type { SmppLink } from './link.ts';
import { Pace } from './pace.ts';
import type { LinkAnswer } from './pending.ts';
import { Progress } from './progress.ts';
import { refusalOf, statusText } from './statuses.ts';
import { submitsOf } from './submits.ts';
import { relativeValidity } from './validity.ts';

/** How long the rest of a message whose first parts are taken waits before it is offered again. */
const partRetryMs = 1_000;
/** Ids are no longer than this, whatever a centre sends. */
const longestId = 200;
/** What is told of the ids of a long message. */
const longestDetail = 300;

/** What handing over needs of the session. */
export interface HandOverDeps {
  readonly clock: Clock;
  readonly row: GatewayRow;
  /** The link to send by, while it is bound. */
  link(): SmppLink | undefined;
  /** Why there is none. */
  whyNot(): Exclude<HandOver, { outcome: 'accepted' | 'aborted' | 'uncertain' }>;
  /** No answer came in time to the last part of a message, which went by this number. */
  onUnanswered(sequence: number, messageId: string): void;
  /** The centre asked for a slower pace; messages a second from now on. */
  onThrottled(rate: number): void;
}

type PartResult =
  { readonly outcome: 'taken'; readonly id: string } | Exclude<HandOver, { outcome: 'accepted' }>;

/**
 * Hands messages over to one service centre.
 *
 * Parts go one after the other, so that nothing follows a part that is refused. Once the centre has
 * the first parts, giving the message up would leave the phone with half of it, so the rest is offered
 * again while there is time. If that does not help, the result is that of the part that failed, and
 * what was taken is remembered: handed over again here, the message goes on from there and nothing of
 * it is doubled. By another gateway it goes as a whole, with the same reference; the phone then has
 * some parts twice and still shows one message.
 */
export class MessageSubmitter {
  readonly #deps: HandOverDeps;
  readonly #pace: Pace;
  readonly #progress: Progress;
  /** Some centres take no period, or none of this form. */
  #takesValidity = true;

  constructor(deps: HandOverDeps) {
    this.#deps = deps;
    this.#pace = new Pace(deps.clock);
    this.#progress = new Progress(deps.clock);
  }

  /** Never rejects. */
  async handOver(message: OutgoingMessage, signal: AbortSignal): Promise<HandOver> {
    if (signal.aborted) return { outcome: 'aborted' };
    let submits: SmppMessage[];
    try {
      const { clock, row } = this.#deps;
      submits = submitsOf(message, row, relativeValidity(secondsLeft(message, clock.now())));
    } catch (error) {
      return unwritable(error);
    }
    if (submits.length === 0) return messageFault('the message has no parts');
    const taken = this.#progress.of(message.id);
    for (const submit of submits.slice(taken.length)) {
      const number = taken.length + 1;
      const isLast = number === submits.length;
      const result = await this.#offer(submit, message, number > 1, isLast, signal);
      if (result.outcome !== 'taken') {
        if (taken.length > 0) this.#progress.keep(message.id, taken);
        return submits.length === 1 ? result : partResult(result, number, submits.length);
      }
      taken.push(result.id);
    }
    this.#progress.forget(message.id);
    return acceptance(taken);
  }

  /** Submits one part; again, while there is time, when the centre has others of the same message. */
  async #offer(
    submit: SmppMessage,
    message: OutgoingMessage,
    isFollowing: boolean,
    isLast: boolean,
    signal: AbortSignal,
  ): Promise<PartResult> {
    const { clock, row } = this.#deps;
    const endsAt = clock.monotonic() + row.timeoutMs;
    for (;;) {
      const result = await this.#submit(submit, message.id, isLast, signal);
      const isPassing =
        result.outcome === 'unreachable' || (result.outcome === 'refused' && !result.permanent);
      if (!isFollowing || !isPassing || clock.monotonic() + partRetryMs > endsAt) return result;
      await pause(clock, partRetryMs, signal);
      if (signal.aborted) return { outcome: 'aborted' };
    }
  }

  async #submit(
    given: SmppMessage,
    messageId: string,
    isLast: boolean,
    signal: AbortSignal,
  ): Promise<PartResult> {
    const { clock, row } = this.#deps;
    const paced = this.#pace.waitMs;
    if (paced > row.timeoutMs) return throttled('its turn would come too late', paced);
    const waitMs = this.#pace.takeTurn();
    if (waitMs > 0) await pause(clock, waitMs, signal);
    if (signal.aborted) return { outcome: 'aborted' };
    const link = this.#deps.link();
    if (link === undefined) return this.#deps.whyNot();
    const message = this.#takesValidity ? given : { ...given, validity: '' };
    const sequence = link.nextSequence();
    const sentAt = clock.monotonic();
    let answer: LinkAnswer;
    try {
      answer = await link.request({ kind: 'submit-sm', sequence, message }, signal);
    } catch (error) {
      return unwritable(error);
    }
    switch (answer.kind) {
      case 'aborted':
        return { outcome: 'aborted' };
      case 'unsent':
        return { outcome: 'unreachable', detail: answer.detail };
      case 'unanswered':
        if (isLast) this.#deps.onUnanswered(sequence, messageId);
        return { outcome: 'uncertain', detail: answer.detail };
      case 'answered':
        if (this.#refusesValidity(message, answer.pdu)) {
          return await this.#submit(message, messageId, isLast, signal);
        }
        return this.#judge(answer.pdu, sentAt, link);
    }
  }

  /** Whether the period alone is why a message was refused; it is left out from then on. */
  #refusesValidity(
    { validity }: SmppMessage,
    pdu: Extract<LinkAnswer, { kind: 'answered' }>['pdu'],
  ): boolean {
    if (validity === '' || pdu.kind !== 'submit-sm-resp') return false;
    if (pdu.status !== smppStatuses.invalidExpiry) return false;
    this.#takesValidity = false;
    return true;
  }

  #judge(
    pdu: Extract<LinkAnswer, { kind: 'answered' }>['pdu'],
    sentAt: number,
    link: SmppLink,
  ): PartResult {
    if (pdu.kind === 'submit-sm-resp' && pdu.status === smppStatuses.ok) {
      this.#pace.accepted();
      return { outcome: 'taken', id: pdu.messageId.slice(0, longestId) };
    }
    if (pdu.kind !== 'submit-sm-resp' && pdu.kind !== 'generic-nack') {
      return { outcome: 'uncertain', detail: 'a wrong answer to submit_sm' };
    }
    const { status } = pdu;
    const refusal = refusalOf(status);
    // It takes us for not signed in: signing in anew is all that can help.
    if (status === smppStatuses.wrongBindState) link.drop(statusText(status));
    if (refusal.reason !== 'throttled') return refusal;
    const rate = this.#pace.complained(sentAt);
    if (rate !== undefined) this.#deps.onThrottled(rate);
    return throttled(refusal.detail, this.#pace.waitMs);
  }
}

function acceptance(ids: readonly string[]): HandOver {
  const known = ids.filter((id) => id !== '');
  const providerId = known[0] ?? null;
  const detail =
    known.length === 0 ? 'ESME_ROK' : `ESME_ROK, id ${known.join(', ')}`.slice(0, longestDetail);
  const partIds = ids.length > 1 && known.length === ids.length ? { partIds: known } : {};
  return { outcome: 'accepted', providerId, ...partIds, detail };
}

function partResult(
  result: Exclude<PartResult, { outcome: 'taken' }>,
  number: number,
  total: number,
): HandOver {
  if (result.outcome === 'aborted') return result;
  const detail = `part ${String(number)} of ${String(total)}: ${result.detail}`;
  return { ...result, detail };
}

function throttled(detail: string, waitMs: number): Extract<HandOver, { outcome: 'refused' }> {
  const retryAfterMs = Math.max(1_000, Math.ceil(waitMs));
  const refused = { outcome: 'refused', reason: 'throttled', detail, permanent: false } as const;
  return { ...refused, fault: 'gateway', retryAfterMs };
}

function messageFault(detail: string): Extract<HandOver, { outcome: 'refused' }> {
  return { outcome: 'refused', reason: 'refused', detail, permanent: true, fault: 'message' };
}

/** What is in the message does not fit into a submit_sm, and never will. */
function unwritable(error: unknown): Extract<HandOver, { outcome: 'refused' }> {
  if (!(error instanceof CodecError)) throw error;
  return messageFault('number, sender or text cannot be written in SMPP');
}
