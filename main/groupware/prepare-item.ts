import { canonicalContent } from './content/compare/canonical-text.ts';
import type { CanonicalContent } from './content/compare/canonical-text.ts';
import { fingerprint } from './content/compare/fingerprint.ts';
import { lookupKeys } from './content/compare/lookup-keys.ts';
import { matchKeys } from './content/compare/match-keys.ts';
import type { MatchKeys } from './content/compare/match-keys.ts';
import type { Item } from './content/index.ts';
import { itemHeading } from './heading/item-heading.ts';
import type { ItemHeading } from './heading/item-heading.ts';
import type { PreparedItem } from './types.ts';

/**
 * Computes what is stored beside an item, each part when it is first asked for: in a slow sync the
 * fingerprint says of nearly every item that it is there already, and nobody asks for the rest.
 * `zone` is the user's (an IANA name): what floating times and days mean when items are compared.
 */
export function prepareItem(item: Item, zone: string): PreparedItem {
  return new Prepared(item, zone);
}

class Prepared implements PreparedItem {
  readonly item: Item;
  readonly #zone: string;
  #canonical: CanonicalContent | undefined;
  #fingerprint: string | undefined;
  #content: string | undefined;
  #heading: ItemHeading | undefined;
  #keys: MatchKeys | undefined;
  #lookupKeys: readonly string[] | undefined;

  constructor(item: Item, zone: string) {
    this.item = item;
    this.#zone = zone;
  }

  get content(): string {
    return (this.#content ??= JSON.stringify(this.item));
  }

  get title(): string {
    return this.#head().title;
  }

  get subtitle(): string {
    return this.#head().subtitle;
  }

  get fingerprint(): string {
    return (this.#fingerprint ??= fingerprint(this.item, this.#comparable()));
  }

  get matchKeys(): string {
    return JSON.stringify(this.#matchKeys());
  }

  get lookupKeys(): readonly string[] {
    return (this.#lookupKeys ??= lookupKeys(this.#matchKeys()));
  }

  #head(): ItemHeading {
    return (this.#heading ??= itemHeading(this.item));
  }

  #matchKeys(): MatchKeys {
    return (this.#keys ??= matchKeys(this.item, this.#zone, this.#comparable()));
  }

  #comparable(): CanonicalContent {
    return (this.#canonical ??= canonicalContent(this.item));
  }
}
