import type { AreaService } from '../api/services.ts';
import type { Stop } from '../platform/clock.ts';
import { createAnnouncer } from './announcer.ts';
import type { AnnouncerDeps } from './announcer.ts';
import { createCollectionsArea } from './collections/collections-area.ts';
import type { CollectionsAreaDeps } from './collections/collections-area.ts';
import { createFinder } from './collections/finder.ts';
import { createItemWriter } from './item-writer.ts';
import { createItemsArea } from './items-area.ts';
import type { ItemsAreaDeps } from './items-area.ts';
import type { Announcer, CollectionFinder, ItemWriter } from './types.ts';

export { prepareItem } from './prepare-item.ts';

/** What {@link createGroupware} needs. */
export type GroupwareDeps = Omit<
  AnnouncerDeps & CollectionsAreaDeps & ItemsAreaDeps,
  'finder' | 'writer' | 'announcer'
>;

/** Items and collections: what the sync engine writes with, and what the console shows. */
export interface Groupware {
  readonly finder: CollectionFinder;
  readonly writer: ItemWriter;
  readonly announcer: Announcer;
  readonly items: AreaService<'items'>;
  readonly collections: AreaService<'collections'>;
  stop: Stop;
}

/** Makes everything that keeps items and collections. */
export function createGroupware(deps: GroupwareDeps): Groupware {
  const finder = createFinder(deps);
  const writer = createItemWriter(deps.ids);
  const announcer = createAnnouncer({ ...deps, finder });
  return {
    finder,
    writer,
    announcer,
    items: createItemsArea({ ...deps, finder, writer, announcer }),
    collections: createCollectionsArea({ ...deps, finder }),
    stop() {
      announcer.stop();
      finder.stop();
    },
  };
}
