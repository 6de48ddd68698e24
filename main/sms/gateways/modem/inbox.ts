import type { Clock } from '../../../platform/clock.ts';
import { fromHex } from '../../../codecs/bytes.ts';
import { CodecError } from '../../../codecs/codec-error.ts';
import {
  decodeAtPdu,
  decodeIncoming,
  formatAddress,
  timestampToEpoch,
} from '../../../codecs/gsm-sms/index.ts';
import type { SmsTimestamp } from '../../../codecs/gsm-sms/index.ts';
import type { GatewayEvents } from '../gateway.ts';
import { parametersOf } from './at-answers.ts';
import type { AtAnswer, AtLine, Unsolicited } from './at-line.ts';
import { pause } from './pause.ts';
import { reportStateOf, reportText } from './report-words.ts';

/** What the inbox works with. */
export interface InboxDeps {
  readonly line: AtLine;
  readonly clock: Clock;
  readonly events: Pick<GatewayEvents, 'report' | 'incoming'>;
  /** Messages that are handed on at once have to be acknowledged (27.005 §3.4.4). */
  readonly needsAcknowledgement: boolean;
  /** A PDU cannot be read: it is dropped. */
  unreadable(pdu: string): void;
  /** A message was not acknowledged, so the modem may have stopped handing them on. */
  unacknowledged(): void;
}

const answerMs = 10_000;
/** How often storing something is tried while the modem still holds it back. */
const storeTries = 3;
/** 27.005 §3.1: received unread, received read, stored unsent, stored sent. */
const storedSent = '3';
const received: ReadonlySet<string> = new Set(['0', '1']);

/** What came in by a modem: messages and reports, at once or by way of its memory. */
export class Inbox {
  readonly #deps: InboxDeps;
  /** Memory that the next reading command looks into; undefined before any was chosen. */
  #memory: string | undefined;
  /** One after another: what a notice tells of may be read by a sweep meanwhile. */
  #last: Promise<void> = Promise.resolve();

  constructor(deps: InboxDeps) {
    this.#deps = deps;
  }

  /** Takes what the modem said by itself; lines that are none of its business are left alone. */
  hear({ line, pdu }: Unsolicited): void {
    if (pdu !== undefined) void this.#queue(() => this.#takeDirect(pdu));
    const notice = /^\+C(?:MT|DS)I: *"?(\w+)"? *, *(\d+)/u.exec(line);
    if (notice === null) return;
    const [, memory = '', index = ''] = notice;
    void this.#queue(() => this.#takeStored(memory, index));
  }

  /**
   * Takes everything that lies in the memory and frees its places, those of sent messages too.
   * Resolves with how many were freed.
   */
  async sweep(): Promise<number> {
    let freed = 0;
    await this.#queue(async () => {
      freed = await this.#sweep();
    });
    return freed;
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work);
    return this.#last;
  }

  async #takeDirect(pdu: string): Promise<void> {
    const { clock, needsAcknowledgement, unacknowledged } = this.#deps;
    for (let tries = 1; !(await this.#store(pdu)); tries += 1) {
      if (tries === storeTries) {
        unacknowledged();
        return;
      }
      await pause(clock, tries * 1_000);
    }
    if (needsAcknowledgement) await this.#ask('AT+CNMA');
  }

  async #takeStored(memory: string, index: string): Promise<void> {
    if (!(await this.#choose(memory))) return;
    const answer = await this.#ask(`AT+CMGR=${index}`);
    if (answer.kind !== 'ok') return;
    const at = answer.lines.findIndex((line) => line.startsWith('+CMGR:'));
    const pdu = answer.lines[at + 1];
    // A sweep may have taken it already.
    if (at === -1 || pdu === undefined || !isPdu(pdu)) return;
    if (await this.#store(pdu)) await this.#ask(`AT+CMGD=${index}`);
  }

  async #sweep(): Promise<number> {
    if (this.#memory === 'SR') await this.#choose('SM');
    const answer = await this.#ask('AT+CMGL=4');
    if (answer.kind !== 'ok') return 0;
    let freed = 0;
    for (const [at, line] of answer.lines.entries()) {
      if (!line.startsWith('+CMGL:')) continue;
      const [index = '', status = ''] = parametersOf(line.slice('+CMGL:'.length).trim());
      const pdu = answer.lines[at + 1] ?? '';
      const isDone =
        status === storedSent || (received.has(status) && isPdu(pdu) && (await this.#store(pdu)));
      if (isDone && (await this.#ask(`AT+CMGD=${index}`)).kind === 'ok') freed += 1;
    }
    return freed;
  }

  async #choose(memory: string): Promise<boolean> {
    if (this.#memory === memory) return true;
    const isChosen = (await this.#ask(`AT+CPMS="${memory}"`)).kind === 'ok';
    if (isChosen) this.#memory = memory;
    return isChosen;
  }

  #ask(text: string): Promise<AtAnswer> {
    return this.#deps.line.send({ text, timeoutMs: answerMs });
  }

  /** Whether the modem may forget it. */
  async #store(pdu: string): Promise<boolean> {
    const told = readPdu(pdu);
    if (told === undefined) {
      this.#deps.unreadable(pdu);
      return true;
    }
    try {
      await told(this.#deps.events);
      return true;
    } catch {
      return false;
    }
  }
}

type Tell = (events: InboxDeps['events']) => Promise<void>;

function readPdu(pdu: string): Tell | undefined {
  try {
    const sms = decodeIncoming(decodeAtPdu(fromHex(pdu)).tpdu);
    if (sms.kind === 'status-report') {
      const { messageReference, recipient, status, discharged } = sms.report;
      const at = instantOf(discharged);
      return (events) =>
        events.report({
          providerId: String(messageReference),
          number: formatAddress(recipient),
          state: reportStateOf(status),
          detail: reportText(status),
          ...(at === null ? {} : { at }),
        });
    }
    const { originator, dataCoding, udh, data, timestamp } = sms.deliver;
    return (events) =>
      events.incoming({
        number: formatAddress(originator),
        dcs: dataCoding,
        part: { udh, data },
        sentAt: instantOf(timestamp),
      });
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}

/** Service centres write zeros where there is no time. */
function instantOf(timestamp: SmsTimestamp): number | null {
  return timestamp.month === 0 || timestamp.day === 0 ? null : timestampToEpoch(timestamp);
}

function isPdu(line: string): boolean {
  return /^(?:[0-9A-Fa-f]{2})+$/u.test(line);
}
