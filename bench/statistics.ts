/** Middle and tail of a series of measurements. */
export interface Summary {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly min: number;
  readonly max: number;
}

/** Value at a share of the sorted series, by the nearest-rank method. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[rank] ?? Number.NaN;
}

/** Sums a series up, rounded to thousandths. */
export function summarise(values: readonly number[]): Summary {
  return {
    count: values.length,
    median: round(percentile(values, 0.5)),
    p99: round(percentile(values, 0.99)),
    min: round(percentile(values, 0)),
    max: round(percentile(values, 1)),
  };
}

/** Rounds to thousandths. */
export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** How many times the bare counterpart the product takes, rounded to thousandths. */
export function ratio(product: number, bare: number): number {
  return round(product / bare);
}
