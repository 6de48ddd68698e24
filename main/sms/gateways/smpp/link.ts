import type { Socket } from 'node:net';
import { ByteReader } from '../../../codecs/bytes.ts';
import { CodecError } from '../../../codecs/codec-error.ts';
import { decodePdu, encodePdu, SmppFramer, smppStatuses } from '../../../codecs/smpp/index.ts';
import type { SmppPdu, SmppPduOf } from '../../../codecs/smpp/index.ts';
import type { Clock, Stop } from '../../../platform/clock.ts';
import { errorText } from '../http-call.ts';
import { PendingRequests } from './pending.ts';
import type { LinkAnswer } from './pending.ts';

/** Sequence numbers end here and begin again (SMPP 3.4 §3.2). */
const lastSequence = 0x7fff_ffff;
const responseBit = 0x8000_0000;
/** A request whose answer is waited for when the link is closed. */
const unbindWaitMs = 2_000;
/**
 * Deliveries that are being stored; what comes beyond is to be sent again. Many, as centres have
 * windows of their own and not all of them take a refusal for what it is.
 */
const mostUnstored = 16_384;
/** Octets that may wait to be read by the far side before it counts as dead. */
const mostUnread = 8 * 1024 * 1024;
/** Requests without an answer of their own: alert_notification and outbind (§4.1.7, §4.12). */
const unansweredIds: ReadonlySet<number> = new Set([0x102, 0x0b]);

/** What comes from a service centre by itself. */
export type SmppDelivery = SmppPduOf<'deliver-sm' | 'data-sm'>;

/** What a link is made with. */
export interface SmppLinkOptions {
  readonly clock: Clock;
  /** Time for every answer. */
  readonly timeoutMs: number;
  readonly enquireMs: number;
  /** Takes a delivery; resolves with the status that it is answered with. Never rejects. */
  onDelivery(delivery: SmppDelivery): Promise<number>;
  /** An answer came after it was given up. */
  onLateAnswer(answer: SmppPdu): void;
  /** The link is over, whoever ended it. Called once. */
  onClosed(why: string): void;
}

/**
 * One connection to a service centre: requests and their answers by sequence number, enquire_link
 * both ways, and what the centre sends by itself. It does not sign in.
 */
export class SmppLink {
  readonly #socket: Socket;
  readonly #options: SmppLinkOptions;
  readonly #framer = new SmppFramer();
  readonly #pending: PendingRequests;
  #sequence = 0;
  /** Written together at the end of the tick. */
  #out: Uint8Array[] = [];
  #isOver = false;
  #isClosing = false;
  #unstored = 0;
  #wasHeard = true;
  #isEnquiring = false;
  #stopEnquiring: Stop;

