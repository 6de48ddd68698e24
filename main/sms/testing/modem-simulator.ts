import type { Clock, Stop } from '../../platform/clock.ts';
import { seededRandom } from '../../platform/random.ts';
import { deliverPdu, statusReportPdu } from './modem-incoming-pdu.ts';
import { answerCommand } from './modem-commands.ts';
import type { ModemStore } from './modem-commands.ts';
import { SubmitFault, checkSubmit } from './modem-submit-check.ts';
import type { SubmittedSms } from './modem-submit-check.ts';

/** What goes wrong with a command. */
export type ModemFault =
  | { readonly kind: 'cms' | 'cme'; readonly code: number }
  | { readonly kind: 'hang'; readonly ms: number }
  | {
      readonly kind:
        | 'error'
        | 'no-answer'
        | 'no-prompt'
        | 'no-final'
        | 'garbage'
        | 'truncated'
        | 'reset'
        | 'unplug';
    };

/** When a fault strikes: at the nth command of its name, with a probability, or each time. */
export type FaultRule = ModemFault & {
  /** `CMGS`, `CSQ` …; empty is every command. */
  readonly command: string;
  readonly nth?: number;
  readonly probability?: number;
};

/** How a simulated modem behaves. */
export interface ModemOptions {
  readonly clock: Clock;
  /** Milliseconds that the network takes for a message. */
  readonly latencyMs?: number;
  /** Milliseconds until the report of delivery. */
  readonly reportMs?: number;
  /** The SIM is locked with it. */
  readonly pin?: string;
  readonly faults?: readonly FaultRule[];
  /** What it sends is cut into pieces of so many octets. */
  readonly chunk?: number;
  /** The memory has so many places. */
  readonly places?: number;
}

/** A message that the network took. */
export type NetworkSms = SubmittedSms & { readonly reference: number; readonly at: number };

/** TP-ST that the report of a number ends with; others are delivered. */
const statusByEnding = [
  ['000777', 0x46],
  ['000776', 0x65],
] as const;
const escape = 0x1b;
const controlZ = 0x1a;

/**
 * A GSM modem of 27.005 in PDU mode, from its serial line to the network: echo, prompt, memory, PIN,
 * reports, and whatever goes wrong with real ones.
 */
export class ModemSimulator {
  readonly sent: NetworkSms[] = [];
  /** Command lines in their order. */
  readonly commands: string[] = [];
  /** Messages that were not right. */
  readonly rejected: string[] = [];
  readonly faults: FaultRule[];
  readonly store: ModemStore;
  readonly #options: ModemOptions;
  readonly #random = seededRandom(11);
  readonly #counts = new Map<string, number>();
  readonly #held: string[] = [];
  readonly #timers = new Set<Stop>();
  #output: ((bytes: Uint8Array) => void) | undefined;
  #unplugged: (() => void) | undefined;
  #typed = '';
  #declared = 0;
  #mode: 'command' | 'pdu' = 'command';
  #isBusy = false;
  #submitFault: ModemFault | undefined;
  #reference = 0;

  constructor(options: ModemOptions) {
    this.#options = options;
    this.faults = [...(options.faults ?? [])];
    this.store = {
      ...{ echo: true, cmee: 0, csms: 0, cnmi: [0, 0, 0, 0, 0], cregMode: 0 },
      ...{ registration: 1, strength: 20, serviceCentre: '+48601000310' },
      ...{ pin: options.pin, isUnlocked: options.pin === undefined, pinTries: 3 },
      ...{ memory: 'SM', places: options.places ?? 20, messages: new Map(), reports: new Map() },
      acknowledged: 0,
    };
  }

  /** Connects a line; the answer takes what is typed. */
  attach(output: (bytes: Uint8Array) => void, unplugged?: () => void): (bytes: Uint8Array) => void {
    this.#output = output;
    this.#unplugged = unplugged;
    return (bytes) => {
      for (const octet of bytes) this.#type(octet);
    };
  }

  /** The line is cut; what was typed is lost. */
  detach(): void {
    this.#output = undefined;
    this.#typed = '';
    this.#mode = 'command';
  }

