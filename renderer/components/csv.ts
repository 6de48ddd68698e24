/** What a field of a CSV file may hold. */
export type CsvValue = string | number | boolean | null;

/**
 * A field of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an
 * apostrophe in front: names are typed by people, and a file is opened by others.
 */
function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const isNumber = /^\+\d+$/u.test(value);
  const text = !isNumber && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file, without its end. */
export function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvField).join(',');
}