  constructor(socket: Socket, options: SmppLinkOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#pending = new PendingRequests(options.clock, options.timeoutMs, () => {
      // Whoever is gone is to be found out before more messages get lost with him.
      if (!this.#isEnquiring && !this.#isClosing) this.#enquire();
    });
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('error', (error) => this.drop(errorText(error)));
    socket.on('end', () => this.drop('the service centre closed the connection'));
    socket.on('close', () => this.drop('the connection was closed'));
    this.#stopEnquiring = options.clock.after(options.enquireMs, () => this.#enquire());
  }

  /** The number for the next request. */
  nextSequence(): number {
    this.#sequence = this.#sequence === lastSequence ? 1 : this.#sequence + 1;
    return this.#sequence;
  }

  /**
   * Sends a request and waits for its answer. Never rejects.
   *
   * @throws CodecError at once for a PDU that has something in it that does not fit
   */
  request(pdu: SmppPdu, signal?: AbortSignal): Promise<LinkAnswer> {
    const bytes = encodePdu(pdu);
    if (this.#isOver) return Promise.resolve({ kind: 'unsent', detail: 'the link was closed' });
    const answer = this.#pending.add(pdu.sequence, signal);
    this.#write(bytes);
    return answer;
  }

  /** Gives up the requests that this signal ended. */
  cutOff(signal: AbortSignal): void {
    this.#pending.cutOff(signal);
  }

  /** Signs off and closes; a centre that does not answer is not waited for long. */
  async close(): Promise<void> {
    if (this.#isOver || this.#isClosing) return;
    this.#isClosing = true;
    this.#socket.unref();
    const stopTimer = this.#options.clock.after(unbindWaitMs, () => this.drop('closed'));
    await this.request({ kind: 'unbind', sequence: this.nextSequence() });
    stopTimer();
    this.drop('closed');
  }

  /** Cuts the connection. */
  drop(why: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopEnquiring();
    this.#pending.end(why);
    this.#socket.destroy();
    this.#options.onClosed(why);
  }

  #write(bytes: Uint8Array): void {
    this.#out.push(bytes);
    // Behind all promises that settle in this tick, so that what they send goes in one piece.
    if (this.#out.length === 1) process.nextTick(() => this.#flush());
  }

  #flush(): void {
    if (this.#isOver || this.#out.length === 0) return;
    const out = this.#out;
    this.#out = [];
    this.#pending.written();
    this.#socket.write(out.length === 1 ? (out[0] ?? '') : Buffer.concat(out));
    if (this.#socket.writableLength > mostUnread) this.drop('the service centre does not read');
  }

  #send(pdu: SmppPdu): void {
    if (!this.#isOver) this.#write(encodePdu(pdu));
  }

  #read(chunk: Buffer): void {
    this.#wasHeard = true;
    let pdus: Uint8Array[];
    try {
      pdus = this.#framer.push(chunk);
    } catch {
      this.#refuseStream();
      return;
    }
    for (const bytes of pdus) {
      if (this.#isOver) return;
      this.#readPdu(bytes);
    }
  }

  /** What follows is no PDU: says so, and ends. */
  #refuseStream(): void {
    this.#send({ kind: 'generic-nack', sequence: 0, status: smppStatuses.invalidCommandLength });
    this.#flush();
    this.drop('the service centre sent something that is no SMPP');
  }

  #readPdu(bytes: Uint8Array): void {
    let pdu: SmppPdu;
    try {
      pdu = decodePdu(bytes);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      this.#refusePdu(bytes);
      return;
    }
    switch (pdu.kind) {
      case 'deliver-sm':
      case 'data-sm':
        void this.#take(pdu);
        return;
      case 'enquire-link':
        this.#send({ kind: 'enquire-link-resp', sequence: pdu.sequence, status: smppStatuses.ok });
        return;
      case 'unbind':
        this.#send({ kind: 'unbind-resp', sequence: pdu.sequence, status: smppStatuses.ok });
        this.#flush();
        this.drop('the service centre signed us off');
        return;
      case 'bind-receiver':
      case 'bind-transmitter':
      case 'bind-transceiver':
      case 'submit-sm':
        this.#nack(pdu.sequence, smppStatuses.invalidCommandId);
        return;
      case 'other':
        if (pdu.commandId < responseBit && !unansweredIds.has(pdu.commandId)) {
          this.#nack(pdu.sequence, smppStatuses.invalidCommandId);
        }
        return;
      default:
        if (!this.#pending.answer(pdu)) this.#options.onLateAnswer(pdu);
    }
  }

  /** A PDU of a right length whose body is broken; those behind it can still be read. */
  #refusePdu(bytes: Uint8Array): void {
    const reader = new ByteReader(bytes, 'smpp', 4);
    const isResponse = reader.u8() >= 0x80;
    const sequence = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12);
    if (isResponse) this.#pending.unreadable(sequence);
    else this.#nack(sequence, smppStatuses.invalidCommandLength);
  }

  #nack(sequence: number, status: number): void {
    this.#send({ kind: 'generic-nack', sequence, status });
  }

  async #take(delivery: SmppDelivery): Promise<void> {
    let status: number = smppStatuses.receiverTemporary;
    if (this.#unstored < mostUnstored) {
      this.#unstored += 1;
      status = await this.#options.onDelivery(delivery);
      this.#unstored -= 1;
    }
    const { kind, sequence } = delivery;
    this.#send({ kind: `${kind}-resp`, sequence, status, messageId: '', parameters: [] });
  }

  #enquire(): void {
    const { clock, enquireMs, timeoutMs } = this.#options;
    this.#stopEnquiring();
    this.#isEnquiring = true;
    this.#wasHeard = false;
    this.#send({ kind: 'enquire-link', sequence: this.nextSequence() });
    const waitMs = Math.min(timeoutMs, enquireMs);
    this.#stopEnquiring = clock.after(waitMs, () => {
      this.#isEnquiring = false;
      // Whatever came meanwhile shows that somebody is there.
      if (!this.#wasHeard) {
        this.drop(`no answer to enquire_link within ${String(waitMs / 1_000)} s`);
        return;
      }
      this.#stopEnquiring = clock.after(enquireMs - waitMs, () => this.#enquire());
    });
  }
}
