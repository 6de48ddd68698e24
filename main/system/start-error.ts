/** Why the process could not start; the desktop says `shell.startErrors.<code>` of `shared/i18n`. */
export type StartErrorCode =
  | 'data-in-use'
  | 'data-not-writable'
  | 'data-damaged'
  | 'data-too-new'
  | 'bad-arguments'
  | 'bad-config'
  | 'bad-token'
  | 'cannot-listen';

/** A start that failed for a reason which a person can do something about. */
export class StartError extends Error {
  readonly code: StartErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  /** @param sentence The reason in plain English. */
  constructor(
    code: StartErrorCode,
    sentence: string,
    params: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'StartError';
    this.code = code;
    this.params = params;
  }
}
