import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import type { SmppBindKind } from '../../../codecs/smpp/index.ts';
import type { Clock, Stop } from '../../../platform/clock.ts';
import type { Random } from '../../../platform/random.ts';
import { backOffMs } from '../../queue/back-off.ts';
import type { Bound } from './bind.ts';
import type { SmppLink } from './link.ts';

/** A link that held so long was a good one: the next is made without much delay. */
const steadyMs = 10_000;
/** A login that is refused is tried about half a minute later, then less and less often. */
const refusedDoublings = 5;

/** Why there is no link. */
export interface LinkDown {
  readonly reason: GatewayReason;
  readonly detail: string;
  /** Whether a link that was bound is over, or none was to be had. */
  readonly wasBound: boolean;
  /** Milliseconds until the next try. */
  readonly retryMs: number;
}

/** What a keeper needs. */
export interface LinkKeeperDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Connects and signs in. */
  bind(signal: AbortSignal, onClosed: (why: string) => void): Promise<Bound>;
  onBound(): void;
  onDown(down: LinkDown): void;
}

/** Keeps one link to a service centre: makes it, and makes it anew when it is lost. */
export class LinkKeeper {
  readonly kind: SmppBindKind;
  readonly #deps: LinkKeeperDeps;
  readonly #closing = new AbortController();
  #failures = 0;
  #stopTimer: Stop | undefined;
  #link: SmppLink | undefined;
  #systemId = '';
  #boundAt = 0;
  #boundAtMonotonic = 0;

  constructor(kind: SmppBindKind, deps: LinkKeeperDeps) {
    this.kind = kind;
    this.#deps = deps;
  }

  /** The link, while it is bound. */
  get link(): SmppLink | undefined {
    return this.#link;
  }

  /** What the service centre calls itself. */
  get systemId(): string {
    return this.#systemId;
  }

  /** Since when the link is bound; milliseconds since 1970. */
  get boundAt(): number {
    return this.#boundAt;
  }

  start(): void {
    void this.#make();
  }

  /** Signs off, and makes no link any more. */
  stop(): void {
    this.#closing.abort();
    this.#stopTimer?.();
    const link = this.#link;
    this.#link = undefined;
    void link?.close();
  }

  async #make(): Promise<void> {
    const { signal } = this.#closing;
    let lost: string | undefined;
    const bound: Bound = await this.#deps.bind(signal, (why) => {
      lost = why;
      if (this.#link !== undefined) this.#lose(why);
    });
    if (signal.aborted) {
      if (bound.ok) void bound.link.close();
      return;
    }
    if (!bound.ok) {
      this.#down({ ...bound, wasBound: false });
      return;
    }
    this.#link = bound.link;
    this.#systemId = bound.systemId;
    this.#boundAt = this.#deps.clock.now();
    this.#boundAtMonotonic = this.#deps.clock.monotonic();
    // It may be over before this was told that it was made.
    if (lost !== undefined) this.#lose(lost);
    else this.#deps.onBound();
  }

  #lose(detail: string): void {
    this.#link = undefined;
    const heldMs = this.#deps.clock.monotonic() - this.#boundAtMonotonic;
    if (heldMs >= steadyMs) this.#failures = 0;
    this.#down({ reason: 'unreachable', detail, wasBound: true });
  }

  #down(why: Omit<LinkDown, 'retryMs'>): void {
    if (this.#closing.signal.aborted) return;
    const { clock, random } = this.#deps;
    this.#failures += 1;
    const doublings = why.reason === 'login-refused' ? refusedDoublings : 0;
    const retryMs = backOffMs(this.#failures + doublings, random);
    this.#stopTimer = clock.after(retryMs, () => void this.#make());
    this.#deps.onDown({ ...why, retryMs });
  }
}
