import { canonicalContent } from './content/compare/canonical-text.ts';
import { fingerprint } from './content/compare/fingerprint.ts';
import { lookupKeys } from './content/compare/lookup-keys.ts';
import { matchKeys } from './content/compare/match-keys.ts';
import type { Item } from './content/index.ts';
import { itemHeading } from './heading/item-heading.ts';
import type { PreparedItem } from './types.ts';

/**
 * Computes everything that is stored beside an item. `zone` is the user's (an IANA name): what
 * floating times and days mean when items are compared.
 */
export function prepareItem(item: Item, zone: string): PreparedItem {
  const content = canonicalContent(item);
  const keys = matchKeys(item, zone, content);
  const { title, subtitle } = itemHeading(item);
  return {
    item,
    content: JSON.stringify(item),
    title,
    subtitle,
    fingerprint: fingerprint(item, content),
    matchKeys: JSON.stringify(keys),
    lookupKeys: lookupKeys(keys),
  };
}
