import type { Account } from '../../shared/model/account.ts';
import type { Gateway } from '../../shared/model/gateway.ts';
import type { LogEntry } from '../../shared/model/log-entry.ts';
import type { RouteExplanation } from '../../shared/model/route.ts';
import type { Session } from '../../shared/model/session.ts';
import type { PushSettings, Settings } from '../../shared/model/settings.ts';
import type { Listener } from '../../shared/model/system.ts';
import type { ConfigurationRow, LinkRow } from '../store/provisioning-types.ts';
import type { SyncClientRow } from '../store/sync-types.ts';
import type { AccountRow, AlertRow, ChangeRow, DeviceRow, MessageRow } from '../store/types.ts';

/** All that the links are judged by, read at one moment. Lists are newest first. */
export interface Facts {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly device: DeviceRow;
  readonly account: AccountRow;
  /** Whether the account has a password that its devices sign in with. */
  readonly hasPassword: boolean;
  readonly mailboxState: Account['mailboxState'];
  readonly settings: Pick<Settings, 'sync' | 'listeners'>;
  readonly push: Pick<PushSettings, 'active' | 'serverId'>;
  readonly listeners: readonly Listener[];
  readonly gateways: readonly Gateway[];
  /** Which way an SMS to the device would go now; undefined without a number. */
  readonly way: Pick<RouteExplanation, 'route' | 'steps'> | undefined;
  /** A virtual phone of the simulator answers for the device, or would. */
  readonly isVirtual: boolean;
  /** All devices of the account. */
  readonly devices: readonly DeviceRow[];
  /** All clients of the account. */
  readonly clients: readonly SyncClientRow[];
  /** The one that the device is paired with. */
  readonly client: SyncClientRow | undefined;
  readonly sessions: readonly Session[];
  /** Who was not let in to the account and is no device's. */
  readonly refused: readonly Session[];
  /** What went wrong at the devices' doors before anybody had said who it is. */
  readonly doorTroubles: readonly LogEntry[];
  readonly configuration: ConfigurationRow | undefined;
  readonly link: LinkRow | undefined;
  /** The last SMS to the device. */
  readonly message: MessageRow | undefined;
  /** The SMS of the last alert. */
  readonly alertMessage: MessageRow | undefined;
  readonly alerts: readonly AlertRow[];
  /** Of the account, since the device is known. */
  readonly changes: readonly ChangeRow[];
  /** Identifier of the server as the phone was last told it; undefined where that is not known. */
  readonly knownServerId: string | undefined;
}

/** Judges one link of the chain. */
export type Link<Found> = (facts: Facts) => Found;
