/** What a {@link CodecError} complains about; stable, the console translates it. */
export type CodecErrorCode =
  /** The bytes end before the format, or a length inside it, says so. */
  | 'truncated'
  /** Bytes are left over after a complete value. */
  | 'trailing-data'
  /** A text, number or block is longer than the format or our limit allows. */
  | 'too-long'
  /** Elements are nested deeper than our limit. */
  | 'too-deep'
  /** More elements, headers or parts than the format or our limit allows. */
  | 'too-many'
  /** A field holds a value that the format forbids. */
  | 'invalid-value'
  /** Legal, but nothing we speak: another version, charset, PDU type or token. */
  | 'unsupported'
  /** A required element or field is absent. */
  | 'missing'
  /** Two fields, or two parts of one message, contradict each other. */
  | 'inconsistent';

/** The format whose rules were broken. */
export type CodecFormat =
  | 'hex'
  | 'san'
  | 'wbxml'
  | 'syncml'
  | 'wsp'
  | 'udh'
  | 'gsm7'
  | 'ucs2'
  | 'sms'
  | 'alert'
  | 'provisioning'
  | 'ota-settings'
  | 'synthesis-command'
  | 'smpp';

/**
 * The only error that a codec throws, whatever the bytes are. Its text is for logs; the user
 * interface builds its own from `code` and `format`.
 */
export class CodecError extends Error {
  override readonly name = 'CodecError';
  /** What is wrong. */
  readonly code: CodecErrorCode;
  /** Whose rule was broken. */
  readonly format: CodecFormat;
  /** Octet at which the codec stopped; 0 when a value to encode is at fault. */
  readonly offset: number;

  constructor(format: CodecFormat, code: CodecErrorCode, offset = 0) {
    super(`${format}: ${code} at octet ${String(offset)}`);
    this.format = format;
    this.code = code;
    this.offset = offset;
  }
}
