import type { Alert } from '../../shared/model/alert.ts';
import type { Account, MailboxSettings } from '../../shared/model/account.ts';
import type { PushSettings } from '../../shared/model/settings.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { DeviceRow, Repositories, Store } from '../store/types.ts';

/**
 * Which client belongs to which device. Works within the given transaction; what it answers with is
 * to be called after the commit.
 */
export interface DevicePairing {
  /** A device was made: a client of the account may be waiting for it. */
  greet(tx: Repositories, device: DeviceRow): Promise<() => void>;
  clear(tx: Repositories, device: DeviceRow): Promise<() => void>;
  swap(tx: Repositories, device: DeviceRow, other: DeviceRow): Promise<() => void>;
}

/** What the directory needs from the rest. */
export interface DirectoryDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly push: {
    readonly push: { settings(input: undefined): Promise<PushSettings> };
    alertNow(input: {
      readonly id: string;
      readonly folderIds?: readonly string[] | undefined;
    }): Promise<Alert>;
  };
  readonly sms: {
    /** Whether there is any way out for SMS. */
    hasActiveGateway(): boolean;
    /** Whether messages go to virtual phones. */
    hasActiveSimulator(): boolean;
  };
  readonly pairing: DevicePairing;
  readonly mailboxes: {
    state(accountId: string): Account['mailboxState'];
    testMailbox(account: {
      readonly id: string;
      readonly mailbox: MailboxSettings | null;
    }): Promise<{ readonly ok: boolean; readonly detail: string; readonly canIdle: boolean }>;
  };
}
