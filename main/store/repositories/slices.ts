/** Values in one list of a query at most: few enough for any database's limit on parameters. */
const MOST_VALUES = 500;

/** Cuts a list into pieces that fit into one query. */
export function* inSlices<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < values.length; start += MOST_VALUES) {
    yield values.slice(start, start + MOST_VALUES);
  }
}
