import type { ItemWrite } from '../../groupware/types.ts';
import type { ItemMapRow, ItemRow } from '../../store/sync-types.ts';

/** What the map says of an item once a change is carried out. */
export interface Link {
  readonly luid: string | null;
  /** The item; `written` is what the change's last write has made. */
  readonly item: Pick<ItemRow, 'id' | 'revision'> | 'written';
  /** Revision that the client has seen; `whole` is the one that the item has then. */
  readonly seen: number | 'whole';
  readonly state: ItemMapRow['state'];
}

/** What becomes of one change of the client: made without a transaction, carried out in one. */
export interface PlannedChange {
  readonly status: number;
  readonly writes: readonly ItemWrite[];
  readonly link?: Link;
  /** Item whose map row goes. */
  readonly unlink?: string;
  readonly counted?: 'added' | 'changed' | 'deleted' | 'held';
  readonly isMatch?: boolean;
  readonly isConflict?: boolean;
}

/** A change that comes to nothing but a status. */
export function onlyStatus(status: number): PlannedChange {
  return { status, writes: [] };
}
