import { KeyFileError } from '../secrets/key-file-box.ts';
import { StoreDamagedError, StoreTooNewError } from '../store/store-errors.ts';

/** Why the process could not start; the desktop says `shell.startErrors.<code>` of `shared/i18n`. */
export type StartErrorCode =
  | 'data-in-use'
  | 'data-not-writable'
  | 'data-damaged'
  | 'data-too-new'
  | 'bad-arguments'
  | 'bad-config'
  | 'bad-token'
  | 'cannot-listen'
  | 'key-file';

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

/** What is wrong with a key file, and what to do where something can be done. */
const keyFileReasons: Readonly<Record<KeyFileError['reason'], string>> = {
  'too-open': 'can be read by others: give it the mode 600',
  missing: 'is missing, but the database holds secrets sealed with it: put it back from a backup',
  'not-a-key': 'holds no key: put the right one back from a backup',
  'wrong-key': 'is not the one that sealed the secrets in the database: put the right one back',
};

/** Says that the data folder or the database in it cannot be used, in the form of a start error. */
export function toStartError(error: unknown): unknown {
  if (error instanceof StoreDamagedError) {
    const { path, detail } = error;
    const backup = error.newestBackup ?? '';
    const advice = backup === '' ? 'There is no backup.' : `The newest backup is ${backup}.`;
    const sentence = `The database ${path} is damaged (${detail}). It was left as it is. ${advice}`;
    return new StartError('data-damaged', sentence, { path, detail, backup }, error);
  }
  if (error instanceof StoreTooNewError) {
    const { path } = error;
    const sentence = `The database ${path} was written by a newer Pushdesk. Install that version.`;
    return new StartError('data-too-new', sentence, { path }, error);
  }
  if (error instanceof KeyFileError) {
    const { path, reason } = error;
    const detail = keyFileReasons[reason];
    return new StartError('key-file', `The key file ${path} ${detail}.`, { path, detail }, error);
  }
  return error;
}
