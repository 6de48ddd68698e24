import type { SmsUser, SmsUserInput } from '../../../../shared/model/sms-account.ts';

/** What stands in the fields of a user. */
export interface UserValues {
  readonly name: string;
  /** Empty keeps the one that is set. */
  readonly password: string;
  readonly active: boolean;
  /** Empty: no limit. */
  readonly monthlyLimit: number | string;
  /** `2026-11-22`, the last day; empty: for good. */
  readonly expires: string;
  /** Empty: as the routes say. */
  readonly gatewayId: string;
}

/** Values of a user who is new. */
export const emptyUser: UserValues = {
  name: '',
  password: '',
  active: true,
  monthlyLimit: '',
  expires: '',
  gatewayId: '',
};

/** The last day on which an instant has not come yet, by this machine's zone: `2026-11-22`. */
function lastDay(instant: number): string {
  const date = new Date(instant - 1);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first instant after a day, by this machine's zone. */
function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}

/** The fields as a user has them. */
export function userToForm(user: SmsUser): UserValues {
  return {
    name: user.name,
    password: '',
    active: user.active,
    monthlyLimit: user.monthlyLimit ?? '',
    expires: user.expires === null ? '' : lastDay(user.expires),
    gatewayId: user.gatewayId ?? '',
  };
}

/** What is sent; the password only where one was typed. */
export function formToUser(values: UserValues): Omit<SmsUserInput, 'password'> & {
  readonly password?: string;
} {
  const limit = String(values.monthlyLimit).trim();
  return {
    name: values.name.trim(),
    active: values.active,
    monthlyLimit: limit === '' ? null : Number(limit),
    expires: values.expires === '' ? null : endOfDay(values.expires),
    gatewayId: values.gatewayId === '' ? null : values.gatewayId,
    ...(values.password === '' ? {} : { password: values.password }),
  };
}

/** Whether a user may send, and why not. */
export function userState(user: SmsUser, now: number): 'active' | 'off' | 'expired' | 'used-up' {
  if (!user.active) return 'off';
  if (user.expires !== null && user.expires <= now) return 'expired';
  const { monthlyLimit, sentThisMonth } = user;
  return monthlyLimit !== null && sentThisMonth >= monthlyLimit ? 'used-up' : 'active';
}

/** Stands in the example for what its reader knows. */
const passwordPlace = 'PASSWORD';

/** A call of the API that sends a text, for a shell. The password is left for its reader to put in. */
export function curlExample(root: string, user: string | null): string {
  return [
    `curl --get '${root}/sms/' \\`,
    ...(user === null
      ? []
      : [
          `  --data-urlencode 'user=${user.replaceAll("'", "'\\''")}' \\`,
          `  --data-urlencode 'pass=${passwordPlace}' \\`,
        ]),
    "  --data-urlencode 'number=+48600100200' \\",
    "  --data-urlencode 'data=Hello'",
  ].join('\n');
}
