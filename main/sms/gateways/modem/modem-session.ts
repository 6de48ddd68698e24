import type { Clock } from '../../../platform/clock.ts';
import type { LogWriter } from '../../../platform/logbook.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import type { GatewayEvents } from '../gateway.ts';
import { isRegistered } from './at-answers.ts';
import { AtLine } from './at-line.ts';
import type { Unsolicited } from './at-line.ts';
import { Inbox } from './inbox.ts';
import type { ModemFacts, ModemSettings, ModemStatus } from './modem-state.ts';
import { noModemFacts } from './modem-state.ts';
import type { PinMemory } from './pin-memory.ts';
import { readNetwork } from './read-network.ts';
import { sendParts } from './send-parts.ts';
import type { Sent } from './send-parts.ts';
import type { OpenSerial, SerialLink } from './serial-link.ts';
import { chooseIndications, setUpModem } from './set-up.ts';

/** What a session works with. */
export interface SessionDeps {
  readonly clock: Clock;
  readonly openSerial: OpenSerial;
  readonly pins: PinMemory;
  readonly log: LogWriter;
  readonly events: Pick<GatewayEvents, 'report' | 'incoming'>;
  readonly settings: ModemSettings;
}

/** What a session tells its keeper. */
export interface SessionEvents {
  /** The port is gone. */
  lost(detail: string): void;
  /** The modem has restarted, or the SIM is another: it is to be set up anew. */
  restarted(): void;
  /** Registration may have changed. */
  networkChanged(): void;
}

/** What a look at the modem found. */
export type Look = 'fine' | 'silent' | 'strange';

const checkMs = 5_000;
/** What modems say when they have started. `^BOOT` is not among them: some say it all the time. */
const startWords = /^(?:\^SYSSTART|\*PSUTTZ|\+PBREADY|RDY$|MODEM:STARTUP)/u;

/** A modem behind an open port, until that is lost. */
export class ModemSession {
  readonly #deps: SessionDeps;
  readonly #events: SessionEvents;
  #line: AtLine | undefined;
  #link: SerialLink | undefined;
  #inbox: Inbox | undefined;
  #facts: ModemFacts = noModemFacts;
  #lacksIndications = false;
  #needsAcknowledgement = false;

  constructor(deps: SessionDeps, events: SessionEvents) {
    this.#deps = deps;
    this.#events = events;
  }

  get facts(): ModemFacts {
    return this.#facts;
  }

  /** Opens the port. Rejects with a SerialError. */
  async open(): Promise<void> {
    const { openSerial, settings, clock } = this.#deps;
    const early: Uint8Array[] = [];
    let lostEarly: string | undefined;
    this.#link = await openSerial(settings.path, settings.baudRate, {
      data: (bytes) => {
        if (this.#line === undefined) early.push(bytes);
        else this.#line.receive(bytes);
      },
      lost: (detail) => {
        lostEarly = detail;
        this.#line?.lose(detail);
        this.#events.lost(detail);
      },
    });
    this.#line = new AtLine(this.#link, clock, (said) => this.#hear(said));
    for (const bytes of early) this.#line.receive(bytes);
    if (lostEarly !== undefined) this.#line.lose(lostEarly);
  }

  /** Sets the modem up, and takes what lies on the SIM. */
  async setUp(): Promise<ModemStatus> {
    const { clock, events, pins, settings } = this.#deps;
    const line = this.#opened();
    const { status, facts, needsAcknowledgement } = await setUpModem({
      ...{ line, clock, pins, settings },
    });
    this.#facts = facts;
    if (status.reason !== 'ok' && status.reason !== 'not-registered') return status;
    this.#needsAcknowledgement = needsAcknowledgement;
    this.#inbox ??= new Inbox({
      ...{ line, clock, events },
      needsAcknowledgement: () => this.#needsAcknowledgement,
      unreadable: (pdu) => this.#say('modem.unreadable', { pdu: pdu.slice(0, 400) }),
      unacknowledged: () => {
        this.#lacksIndications = true;
      },
    });
    this.#inbox.forgetMemory();
    // Messages go out meanwhile.
    void this.#inbox.sweep();
    return status;
  }

  /** Whether the modem answers, and still works with PDUs. */
  async look(): Promise<Look> {
    const line = this.#opened();
    const alive = await line.send({ text: 'AT', timeoutMs: checkMs });
    if (alive.kind === 'silence' && !alive.heard) return 'silent';
    const mode = await line.send({ text: 'AT+CMGF?', timeoutMs: checkMs });
    const isText = mode.kind === 'ok' && mode.lines.some((each) => /^\+CMGF: *1/u.test(each));
    return isText ? 'strange' : 'fine';
  }

  /** Asks for the network; tells whether messages go out. */
  async readNetwork(): Promise<ModemStatus> {
    this.#facts = { ...this.#facts, ...(await readNetwork(this.#opened())) };
    const { registration } = this.#facts;
    return isRegistered(registration)
      ? { reason: 'ok', detail: '' }
      : { reason: 'not-registered', detail: `registration: ${String(registration)}` };
  }

  /** Takes what lies on the SIM, in case that a notice was lost. */
  async sweep(): Promise<void> {
    if (this.#lacksIndications) {
      this.#lacksIndications = false;
      await chooseIndications({ line: this.#opened(), settings: this.#deps.settings });
    }
    await this.#inbox?.sweep();
  }

  /** Sends a message. Never rejects. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<Sent> {
    const { clock, settings } = this.#deps;
    return sendParts(
      {
        ...{ line: this.#opened(), clock, reports: settings.reports },
        makeRoom: async () => {
          const count = (await this.#inbox?.sweep()) ?? 0;
          this.#say('modem.sim-full', { count });
          return count;
        },
      },
      message,
      signal,
    );
  }

  /** Closes the port; commands under way end. */
  async close(): Promise<void> {
    this.#line?.lose('the port was closed');
    await this.#link?.close();
  }

  #opened(): AtLine {
    if (this.#line === undefined) throw new Error('the port is not open');
    return this.#line;
  }

  #hear(said: Unsolicited): void {
    if (startWords.test(said.line)) this.#events.restarted();
    else if (/^\+C[EG]?REG:/u.test(said.line)) this.#events.networkChanged();
    else this.#inbox?.hear(said);
  }

  #say(key: 'modem.unreadable' | 'modem.sim-full', params: Record<string, string | number>): void {
    const { log, settings } = this.#deps;
    const { name: gateway, gatewayId } = settings;
    log.write({ level: 'warn', area: 'sms', key, params: { gateway, ...params }, gatewayId });
  }
}
