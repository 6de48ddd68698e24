import type {
  Announcer,
  CollectionFinder,
  ItemWriter,
  PreparedItem,
} from '../../groupware/types.ts';
import type { Item } from '../../groupware/content/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogWriter } from '../../platform/logbook.ts';
import type { Store } from '../../store/types.ts';
import type { SyncSettingsSource } from '../ports.ts';

/** Computes what is stored beside an item. `zone` is the user's: what floating times mean. */
export type PrepareItem = (item: Item, zone: string) => PreparedItem;

/** What the datastores ask of others. */
export interface DatastoreDeps {
  readonly store: Store;
  readonly finder: CollectionFinder;
  readonly writer: ItemWriter;
  readonly prepareItem: PrepareItem;
  readonly announcer: Announcer;
  readonly settings: SyncSettingsSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: LogWriter;
  readonly events: Events;
}
