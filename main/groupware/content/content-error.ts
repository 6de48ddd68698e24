/** What a {@link ContentError} complains about; stable, the console translates it. */
export type ContentErrorCode =
  /** The bytes end before the object does. */
  | 'truncated'
  /** Nothing that could be an object of the named type. */
  | 'malformed'
  /** A line, value or the whole object is longer than our limit. */
  | 'too-long'
  /** Components or elements are nested deeper than our limit. */
  | 'too-deep'
  /** More lines, values or components than our limit. */
  | 'too-many'
  /** Legal, but nothing we convert: another type, several objects in one, a kind the type lacks. */
  | 'unsupported'
  /** A field without which the object means nothing is absent or unreadable. */
  | 'missing';

/** The family of formats whose rules were broken. */
export type ContentFormat = 'vcard' | 'vcalendar' | 'vnote' | 'text' | 'sif' | 'omads' | 'item';

/**
 * The only error that content conversion throws, whatever the bytes are. A session answers it with
 * status 415, 413 or 500; its text is for logs.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  /** What is wrong. */
  readonly code: ContentErrorCode;
  /** Whose rule was broken. */
  readonly format: ContentFormat;
  /** Property, element or line at fault; never content of the item. */
  readonly where: string;

  constructor(format: ContentFormat, code: ContentErrorCode, where = '') {
    super(where === '' ? `${format}: ${code}` : `${format}: ${code} at ${where.slice(0, 64)}`);
    this.format = format;
    this.code = code;
    this.where = where.slice(0, 64);
  }
}
