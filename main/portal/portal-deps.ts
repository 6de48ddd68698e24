import type { DeviceProfile } from '../../shared/model/device-profile.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { AreaService } from '../api/services.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { AccountRow, DeviceRow, MessageRow, Repositories, Store } from '../store/types.ts';

/** Settings that links and pages go by. */
export type PortalSettings = Pick<Settings, 'provisioning'> & {
  readonly sync: Pick<Settings['sync'], 'timeZone'>;
  readonly listeners: Pick<Settings['listeners'], 'publicUrl' | 'tlsEnabled'>;
};

/** Chain and key (PEM) to sign profiles with. */
export interface Signer {
  readonly cert: string;
  readonly key: string;
  /** Made by this server itself: a phone that has not installed it does not trust it. */
  readonly isSelfMade: boolean;
}

/** What links and pages need of the others. */
export interface PortalDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly settings: () => PortalSettings;
  /** Everything that a device's phone has to know. @throws AppError NOT_FOUND. */
  readonly profileOf: (deviceId: string) => Promise<DeviceProfile>;
  /**
   * Address of this server, without a slash behind; null when it has none. `here` takes one that is
   * good on this machine alone.
   */
  readonly address: (reach: 'outside' | 'here') => string | null;
  readonly sms: {
    /**
     * Puts messages into the queue within the given transaction. Of the answer `begin` is to be
     * called once the transaction is stored, or `drop` when it was not.
     */
    enqueue(
      tx: Repositories,
      messages: readonly MessageRow[],
    ): Promise<{ begin(): void; drop(): void }>;
    hasActiveGateway(): boolean;
    hasActiveSimulator(): boolean;
  };
  readonly mail: {
    isReady(): boolean;
    /** @throws AppError MAIL_FAILED when it was not taken. */
    send(mail: {
      readonly to: string;
      readonly subject: string;
      readonly text: string;
    }): Promise<void>;
  };
  /** What profiles are signed with; undefined where there is nothing. */
  readonly signer: () => Promise<Signer | undefined>;
  /** The directory, as far as owners may use it. */
  readonly devices: Pick<AreaService<'devices'>, 'create' | 'get' | 'list' | 'remove'>;
  /** The owner's own switch: gives back whether it was moved, which the admin's pause forbids. */
  readonly pauseByOwner: (device: DeviceRow, isPaused: boolean) => Promise<boolean>;
  readonly provisioning: Pick<AreaService<'provisioning'>, 'preview' | 'send'>;
  /** Signs in to an account's mailbox to see whether a password is right. */
  readonly checkMailbox: (
    account: AccountRow,
    password: string,
  ) => Promise<{ readonly result: 'right' | 'wrong' | 'unreachable'; readonly detail: string }>;
  readonly onFault: (error: unknown) => void;
}
