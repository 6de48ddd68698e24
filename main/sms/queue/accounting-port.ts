import type { MessageRow, Repositories } from '../../store/types.ts';

/** What an accepted message costs, as it was written down. */
export interface Accounted {
  /** Price of all parts; null where none is known. */
  readonly cost: number | null;
  /** To be called once the transaction is stored. */
  stored(): void;
}

/** Writes down what is used, within the transaction that stores why. */
export interface MessageAccounting {
  /**
   * Gathers what is written down within a transaction from now on, so that it takes one statement at
   * its end: which what this answers with runs, before the transaction is over.
   */
  gather(tx: Repositories): () => Promise<void>;
  /** A gateway has accepted the message. */
  accepted(
    tx: Repositories,
    message: MessageRow,
    gatewayId: string,
    now: number,
  ): Promise<Accounted>;
  /**
   * Counts what the network says for the first time of a message that was accepted, on the day on
   * which it was sent.
   *
   * @param message as it stood before the report: `endedAt` is when the gateway took it.
   */
  reported(
    tx: Repositories,
    message: MessageRow,
    gatewayId: string,
    outcome: 'delivered' | 'failed',
    now: number,
  ): Promise<void>;
}
