import type { GatewayReason } from '../../../../shared/model/gateway.ts';

/** What an open line tells. */
export interface SerialListener {
  /** Octets came, cut anywhere. */
  data(bytes: Uint8Array): void;
  /** The line is gone: unplugged, or an error of the system's. Called once; not after `close`. */
  lost(detail: string): void;
}

/** An open serial line. */
export interface SerialLink {
  /** Queues octets; a failure to write them is told as `lost`. */
  write(bytes: Uint8Array): void;
  /** Resolves when the port is free again; never rejects. */
  close(): Promise<void>;
}

/** Opens a port. Rejects with a {@link SerialError}. */
export type OpenSerial = (
  path: string,
  baudRate: number,
  listener: SerialListener,
) => Promise<SerialLink>;

/** Why a port could not be opened. */
export class SerialError extends Error {
  readonly reason: GatewayReason;

  constructor(reason: GatewayReason, detail: string) {
    super(detail);
    this.name = 'SerialError';
    this.reason = reason;
  }
}
