import { priceSchema } from '../../../../shared/model/sms-account.ts';
import type { Price } from '../../../../shared/model/sms-account.ts';

/** A price as it stands in its two fields. */
export interface PriceRow {
  readonly prefix: string;
  readonly price: string;
}

/** What is wrong with the two fields of a line. */
export interface PriceFaults {
  readonly prefix: 'prefix' | 'twice' | null;
  readonly price: 'price' | null;
}

/** The lines of a gateway's prices, as they are stored. */
export function pricesToRows(prices: readonly Price[]): readonly PriceRow[] {
  return prices.map(({ prefix, price }) => ({ prefix, price: String(price) }));
}

/** A prefix in international form, however it is written: `48`, `0048`, `+48 60`. */
function tidyPrefix(prefix: string): string {
  const digits = prefix.replaceAll(/[\s().-]/gu, '').replace(/^00/u, '+');
  return /^[1-9]/u.test(digits) ? `+${digits}` : digits;
}

/** The number that a person wrote with a comma or a point; NaN for what is none. */
function readPrice(price: string): number {
  const text = price.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
}

/** A line that nothing was typed into does not count. */
function isBlank({ prefix, price }: PriceRow): boolean {
  return prefix.trim() === '' && price.trim() === '';
}

/** What is wrong with each line, in their order. */
export function priceFaults(rows: readonly PriceRow[]): readonly PriceFaults[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (isBlank(row)) return { prefix: null, price: null };
    const prefix = tidyPrefix(row.prefix);
    const isTwice = seen.has(prefix);
    seen.add(prefix);
    const isPrefix = priceSchema.shape.prefix.safeParse(prefix).success;
    const isPrice = priceSchema.shape.price.safeParse(readPrice(row.price)).success;
    return {
      prefix: !isPrefix ? 'prefix' : isTwice ? 'twice' : null,
      price: isPrice ? null : 'price',
    };
  });
}

/** The prices that the lines say, or null while a line is wrong. */
export function rowsToPrices(rows: readonly PriceRow[]): Price[] | null {
  const isWrong = priceFaults(rows).some(({ prefix, price }) => prefix !== null || price !== null);
  if (isWrong) return null;
  return rows
    .filter((row) => !isBlank(row))
    .map((row) => ({ prefix: tidyPrefix(row.prefix), price: readPrice(row.price) }));
}

/** A prefix, a sign or spaces between, a price; what else a table holds is not understood. */
const pastedLine = /^"?(\+?[\d ().-]*?)"?\s*(?:[;\t]|,\s|\s|$)\s*"?(\d+(?:[.,]\d+)?)"?\s*$/u;

/** Lines out of a pasted list, and the text of those that are not understood. */
export function readPasted(text: string): {
  readonly rows: readonly PriceRow[];
  readonly rest: readonly string[];
} {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const rows: PriceRow[] = [];
  const rest: string[] = [];
  for (const line of lines) {
    const found = pastedLine.exec(line.trim());
    const row = { prefix: tidyPrefix(found?.[1] ?? ''), price: found?.[2] ?? '' };
    const [faults] = priceFaults([row]);
    if (found === null || faults?.prefix !== null || faults.price !== null) rest.push(line);
    else rows.push(row);
  }
  return { rows, rest };
}

/** The lines with others put in: a prefix that is there already gets the new price. */
export function mergeRows(
  before: readonly PriceRow[],
  added: readonly PriceRow[],
): readonly PriceRow[] {
  const merged = new Map<string, PriceRow>();
  for (const row of [...before.filter((each) => !isBlank(each)), ...added]) {
    merged.set(tidyPrefix(row.prefix), row);
  }
  return [...merged.values()];
}
