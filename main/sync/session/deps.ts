import type { Clock } from '../../platform/clock.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { Random } from '../../platform/random.ts';
import type { Datastores } from '../datastore/types.ts';
import type { ClientRegistry, PushSwitch, SessionBook, SyncSettingsSource } from '../ports.ts';

/** What the SyncML server asks of others. */
export interface SyncServerDeps {
  readonly registry: ClientRegistry;
  readonly book: SessionBook;
  readonly datastores: Datastores;
  readonly pushSwitch: PushSwitch;
  readonly settings: SyncSettingsSource;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: LogWriter;
  /** Shown in the server's device information. */
  readonly version: string;
}
