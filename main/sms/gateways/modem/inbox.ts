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
import { parametersOf, valueOf } from './at-answers.ts';
import type { AtAnswer, AtLine, Unsolicited } from './at-line.ts';
import { pause } from '../../../platform/pause.ts';
import { reportStateOf, reportText } from './report-words.ts';

/** What the inbox works with. */
export interface InboxDeps {
  readonly line: AtLine;
  readonly clock: Clock;
  readonly events: Pick<GatewayEvents, 'report' | 'incoming'>;
  /** Whether messages that are handed on at once have to be acknowledged (27.005 §3.4.4). */
  needsAcknowledgement(): boolean;
  /** A PDU cannot be read: it is dropped. */
  unreadable(pdu: string): void;
  /** A message was not acknowledged, so the modem may have stopped handing them on. */
  unacknowledged(): void;
}

const answerMs = 10_000;
/** How often storing something is tried while the modem still holds it back. */
const storeTries = 3;
/**
 * A report may have to wait for the end of its own message, which may take longer than a modem waits
 * for the acknowledgement before it stops handing anything on.
 */
const acknowledgeMs = 8_000;
/** How long a sweep waits for what it found to be stored. */
const sweepMs = 5_000;
/** 27.005 §3.1: received unread, received read, stored unsent, stored sent. */
const storedSent = '3';
const received: ReadonlySet<string> = new Set(['0', '1']);

/** What came in by a modem: messages and reports, at once or by way of its memory. */
export class Inbox {
  readonly #deps: InboxDeps;
  /** Memory that the next reading command looks into; undefined while that is not known. */
  #memory: string | undefined;
  /** Places whose content is being stored, and the content. */
  readonly #taken = new Set<string>();
  /** Commands that belong together; what is stored is not waited for in between. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: InboxDeps) {
    this.#deps = deps;
  }

  /** The modem was set up anew: which memory it looks into is not known any more. */
  forgetMemory(): void {
    this.#memory = undefined;
  }

  /** Takes what the modem said by itself; lines that are none of its business are left alone. */
  hear({ line, pdu }: Unsolicited): void {
    if (pdu !== undefined) void this.#takeDirect(pdu);
    const notice = /^\+C(?:MT|DS)I: *"?(\w+)"? *, *(\d+)/u.exec(line);
    if (notice === null) return;
    const [, memory = '', index = ''] = notice;
    void this.#takeStored(memory, index);
  }

  /**
   * Takes everything that lies in the memory and frees its places, those of sent messages too.
   * Resolves with how many were freed so far; what takes longer to store is freed later.
   */
  async sweep(): Promise<number> {
    let freed = 0;
    const listed = await this.#together(() => this.#list());
    const work = listed.map(async ({ memory, index, status, pdu }) => {
      const isFreed =
        status === storedSent
          ? await this.#free(memory, index)
          : received.has(status) && isPdu(pdu) && (await this.#keep(memory, index, pdu));
      if (isFreed) freed += 1;
    });
    await Promise.race([Promise.all(work), pause(this.#deps.clock, sweepMs)]);
    return freed;
  }

  async #takeDirect(pdu: string): Promise<void> {
    const { clock, needsAcknowledgement, unacknowledged } = this.#deps;
    const stored = this.#storeDirect(pdu);
    const late = pause(clock, acknowledgeMs).then(() => true);
    if (!(await Promise.race([stored, late]))) return unacknowledged();
    if (needsAcknowledgement()) await this.#ask('AT+CNMA');
  }

  async #storeDirect(pdu: string): Promise<boolean> {
    for (let tries = 1; tries <= storeTries; tries += 1) {
      if (await this.#store(pdu)) return true;
      if (tries < storeTries) await pause(this.#deps.clock, tries * 1_000);
    }
    return false;
  }

  async #takeStored(memory: string, index: string): Promise<void> {
    const answer = await this.#together(async () =>
      (await this.#choose(memory)) ? this.#ask(`AT+CMGR=${index}`) : undefined,
    );
    if (answer?.kind !== 'ok') return;
    const at = answer.lines.findIndex((line) => line.startsWith('+CMGR:'));
    const pdu = answer.lines[at + 1];
    // A sweep may have taken it already.
    if (at === -1 || pdu === undefined || !isPdu(pdu)) return;
    await this.#keep(memory, index, pdu);
  }

  async #list(): Promise<Listed[]> {
    if (this.#memory === undefined) {
      const told = await this.#ask('AT+CPMS?');
      const value = told.kind === 'ok' ? valueOf(told.lines, '+CPMS:') : undefined;
      this.#memory = value === undefined ? undefined : parametersOf(value)[0];
    }
    if (this.#memory === 'SR') await this.#choose('SM');
    const memory = this.#memory;
    const answer = await this.#ask('AT+CMGL=4');
    if (answer.kind !== 'ok') return [];
    const listed: Listed[] = [];
    for (const [at, line] of answer.lines.entries()) {
      if (!line.startsWith('+CMGL:')) continue;
      const [index = '', status = ''] = parametersOf(line.slice('+CMGL:'.length).trim());
      listed.push({ memory, index, status, pdu: answer.lines[at + 1] ?? '' });
    }
    return listed;
  }

  /** Stores what lies at a place, once, and frees the place then. */
  async #keep(memory: string | undefined, index: string, pdu: string): Promise<boolean> {
    const place = `${index} ${pdu}`;
    if (this.#taken.has(place)) return false;
    this.#taken.add(place);
    try {
      return (await this.#store(pdu)) && (await this.#free(memory, index));
    } finally {
      this.#taken.delete(place);
    }
  }

  #free(memory: string | undefined, index: string): Promise<boolean> {
    return this.#together(async () => {
      if (memory !== undefined && !(await this.#choose(memory))) return false;
      return (await this.#ask(`AT+CMGD=${index}`)).kind === 'ok';
    });
  }

  #together<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done;
    return done;
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

/** A place of the memory; undefined is the memory that the modem looks into by itself. */
interface Listed {
  readonly memory: string | undefined;
  readonly index: string;
  readonly status: string;
  readonly pdu: string;
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
