import { ContentError } from '../../groupware/content/index.ts';

/** Status for an item that conversion refuses (OMA DS: 413 too large, 415 wrong type). */
export function statusOfError(error: unknown): 413 | 415 | 510 {
  if (!(error instanceof ContentError)) return 510;
  return error.code === 'too-long' || error.code === 'too-many' ? 413 : 415;
}

/** Whether a client's status says that it has done what it was told, or has it already. */
export function isSuccess(status: number): boolean {
  return (status >= 200 && status < 300) || status === 418 || status === 419;
}

/**
 * Statuses with which a client turns an item down that it would turn down again: until the item
 * changes, it is not sent any more.
 */
const declines: ReadonlySet<number> = new Set([400, 403, 405, 406, 409, 411, 412, 413, 415, 416]);

/** See {@link declines}. */
export function isDecline(status: number): boolean {
  return declines.has(status);
}

/** The client does not have what it was told to change or delete. */
export function isGone(status: number): boolean {
  return status === 404 || status === 410 || status === 211;
}

/** The client's memory is full (420), so there is no use in sending more. */
export const DEVICE_FULL = 420;
