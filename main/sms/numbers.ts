import { invalidField } from '../../shared/model/errors.ts';

const separators = /[\s()./-]+/gu;
const numberPattern = /^\+?\d{3,15}$/u;
/** Two spellings of a number are one when so many of their last digits agree. */
const leastCommonDigits = 6;

/**
 * A number to send to, however it was written: separators go and 00 becomes a plus. One with a plus
 * is international (E.164); short and national numbers stay as they are, since there is no country to
 * guess them from.
 *
 * @throws AppError INVALID_INPUT for `number`.
 */
export function smsNumber(written: string): string {
  const bare = written.replaceAll(separators, '');
  const number = bare.startsWith('00') ? `+${bare.slice(2)}` : bare;
  if (!numberPattern.test(number)) throw invalidField('number', 'not-a-number');
  return number;
}

/** Whether two spellings may be of one number: networks leave out plus, country or zero in reports. */
export function isSameNumber(one: string, other: string): boolean {
  const [left, right] = [significantDigits(one), significantDigits(other)];
  if (left === right) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= leastCommonDigits && long.endsWith(short);
}

function significantDigits(number: string): string {
  return number.replaceAll(/\D/gu, '').replace(/^0+/u, '');
}
