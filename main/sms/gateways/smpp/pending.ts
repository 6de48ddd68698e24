import type { SmppPdu } from '../../../codecs/smpp/index.ts';
import type { Clock, Stop } from '../../../platform/clock.ts';

/** How a request to the service centre ended. */
export type LinkAnswer =
  | { readonly kind: 'answered'; readonly pdu: SmppPdu }
  /** It was written, and no answer came: whether it was taken is not known. */
  | { readonly kind: 'unanswered'; readonly detail: string }
  /** The link was gone before it was written. */
  | { readonly kind: 'unsent'; readonly detail: string }
  /** The caller's signal ended it. */
  | { readonly kind: 'aborted' };

interface Waiting {
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  readonly settle: (answer: LinkAnswer) => void;
}

/**
 * Requests that wait for an answer. All have the same time for it, so that the oldest is always the
 * first to be overdue and one timer does for all.
 */
export class PendingRequests {
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #waiting = new Map<number, Waiting>();
  /** Not written to the connection yet. */
  readonly #unwritten = new Set<number>();
  readonly #onOverdue: () => void;
  #stopTimer: Stop | undefined;

  /** @param onOverdue Told when answers have not come in time. */
  constructor(clock: Clock, timeoutMs: number, onOverdue: () => void) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#onOverdue = onOverdue;
  }

  /** Resolves when the request of this sequence number is answered or given up. */
  add(sequence: number, signal: AbortSignal | undefined): Promise<LinkAnswer> {
    return new Promise((settle) => {
      const deadline = this.#clock.monotonic() + this.#timeoutMs;
      this.#waiting.set(sequence, { deadline, signal, settle });
      this.#unwritten.add(sequence);
      this.#stopTimer ??= this.#clock.after(this.#timeoutMs, () => this.#sweep());
    });
  }

  /** Everything added so far was written. */
  written(): void {
    this.#unwritten.clear();
  }

  /** Takes an answer; false when nobody waits for it. */
  answer(pdu: SmppPdu): boolean {
    return this.#settle(pdu.sequence, { kind: 'answered', pdu });
  }

  /** An answer came that cannot be read. */
  unreadable(sequence: number): void {
    this.#settle(sequence, { kind: 'unanswered', detail: 'the answer cannot be read' });
  }

  /** Gives up what this signal ended. */
  cutOff(signal: AbortSignal): void {
    for (const [sequence, waiting] of this.#waiting) {
      if (waiting.signal === signal) this.#settle(sequence, { kind: 'aborted' });
    }
  }

  /** The link is over: gives everything up. */
  end(why: string): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    for (const sequence of [...this.#waiting.keys()]) {
      this.#settle(
        sequence,
        this.#unwritten.has(sequence)
          ? { kind: 'unsent', detail: why }
          : { kind: 'unanswered', detail: `the link was lost before the answer: ${why}` },
      );
    }
  }

  #settle(sequence: number, answer: LinkAnswer): boolean {
    const waiting = this.#waiting.get(sequence);
    if (waiting === undefined) return false;
    this.#waiting.delete(sequence);
    waiting.settle(answer);
    return true;
  }

  #sweep(): void {
    this.#stopTimer = undefined;
    const now = this.#clock.monotonic();
    const before = this.#waiting.size;
    for (const [sequence, { deadline }] of this.#waiting) {
      if (deadline > now) {
        this.#stopTimer = this.#clock.after(deadline - now, () => this.#sweep());
        break;
      }
      const detail = `no answer within ${String(this.#timeoutMs / 1_000)} s`;
      this.#settle(sequence, { kind: 'unanswered', detail });
    }
    if (this.#waiting.size < before) this.#onOverdue();
  }
}
