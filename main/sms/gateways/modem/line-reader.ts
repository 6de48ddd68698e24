/** Longer than any line of a modem; more is garbage. */
const longestLine = 4_096;
/** 27.005 §3.5.1: what invites the PDU. */
const prompt = '> ';

/** Cuts what a modem sends into lines, and sees the prompt, which no line end follows. */
export class LineReader {
  readonly #line: (line: string) => void;
  readonly #prompt: () => void;
  #rest = '';

  /**
   * @param line Told each line that is not empty, without what cannot be printed.
   * @param prompt Told of `> ` at the beginning of a line.
   */
  constructor(line: (line: string) => void, prompt: () => void) {
    this.#line = line;
    this.#prompt = prompt;
  }

  /** Takes octets, cut anywhere. */
  push(bytes: Uint8Array): void {
    for (const octet of bytes) {
      if (octet === 0x0d || octet === 0x0a) this.#endLine();
      else if (octet >= 0x20 && octet < 0x7f) this.#rest += String.fromCharCode(octet);
      if (this.#rest === prompt) {
        this.#rest = '';
        this.#prompt();
      }
    }
    if (this.#rest.length > longestLine) this.#rest = '';
  }

  #endLine(): void {
    const line = this.#rest.trim();
    this.#rest = '';
    if (line !== '') this.#line(line);
  }
}
