import { smsHttpLimits } from './limits.ts';
import type { Parameters } from './parameters.ts';
import type { SmsHttpRequest } from './ports.ts';

/** Who a caller says it is. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/**
 * Reads what a caller signs in with: the header (RFC 7617), or the parameters `user` and `pass` of old
 * clients. Undefined when it does not; `faulty` for what nobody's credentials can be.
 */
export function readCredentials(
  { headers }: Pick<SmsHttpRequest, 'headers'>,
  parameters: Parameters,
): Credentials | undefined | 'faulty' {
  const header = headers['authorization'];
  const credentials =
    typeof header === 'string'
      ? basic(header)
      : { user: parameters.get('user'), password: parameters.get('pass') };
  if (credentials === undefined) return 'faulty';
  const { user, password } = credentials;
  if (user === '' && password === '') return undefined;
  const isTooLong =
    user.length > smsHttpLimits.userLength || password.length > smsHttpLimits.passwordLength;
  return isTooLong ? 'faulty' : credentials;
}

function basic(header: string): Credentials | undefined {
  const [, encoded] = /^basic +([\w+/=-]+) *$/iu.exec(header) ?? [];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) return undefined;
  return { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
}
