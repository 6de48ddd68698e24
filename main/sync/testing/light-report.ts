import type { LightChange } from './light-store.ts';

/** What came of one database. */
export interface LightStoreReport {
  /** Status of its Alert. */
  alertStatus: number;
  /** Alert code of the server: what really happened; 0 when it was refused. */
  code: number;
  /** Statuses of the server for what it was sent. */
  readonly sent: number[];
  /** What the server asked for. */
  readonly received: Record<LightChange, number>;
  numberOfChanges: number | undefined;
}

/** What came of a session. */
export interface LightReport {
  /** Status of the header that let the client in, or did not: 212, 401 … */
  readonly signIn: number;
  readonly requests: number;
  /** By name on the server. */
  readonly stores: Readonly<Record<string, LightStoreReport>>;
}

/** Nothing has happened yet. */
export function emptyReport(): LightStoreReport {
  const received = { add: 0, replace: 0, delete: 0 };
  return { alertStatus: 0, code: 0, sent: [], received, numberOfChanges: undefined };
}
