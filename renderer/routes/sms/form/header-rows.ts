/** A header as it stands in its two fields. */
export interface HeaderRow {
  readonly name: string;
  readonly value: string;
}

/** The rows of the headers' editor. */
export function headersToRows(headers: Readonly<Record<string, string>>): readonly HeaderRow[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

/** The headers that the rows say; a row without a name is none, and the last of equal names counts. */
export function rowsToHeaders(rows: readonly HeaderRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ name, value }) => (name.trim() === '' ? [] : [[name.trim(), value.trim()]])),
  ) as Record<string, string>;
}
