import type { PriceRow } from '../../store/sms-types.ts';

/** Prices of SMS parts by gateway and prefix of the number, in memory. */
export class PriceBook {
  readonly #byGateway = new Map<string, { longest: number; prices: Map<string, number> }>();
  readonly #standard: () => number | null;

  /** @param standard the price where a gateway has none for a number; null when it is unknown. */
  constructor(standard: () => number | null) {
    this.#standard = standard;
  }

  load(rows: readonly PriceRow[]): void {
    this.#byGateway.clear();
    for (const { gatewayId, prefix, price } of rows) this.#put(gatewayId, prefix, price);
  }

  /** Takes the place of all prices of a gateway. */
  set(gatewayId: string, prices: readonly Pick<PriceRow, 'prefix' | 'price'>[]): void {
    this.#byGateway.delete(gatewayId);
    for (const { prefix, price } of prices) this.#put(gatewayId, prefix, price);
  }

  /** What a part to this number costs by a gateway: by the longest prefix; null when it is unknown. */
  priceOf(gatewayId: string, number: string): number | null {
    const book = this.#byGateway.get(gatewayId);
    if (book !== undefined) {
      for (let length = Math.min(book.longest, number.length); length >= 0; length -= 1) {
        const price = book.prices.get(number.slice(0, length));
        if (price !== undefined) return price;
      }
    }
    return this.#standard();
  }

  #put(gatewayId: string, prefix: string, price: number): void {
    let book = this.#byGateway.get(gatewayId);
    if (book === undefined) {
      book = { longest: 0, prices: new Map() };
      this.#byGateway.set(gatewayId, book);
    }
    book.prices.set(prefix, price);
    book.longest = Math.max(book.longest, prefix.length);
  }
}
