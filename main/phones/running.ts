import type { SyncMode } from '../../shared/model/session.ts';
import type { LocalChange, LocalDatastore } from './local-datastore.ts';

/** One datastore while the session runs. */
export interface Running {
  readonly local: LocalDatastore;
  readonly mode: SyncMode;
  readonly serverNext: string | undefined;
  /** Changes whose Status has not come yet, by the phone's id. */
  readonly waiting: Map<string, LocalChange>;
}
