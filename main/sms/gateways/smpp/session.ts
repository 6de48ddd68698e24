import { noGatewayFacts } from '../../../../shared/model/gateway.ts';
import type { GatewayFacts } from '../../../../shared/model/gateway.ts';
import { smppStatuses } from '../../../codecs/smpp/index.ts';
import type { SmppBindKind, SmppPdu } from '../../../codecs/smpp/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { LogLine, LogWriter } from '../../../platform/logbook.ts';
import type { Random } from '../../../platform/random.ts';
import type { GatewayRow } from '../../../store/types.ts';
import type { GatewayEvents, HandOver } from '../gateway.ts';
import { bindLink } from './bind.ts';
import { readDelivery } from './deliveries.ts';
import type { ReadDelivery } from './deliveries.ts';
import { LinkKeeper } from './keeper.ts';
import type { LinkDown } from './keeper.ts';
import type { SmppDelivery, SmppLink } from './link.ts';

/** Messages without an answer whose answer may still come; the oldest is forgotten. */
const mostLate = 1_000;

/** What a session is opened with. */
export interface SmppSessionOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: LogWriter;
  readonly row: GatewayRow;
  readonly password: string;
  readonly events: GatewayEvents;
}

/** The kinds of link that a setting stands for; the first is the one to send by. */
export function bindKinds(bind: GatewayRow['options']['bind']): readonly SmppBindKind[] {
  switch (bind) {
    case 'transceiver':
      return ['bind-transceiver'];
    case 'transmitter':
      return ['bind-transmitter'];
    case 'separate':
      return ['bind-transmitter', 'bind-receiver'];
  }
}

/** The links to one service centre, kept up, and what comes by them. */
export class SmppSession {
  readonly #options: SmppSessionOptions;
  readonly #keepers: readonly LinkKeeper[];
  readonly #saidOf = new Map<SmppBindKind, string>();
  /** Messages by the sequence number of a submit_sm that nothing was heard of. */
  readonly #late = new Map<number, string>();
  #down: LinkDown | undefined;

  constructor(options: SmppSessionOptions) {
    this.#options = options;
    this.#keepers = bindKinds(options.row.options.bind).map((kind) => this.#keeper(kind));
  }

