import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { Repositories, Store } from '../../store/types.ts';
import type { SyncSettingsSource } from '../ports.ts';

/** To be called when the transaction is stored; tells readers and the log. */
export type AfterCommit = () => void;

/** A session as the push engine looks at it. */
export interface AnsweringSession {
  readonly accountId: string;
  readonly deviceId: string;
  /** Session id on the wire: decimal or hexadecimal, as the client likes it. */
  readonly wireId: string;
  /** The device's session before this one, and when it began; null when there was none. */
  readonly last: { readonly wireId: string; readonly at: number } | null;
  readonly at: number;
  /** How long after an alert a session answers it, whatever its id. */
  readonly windowMs: number;
}

/** What a session has to do with alerts. */
export interface AnsweredAlerts {
  /** The alert that it answers. */
  readonly alert: { readonly id: string; readonly traceId: string } | undefined;
  /** Whether it named the alert's session id: then the number of the device is proven right. */
  readonly isExact: boolean;
  /** The device of the same account whose alert it named instead. */
  readonly otherDeviceId: string | undefined;
  readonly settled: AfterCommit;
}

/** The alerts that wait for a session; the push engine offers it. */
export interface AlertAnswers {
  /** Marks what the session answers, within the transaction that stores the session. */
  answer(tx: Repositories, session: AnsweringSession): Promise<AnsweredAlerts>;
  /** Devices of the account with an alert within the window that waits for a session of this id. */
  named(
    tx: Repositories,
    session: Omit<AnsweringSession, 'deviceId' | 'last'>,
  ): Promise<ReadonlySet<string>>;
}

/** Configurations that wait for a device's first session; provisioning offers it. */
export interface AwaitedSessions {
  /** Within the transaction that stores a session which was let in, or gives it to a device. */
  sessionStarted(
    tx: Repositories,
    session: { readonly deviceId: string; readonly sessionId: string; readonly at: number },
  ): Promise<AfterCommit>;
}

/** What the registry and the book of sessions need. */
export interface RegistryDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly settings: SyncSettingsSource;
  readonly answers: AlertAnswers;
  readonly configurations: AwaitedSessions;
  /** Hears of a write that the store refused. */
  readonly onFault: (error: unknown) => void;
}
