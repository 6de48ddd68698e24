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
   * Gathers what is written down within a transaction; what this answers with stores it, before the
   * transaction is over.
   */
  gather(tx: Repositories): () => Promise<void>;
  /** A gateway has accepted the message. */
  accepted(
    tx: Repositories,
    message: MessageRow,
    gatewayId: string,
    now: number,
  ): Promise<Accounted>;
  /** The network has said for the first time what became of it. */
  reported(
    tx: Repositories,
    message: MessageRow,
    gatewayId: string,
    outcome: 'delivered' | 'failed',
    now: number,
  ): Promise<void>;
}