  start(): void {
    this.#options.events.readiness({ ready: false, reason: 'connecting', detail: '' });
    for (const keeper of this.#keepers) keeper.start();
  }

  /** Signs off; no link is made any more. */
  close(): void {
    for (const keeper of this.#keepers) keeper.stop();
  }

  /** The link to send by, while it is bound. */
  get link(): SmppLink | undefined {
    return this.#keepers[0]?.link;
  }

  /** What the service centre calls itself. */
  get systemId(): string {
    return this.#keepers[0]?.systemId ?? '';
  }

  /** Gives up what this signal ended. */
  cutOff(signal: AbortSignal): void {
    for (const { link } of this.#keepers) link?.cutOff(signal);
  }

  /** What a message is told that finds no link. */
  whyNot(): Exclude<HandOver, { outcome: 'accepted' | 'aborted' | 'uncertain' }> {
    const detail = this.#down?.detail ?? 'not signed in yet';
    return this.#down?.reason === 'login-refused'
      ? { outcome: 'refused', reason: 'login-refused', detail, permanent: true, fault: 'gateway' }
      : { outcome: 'unreachable', detail };
  }

  /** Remembers a message whose answer may come late. */
  expectLate(sequence: number, messageId: string): void {
    this.#late.set(sequence, messageId);
    if (this.#late.size <= mostLate) return;
    for (const oldest of this.#late.keys()) {
      this.#late.delete(oldest);
      return;
    }
  }

  facts(): GatewayFacts {
    const [sender, receiver] = this.#keepers;
    if (sender?.link === undefined) return noGatewayFacts;
    const { bind } = this.#options.row.options;
    // Without its receiver, a pair is no more than a transmitter.
    const isWhole = bind !== 'separate' || receiver?.link !== undefined;
    return {
      ...noGatewayFacts,
      device: sender.systemId === '' ? null : sender.systemId,
      bound: isWhole ? bind : 'transmitter',
      connectedAt: sender.boundAt,
    };
  }

  /** Writes a line about this gateway. */
  say(level: LogLine['level'], key: LogLine['key'], params: LogLine['params']): void {
    const { log, row } = this.#options;
    const about = { level, area: 'sms', key, gatewayId: row.id } as const;
    log.write({ ...about, params: { gateway: row.name, ...params } });
  }

  #keeper(kind: SmppBindKind): LinkKeeper {
    const { clock, random, row, password } = this.#options;
    const keeper: LinkKeeper = new LinkKeeper(kind, {
      clock,
      random,
      bind: (signal, onClosed) =>
        bindLink({
          clock,
          row,
          password,
          kind,
          signal,
          onClosed,
          onDelivery: (delivery) => this.#take(delivery),
          onLateAnswer: (answer) => this.#takeLate(answer),
        }),
      onBound: () => this.#onBound(keeper),
      onDown: (down) => this.#onDown(kind, down),
    });
    return keeper;
  }

  #onBound({ kind, systemId }: LinkKeeper): void {
    const { events, row } = this.#options;
    this.#saidOf.delete(kind);
    const { host } = row.options;
    const centre = systemId === '' ? host : `${systemId} (${host})`;
    this.say('info', 'smpp.bound', { centre, bind: kind.replace('bind-', '') });
    if (kind === 'bind-receiver') {
      events.factsChanged();
      return;
    }
    this.#down = undefined;
    // Numbers begin anew with the link.
    this.#late.clear();
    events.readiness({ ready: true });
  }

  #onDown(kind: SmppBindKind, down: LinkDown): void {
    const { events } = this.#options;
    this.#sayDown(kind, down);
    if (kind === 'bind-receiver') {
      events.factsChanged();
      return;
    }
    this.#down = down;
    const { reason, detail } = down;
    events.readiness({ ready: false, reason, detail });
  }

  /** The same failure is told once, however often it is met. */
  #sayDown(kind: SmppBindKind, { reason, detail, wasBound, retryMs }: LinkDown): void {
    const said = `${reason} ${detail}`;
    if (this.#saidOf.get(kind) === said) return;
    this.#saidOf.set(kind, said);
    const params = { detail, seconds: Math.ceil(retryMs / 1_000) };
    if (wasBound) this.say('warn', 'smpp.link-lost', params);
    else if (reason === 'login-refused') this.say('error', 'smpp.bind-refused', params);
    else this.say('warn', 'smpp.unreachable', params);
  }

  /** Answers with the status for the centre: what is not stored is to be sent again. */
  async #take(delivery: SmppDelivery): Promise<number> {
    const { events, row } = this.#options;
    let read: ReadDelivery;
    try {
      read = readDelivery(delivery, row.options.textEncoding);
    } catch {
      // It would be no better the next time.
      return smppStatuses.receiverPermanent;
    }
    try {
      if (read.kind === 'report') await events.report(read.report);
      else if (read.kind === 'incoming') await events.incoming(read.part);
      return smppStatuses.ok;
    } catch {
      return smppStatuses.receiverTemporary;
    }
  }

  /** The centre has a message after all that was given up for want of an answer. */
  #takeLate(answer: SmppPdu): void {
    const messageId = this.#late.get(answer.sequence);
    if (answer.kind !== 'submit-sm-resp' || messageId === undefined) return;
    this.#late.delete(answer.sequence);
    if (answer.status !== smppStatuses.ok) return;
    const id = answer.messageId === '' ? {} : { providerId: answer.messageId };
    const report = { messageId, ...id, state: 'accepted', detail: 'a late answer' } as const;
    // Nobody waits for it: if it is lost, the message stays as uncertain as it was.
    void this.#options.events.report(report).catch(() => undefined);
  }
}
