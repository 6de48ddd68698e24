import { invalidField } from '../../shared/model/errors.ts';

/**
 * A zone's IANA name as it was given; null stays null.
 *
 * @throws AppError INVALID_INPUT for the field at `path`.
 */
export function knownZone<Zone extends string | null>(path: string, timeZone: Zone): Zone {
  if (timeZone === null) return timeZone;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    throw invalidField(path, 'unknown');
  }
}
