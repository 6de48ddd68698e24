import { invalidField } from '../../../shared/model/errors.ts';

/** What people write between digits. */
const separators = /[\s()\-./]/gu;
/** Short numbers and national ones go as they are: it is for the network to know them. */
const dialled = /^\+?\d{3,15}$/u;

/**
 * Reads a number that an SMS is to go to: separators are left out, 00 stands for the plus.
 *
 * @throws AppError INVALID_INPUT for `number`.
 */
export function dialledNumber(text: string): string {
  const number = text.replace(separators, '').replace(/^00/u, '+');
  if (!dialled.test(number)) throw invalidField('number', 'not-a-number');
  return number;
}
