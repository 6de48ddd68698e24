import type { Hold } from '../../../shared/model/session.ts';
import { formatPlace, parseSourceUri } from '../../../shared/model/source-uri.ts';

/** Values of the URL that show the folder of a hold in the data browser. */
export function holdPlace(
  hold: Pick<Hold, 'accountId' | 'dataType' | 'collectionUri'>,
): Record<'account' | 'dataType' | 'folder', string> {
  const place = parseSourceUri(hold.collectionUri)?.place;
  return {
    account: hold.accountId,
    dataType: hold.dataType,
    folder: place === undefined ? '' : formatPlace(place),
  };
}

/** How many of the items are not named by their titles. */
export function untoldTitles({ count, titles }: Pick<Hold, 'count' | 'titles'>): number {
  return Math.max(0, count - titles.length);
}
