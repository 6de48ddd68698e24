import type { Clock, Stop } from '../../../platform/clock.ts';
import type { ModemError } from './error-codes.ts';
import { readModemError } from './error-codes.ts';
import { LineReader } from './line-reader.ts';
import type { SerialLink } from './serial-link.ts';

/** What became of a command. */
export type AtAnswer =
  | { readonly kind: 'ok'; readonly lines: readonly string[] }
  | { readonly kind: 'error'; readonly error: ModemError; readonly lines: readonly string[] }
  /** No last line came in time. `heard` tells whether anything came since the last writing. */
  | {
      readonly kind: 'silence';
      readonly heard: boolean;
      readonly lines: readonly string[];
      /** Whether data that follows the prompt was written. */
      readonly written: boolean;
    }
  | { readonly kind: 'lost'; readonly detail: string; readonly written: boolean };

/** How a command is given. */
export interface AtCommand {
  /** Without the carriage return: `AT+CSQ`. */
  readonly text: string;
  readonly timeoutMs: number;
  /** What is written when the modem prompts for it; Ctrl-Z is added. */
  readonly afterPrompt?: string;
  /** Milliseconds until the prompt has to be there. */
  readonly promptMs?: number;
  /** A line that settles it even if no OK follows. */
  readonly enough?: RegExp;
}

/** A modem says something that nobody asked for. */
export interface Unsolicited {
  /** `+CMTI: "SM",3`. */
  readonly line: string;
  /** The line that follows `+CMT:` and `+CDS:`. */
  readonly pdu: string | undefined;
}

interface Running {
  readonly command: AtCommand;
  readonly settle: (answer: AtAnswer) => void;
  readonly lines: string[];
  /** `prompt`: the prompt is waited for. */
  stage: 'answer' | 'prompt' | 'written';
  heard: boolean;
  isEnough: boolean;
  stopTimer: Stop;
}

const escape = Uint8Array.of(0x1b);
const controlZ = '\u001a';
/** How long the OK of an answer that says enough is waited for. */
const tailMs = 2_000;

/** Commands and answers over a serial line, one command at a time (27.005, V.250). */
export class AtLine {
  readonly #link: SerialLink;
  readonly #clock: Clock;
  readonly #unsolicited: (said: Unsolicited) => void;
  readonly #reader: LineReader;
  #running: Running | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #lost: string | undefined;
  /** A `+CMT:` or `+CDS:` whose PDU line has not come yet. */
  #head: string | undefined;

  constructor(link: SerialLink, clock: Clock, unsolicited: (said: Unsolicited) => void) {
    this.#link = link;
    this.#clock = clock;
    this.#unsolicited = unsolicited;
    this.#reader = new LineReader(
      (line) => this.#take(line),
      () => this.#prompted(),
    );
  }

  /** Gives a command when those before it are done. Never rejects. */
  send(command: AtCommand): Promise<AtAnswer> {
    const answer = this.#last.then(() => this.#run(command));
    this.#last = answer;
    return answer;
  }

  /** Takes octets of the modem. */
  receive(bytes: Uint8Array): void {
    if (this.#running !== undefined) this.#running.heard = true;
    this.#reader.push(bytes);
  }

  /** Writes octets outside of any command, to wake a modem that is stuck. */
  poke(bytes: Uint8Array): void {
    this.#link.write(bytes);
  }

  /** The line is gone: the command that runs and all later ones end. */
  lose(detail: string): void {
    this.#lost ??= detail;
    const running = this.#running;
    if (running === undefined) return;
    this.#end({ kind: 'lost', detail, written: running.stage === 'written' });
  }

  #run(command: AtCommand): Promise<AtAnswer> {
    if (this.#lost !== undefined) {
      return Promise.resolve({ kind: 'lost', detail: this.#lost, written: false });
    }
    return new Promise((settle) => {
      const hasPrompt = command.afterPrompt !== undefined;
      const timeoutMs = hasPrompt ? (command.promptMs ?? command.timeoutMs) : command.timeoutMs;
      this.#running = {
        command,
        settle,
        lines: [],
        stage: hasPrompt ? 'prompt' : 'answer',
        heard: false,
        isEnough: false,
        stopTimer: this.#clock.after(timeoutMs, () => this.#timeout()),
      };
      this.#link.write(latin1(`${command.text}\r`));
    });
  }

  #timeout(): void {
    const running = this.#running;
    if (running === undefined) return;
    const { lines, heard, stage } = running;
    if (running.isEnough) return this.#end({ kind: 'ok', lines });
    // Leaves a prompt that was cut off on the way, or comes yet.
    if (stage === 'prompt') this.#link.write(escape);
    this.#end({ kind: 'silence', heard, lines, written: stage === 'written' });
  }

  #end(answer: AtAnswer): void {
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    running.stopTimer();
    running.settle(answer);
  }

  #prompted(): void {
    const running = this.#running;
    if (running?.stage !== 'prompt') {
      // After the data the prompt may come again, as echo. Otherwise it is one that came too late.
      if (running?.stage !== 'written') this.#link.write(escape);
      return;
    }
    running.stage = 'written';
    running.lines.length = 0;
    running.heard = false;
    running.stopTimer();
    running.stopTimer = this.#clock.after(running.command.timeoutMs, () => this.#timeout());
    this.#link.write(latin1(`${running.command.afterPrompt ?? ''}${controlZ}`));
  }

  #take(line: string): void {
    if (this.#head !== undefined) {
      const head = this.#head;
      this.#head = undefined;
      if (/^(?:[0-9A-Fa-f]{2}){8,}$/u.test(line)) {
        this.#unsolicited({ line: head, pdu: line });
        return;
      }
    }
    if (/^\+C(?:MT|DS):/u.test(line)) {
      this.#head = line;
      return;
    }
    if (isUnsolicited(line)) {
      this.#unsolicited({ line, pdu: undefined });
      return;
    }
    const running = this.#running;
    if (running === undefined || isEcho(line, running.command)) return;
    const error = readModemError(line);
    if (error !== undefined) {
      this.#end({ kind: 'error', error, lines: running.lines });
    } else if (line === 'OK') {
      // Before the prompt it is what is left of an earlier answer.
      if (running.stage !== 'prompt') this.#end({ kind: 'ok', lines: running.lines });
    } else this.#note(running, line);
  }

  #note(running: Running, line: string): void {
    running.lines.push(line);
    // Before the prompt it is the late answer to an earlier command.
    if (running.stage === 'prompt' || running.isEnough) return;
    if (running.command.enough?.test(line) !== true) return;
    running.isEnough = true;
    running.stopTimer();
    running.stopTimer = this.#clock.after(tailMs, () => this.#timeout());
  }
}

/**
 * Only what is acted on, and noise that looks like an answer. `+CREG:` is an answer when two numbers
 * follow, and unsolicited with one, or one and the cell.
 */
function isUnsolicited(line: string): boolean {
  return /^(?:\+CMTI:|\+CDSI:|\+C[EG]?REG: *\d+ *(?:,\s*"|$)|RING$|\^|\*P|\+CIEV:|\+CUSD:|\+CLIP:)/u.test(
    line,
  );
}

/** The command, or the data after the prompt, as a modem with echo sends it back. */
function isEcho(line: string, { text, afterPrompt }: AtCommand): boolean {
  return line === text || (afterPrompt !== undefined && line === afterPrompt);
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
