import type { ProvisioningLink } from '../../shared/model/provisioning.ts';
import type { PushSettings, Settings } from '../../shared/model/settings.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { LogWriter } from '../platform/logbook.ts';
import type { Random } from '../platform/random.ts';
import type { MessageRow, Repositories, Store } from '../store/types.ts';

/** Settings that configurations are made from. */
export type SettingsOfProvisioning = Pick<Settings, 'provisioning' | 'sms'> & {
  readonly sync: Pick<Settings['sync'], 'auth'>;
};

/** The SMS queue, as far as configurations are concerned. */
export interface ConfigurationOutbox {
  /**
   * Puts messages into the queue within the given transaction. Of the answer `begin` is to be called
   * once the transaction is stored, or `drop` when it was not.
   */
  enqueue(
    tx: Repositories,
    messages: readonly MessageRow[],
  ): Promise<{ begin(): void; drop(): void }>;
  hasActiveGateway(): boolean;
  /** Whether virtual phones answer for the devices: then this machine's own address will do. */
  hasActiveSimulator(): boolean;
}

/** Mail that the server itself sends. */
export interface PinMail {
  isReady(): boolean;
  /** @throws AppError MAIL_FAILED when it was not taken. */
  send(mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<void>;
}

/** What provisioning needs of the others. */
export interface ProvisioningDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly settings: () => SettingsOfProvisioning;
  readonly pushSettings: () => Promise<Pick<PushSettings, 'serverId' | 'maxAlertAgeMs'>>;
  readonly sms: ConfigurationOutbox;
  readonly mail: PinMail;
  /**
   * Address of the SyncML server for phones, with its port; null when they cannot reach it. A virtual
   * phone is on this machine, and reaches more.
   */
  readonly serverUrl: (isVirtual: boolean) => string | null;
  /** Personal links of a device, newest first; another service's. */
  readonly links: (deviceId: string) => Promise<ProvisioningLink[]>;
  /** Hears of a fault of the work in the background. */
  readonly onFault: (error: unknown) => void;
}
