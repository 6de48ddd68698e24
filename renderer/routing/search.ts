/** Filters and the like in the URL: plain names with plain texts, so that a person can read them. */
export type SearchValues = Readonly<Record<string, string | undefined>>;

/** Reads the part of a URL behind the question mark. The last of equal names counts. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search.startsWith('?') ? search.slice(1) : search));
}

/** Writes it; names without a value are left out, so that an empty filter leaves no trace. */
export function stringifySearch(values: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue;
    parameters.set(name, String(value as string));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Keeps the texts of what came with a URL. */
export function toSearchValues(values: Readonly<Record<string, unknown>>): SearchValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}

/** `value` when it is one of `values`, else undefined: what a URL says is not to be trusted. */
export function oneOf<Value extends string>(
  value: string | undefined,
  values: readonly Value[],
): Value | undefined {
  return values.find((known) => known === value);
}
