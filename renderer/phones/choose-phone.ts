import type { Phone } from '../../shared/model/phone.ts';
import { alertCodes, syncTypeSchema } from '../../shared/model/words.ts';
import type { SyncType } from '../../shared/model/words.ts';

/** The phone that the drawer shows: the chosen one, else the one that woke last, else the first. */
export function choosePhone(phones: readonly Phone[], number: string | null): Phone | undefined {
  const chosen = number === null ? undefined : phones.find((phone) => phone.number === number);
  if (chosen !== undefined) return chosen;
  return phones.reduce<Phone | undefined>(
    (last, phone) =>
      last === undefined || (phone.wokenAt ?? -1) > (last.wokenAt ?? -1) ? phone : last,
    undefined,
  );
}

/** The sync type of an alert code (206 to 210); null for a number that is none. */
export function syncTypeOf(code: number): SyncType | null {
  return syncTypeSchema.options.find((type) => alertCodes[type] === code) ?? null;
}