  /** A phone sends a text; where it goes is what `AT+CNMI` said. */
  deliver(number: string, text: string): void {
    const { store } = this;
    const { line, length } = deliverPdu(number, text, this.#options.clock.now());
    if (store.cnmi[1] === 2) {
      this.say(`+CMT: ,${String(length)}\r\n${line}`);
      return;
    }
    const index = this.#keep(store.messages, { status: 0, line, length });
    if (store.cnmi[1] === 1 && index !== undefined) this.say(`+CMTI: "SM",${String(index)}`);
  }

  /** Puts something into the memory without a word. */
  put(status: number, line: string, length: number): void {
    this.#keep(this.store.messages, { status, line, length });
  }

  /** Says something by itself, as soon as no command is under way (27.005 §3.4.1, mode 2). */
  say(line: string): void {
    this.#held.push(`\r\n${line}\r\n`);
    this.#flush();
  }

  /** Starts anew: settings and the PIN's acceptance are gone. */
  reset(): void {
    const { store } = this;
    Object.assign(store, { echo: true, cmee: 0, csms: 0, cnmi: [0, 0, 0, 0, 0], cregMode: 0 });
    store.isUnlocked = store.pin === undefined;
    this.#mode = 'command';
    this.#typed = '';
    this.#isBusy = true;
    this.#after(2_000, () => {
      this.#isBusy = false;
      this.#write('\r\n^SYSSTART\r\n');
    });
  }

  /** Registration changes; told when that was asked for. */
  register(registration: number): void {
    this.store.registration = registration;
    if (this.store.cregMode > 0) this.say(`+CREG: ${String(registration)}`);
  }

  /** Nothing more happens. */
  stop(): void {
    for (const stop of this.#timers) stop();
    this.#timers.clear();
    this.detach();
  }

  #type(octet: number): void {
    const letter = String.fromCharCode(octet);
    if (this.#mode === 'pdu') {
      if (octet === controlZ) this.#submit();
      else if (octet === escape) {
        this.#mode = 'command';
        this.#typed = '';
        this.#write('\r\nOK\r\n');
      } else {
        if (this.store.echo) this.#write(letter);
        this.#typed += letter;
      }
      return;
    }
    // What comes in the middle of a command is lost, as with real ones.
    if (this.#isBusy) return;
    if (this.store.echo) this.#write(letter);
    if (letter === '\r') {
      const line = this.#typed;
      this.#typed = '';
      this.#command(line);
      this.#flush();
    } else if (octet === escape || octet === controlZ) this.#typed = '';
    else if (letter !== '\n') this.#typed += letter;
  }

  #command(line: string): void {
    const start = line.toUpperCase().indexOf('AT');
    if (start === -1) return;
    this.commands.push(line.slice(start));
    // Commands of one line are split at semicolons (V.250 §5.2.1).
    const parts = line.slice(start + 2).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
    for (const part of parts) {
      const text = part.trim();
      const name = /^\+?([A-Z&^]*)/iu.exec(text)?.[1]?.toUpperCase() ?? '';
      const fault = this.#faultOf(name);
      if (fault !== undefined && name !== 'CMGS') return this.#fail(fault, text);
      if (name === 'CMGS') return this.#prompt(text, fault);
      const { lines, final } = answerCommand(this.store, text);
      for (const each of lines) this.#write(`\r\n${each}\r\n`);
      if (final !== 'OK') return this.#write(`\r\n${final}\r\n`);
    }
    this.#write('\r\nOK\r\n');
  }

  #prompt(text: string, fault: ModemFault | undefined): void {
    const { isUnlocked } = this.store;
    const length = /^\+CMGS=(\d+)$/iu.exec(text)?.[1];
    if (/^\+CMGS=\?$/iu.test(text)) return this.#write('\r\nOK\r\n');
    if (!isUnlocked) return this.#write('\r\n+CMS ERROR: 311\r\n');
    if (length === undefined || Number(length) > 164) {
      return this.#write('\r\n+CMS ERROR: 304\r\n');
    }
    if (fault?.kind === 'reset') return this.reset();
    if (fault?.kind === 'no-prompt') return;
    if (fault?.kind === 'garbage') this.#garbage();
    this.#declared = Number(length);
    this.#submitFault = fault;
    this.#mode = 'pdu';
    this.#typed = '';
    this.#write('\r\n> ');
  }

  #submit(): void {
    const line = this.#typed.trim();
    this.#typed = '';
    this.#mode = 'command';
    const fault = this.#submitFault;
    let sms: SubmittedSms;
    try {
      sms = checkSubmit(line, this.#declared);
    } catch (error) {
      if (!(error instanceof SubmitFault)) throw error;
      this.rejected.push(`${error.message}: ${line}`);
      return this.#write(`\r\n+CMS ERROR: ${String(error.code)}\r\n`);
    }
    this.#isBusy = true;
    const extra = fault?.kind === 'hang' ? fault.ms : 0;
    if (fault?.kind === 'unplug') return this.#unplug();
    this.#after((this.#options.latencyMs ?? 0) + extra, () => {
      this.#isBusy = false;
      this.#sent(sms, fault);
      this.#flush();
    });
  }

  #sent(sms: SubmittedSms, fault: ModemFault | undefined): void {
    if (fault?.kind === 'no-answer') return;
    if (fault?.kind === 'cms') return this.#write(`\r\n+CMS ERROR: ${String(fault.code)}\r\n`);
    if (fault?.kind === 'error') return this.#write('\r\nERROR\r\n');
    const { registration, cnmi } = this.store;
    if (registration !== 1 && registration !== 5) return this.#write('\r\n+CMS ERROR: 331\r\n');
    this.#reference = (this.#reference + 1) & 0xff;
    const reference = this.#reference;
    this.sent.push({ ...sms, reference, at: this.#options.clock.now() });
    if (fault?.kind === 'truncated') this.#write('\r\n+CMG');
    else this.#write(`\r\n+CMGS: ${String(reference)}\r\n`);
    if (fault?.kind !== 'truncated' && fault?.kind !== 'no-final') this.#write('\r\nOK\r\n');
    if (!sms.wantsReport) return;
    const found = statusByEnding.find(([ending]) => sms.number.endsWith(ending));
    this.#after(this.#options.reportMs ?? 0, () => {
      const { line, length } = statusReportPdu({
        ...{ reference, number: sms.number, status: found?.[1] ?? 0 },
        at: this.#options.clock.now(),
      });
      if (cnmi[3] === 1) this.say(`+CDS: ${String(length)}\r\n${line}`);
      else if (cnmi[3] === 2) {
        const index = this.#keep(this.store.reports, { status: 0, line, length });
        if (index !== undefined) this.say(`+CDSI: "SR",${String(index)}`);
      } else this.#keep(this.store.messages, { status: 0, line, length });
    });
  }

  #fail(fault: ModemFault, text: string): void {
    switch (fault.kind) {
      case 'cms':
      case 'cme':
        return this.#write(`\r\n+${fault.kind.toUpperCase()} ERROR: ${String(fault.code)}\r\n`);
      case 'error':
        return this.#write('\r\nERROR\r\n');
      case 'hang':
        this.#isBusy = true;
        this.#after(fault.ms, () => {
          this.#isBusy = false;
          this.#write('\r\nOK\r\n');
        });
        return;
      case 'garbage': {
        this.#garbage();
        const { lines, final } = answerCommand(this.store, text);
        return this.#write([...lines, final].map((line) => `\r\n${line}\r\n`).join(''));
      }
      case 'truncated':
        return this.#write('\r\n+C');
      case 'reset':
        return this.reset();
      case 'unplug':
        return this.#unplug();
      case 'no-answer':
      case 'no-prompt':
      case 'no-final':
    }
  }

  #unplug(): void {
    const tell = this.#unplugged;
    this.reset();
    this.detach();
    tell?.();
  }

  #faultOf(name: string): ModemFault | undefined {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return this.faults.find(({ command, nth, probability }) => {
      if ((command !== '' && command !== name) || (nth !== undefined && nth !== count))
        return false;
      return probability === undefined || this.#random.integer(1_000) < probability * 1_000;
    });
  }

  #garbage(): void {
    // Nothing that means something at the beginning of a line.
    const octets = this.#random.bytes(24).map((octet) => (octet === 0x3e ? 0x3f : octet));
    this.#output?.(octets);
  }

  #keep(
    memory: ModemStore['messages'],
    message: { status: number; line: string; length: number },
  ): number | undefined {
    for (let index = 1; index <= this.store.places; index += 1) {
      if (memory.has(index)) continue;
      memory.set(index, message);
      return index;
    }
    return undefined;
  }

  #flush(): void {
    if (this.#isBusy || this.#mode === 'pdu' || this.#typed !== '') return;
    for (const text of this.#held.splice(0)) this.#write(text);
  }

  #write(text: string): void {
    const octets = Buffer.from(text, 'latin1');
    const size = this.#options.chunk ?? octets.length;
    for (let at = 0; at < octets.length; at += size) {
      this.#output?.(Uint8Array.from(octets.subarray(at, at + size)));
    }
  }

  #after(ms: number, callback: () => void): void {
    const stop = this.#options.clock.after(ms, () => {
      this.#timers.delete(stop);
      callback();
    });
    this.#timers.add(stop);
  }
}
