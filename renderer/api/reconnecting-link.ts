import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import type { Wire } from './wires.ts';

/** Waits between attempts to connect, in milliseconds; the last one repeats. */
const pauses = [250, 500, 1_000, 2_000, 4_000] as const;

/** Thrown for a call that could not leave or whose answer cannot come any more. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection to the services is lost.');
    this.name = 'ConnectionLost';
  }
}

/** What a {@link ReconnectingLink} needs to know of the world. */
export interface ReconnectingOptions {
  /** Opens a wire; a rejection is tried again later, `null` means that a sign-in is needed first. */
  readonly open: () => Promise<Wire | null>;
  readonly onState: (state: 'connecting' | 'live' | 'offline' | 'signed-out') => void;
  /** Longest wait of a call for a connection, in milliseconds. */
  readonly patienceMs: number;
}

/**
 * A link that outlives its wires: calls wait a while for a connection, and a wire that breaks is
 * replaced. Calls that were under way on a broken wire end with an error; what they did is not known.
 */
export class ReconnectingLink implements ClientLink<ClientContext> {
  readonly #options: ReconnectingOptions;
  #wire: Wire | null = null;
  #waiting = new Set<(wire: Wire) => void>();
  #wake: (() => void) | null = null;
  #running = false;

  constructor(options: ReconnectingOptions) {
    this.#options = options;
  }

  /** Starts to connect, or tries again at once when it waits to. */
  connect(): void {
    this.#wake?.();
    if (!this.#running) void this.#run();
  }

  /** Drops the present wire; a new one is opened. */
  reset(): void {
    this.#wire?.close();
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    const wire = this.#wire ?? (await this.#nextWire());
    try {
      return await wire.link.call(path, input, options);
    } catch (error) {
      throw wire.isOpen() ? error : new ConnectionLost();
    }
  }

  #nextWire(): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const take = (wire: Wire): void => {
        clearTimeout(timer);
        resolve(wire);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(take);
        reject(new ConnectionLost());
      }, this.#options.patienceMs);
      this.#waiting.add(take);
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    let failures = 0;
    for (;;) {
      if (failures === 0) this.#options.onState('connecting');
      let wire: Wire | null;
      try {
        wire = await this.#options.open();
      } catch {
        failures += 1;
        this.#options.onState('offline');
        await this.#pause(failures);
        continue;
      }
      if (wire === null) {
        this.#options.onState('signed-out');
        break;
      }
      failures = 0;
      this.#wire = wire;
      this.#options.onState('live');
      for (const take of this.#waiting) take(wire);
      this.#waiting.clear();
      await wire.closed;
      this.#wire = null;
      this.#options.onState('offline');
      await this.#pause(1);
    }
    this.#running = false;
  }

  #pause(failures: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(done, pauses[Math.min(failures, pauses.length) - 1]);
      this.#wake = done;
    });
  }
}
