import type { DataType } from '../../shared/model/words.ts';
import type { Place } from '../../shared/model/source-uri.ts';
import type { CollectionRow, ItemRow, OriginRef } from '../store/sync-types.ts';
import type { Repositories } from '../store/types.ts';
import type { Item } from './content/index.ts';

/**
 * An item with everything that is computed from it, each part when it is first asked for. What takes
 * long, fingerprint and keys, is to be asked for outside of transactions.
 */
export interface PreparedItem {
  readonly item: Item;
  /** `item` as JSON. */
  readonly content: string;
  readonly title: string;
  readonly subtitle: string;
  readonly fingerprint: string;
  /** JSON of what a slow sync compares. */
  readonly matchKeys: string;
  readonly lookupKeys: readonly string[];
}

/** One write to the items. */
export type ItemWrite =
  | { readonly kind: 'create'; readonly collectionId: string; readonly item: PreparedItem }
  | {
      readonly kind: 'update';
      readonly row: ItemRow;
      readonly item: PreparedItem;
      readonly reason: 'changed' | 'merged' | 'restored';
    }
  | { readonly kind: 'delete'; readonly row: ItemRow }
  /** A version that lost a conflict: goes to the item's history, and changes nothing else. */
  | { readonly kind: 'keep-loser'; readonly row: ItemRow; readonly item: PreparedItem };

/** Writes items, their versions and revisions. */
export interface ItemWriter {
  /**
   * All of it in the given transaction. Answers with the rows as they are now, in the order of the
   * writes. An update whose fingerprint is the row's changes nothing and answers with the same row.
   */
  write(
    tx: Repositories,
    writes: readonly ItemWrite[],
    by: { readonly origin: OriginRef; readonly at: number },
  ): Promise<ItemRow[]>;
}

/** A collection as one account may use it. */
export interface CollectionAccess {
  readonly collection: CollectionRow;
  readonly access: 'read' | 'write';
  /** Place by which this account reaches it. */
  readonly place: Place;
}

/** Finds collections. An account's main ones are made when they are first asked for. */
export interface CollectionFinder {
  /** Letter case of names does not count. Undefined when there is none or the account may not see it. */
  find(accountId: string, dataType: DataType, place: Place): Promise<CollectionAccess | undefined>;
  /** Everything that an account sees, main ones first. */
  visible(accountId: string): Promise<readonly CollectionAccess[]>;
}

/** Tells the push engine what has changed. */
export interface Announcer {
  /**
   * Writes one change per collection and account that sees it into the journal, within the
   * transaction that changed the items. The answer is to be called after the commit.
   */
  announce(
    tx: Repositories,
    news: {
      readonly collectionIds: readonly string[];
      readonly origin: OriginRef;
      readonly at: number;
    },
  ): Promise<() => void>;
}
