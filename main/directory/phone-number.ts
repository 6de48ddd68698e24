import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { invalidField } from '../../shared/model/errors.ts';

/**
 * Reads a number however a person writes it (spaces, dashes, 00 for the plus) and gives its E.164
 * form. One without a country code is refused, since there is no country to guess it from.
 *
 * @throws AppError INVALID_INPUT for `number`.
 */
export function normaliseNumber(text: string): string {
  // "Possible" judges the country code and the length, not the range: ranges are opened all the time,
  // and a phone that exists must not be refused because this library is older than its number.
  const digits = text.trim().replace(/^00/u, '+');
  const number = parsePhoneNumberFromString(digits);
  if (!digits.startsWith('+') || number?.isPossible() !== true) {
    throw invalidField('number', 'not-a-number');
  }
  return number.number;
}
