import { AppError } from '../../../shared/model/errors.ts';
import { smsHttpLimits } from './limits.ts';

/**
 * Every way in which the API says no: the code is stable and is what programs test for, the sentence
 * is for whoever reads the answer. Listed in docs/sms-api.md.
 */
export const refusals = {
  'number-missing': { status: 400, sentence: 'There is no number.' },
  'number-invalid': { status: 400, sentence: 'This is no telephone number.' },
  'data-missing': { status: 400, sentence: 'There is no data.' },
  'data-invalid': {
    status: 400,
    sentence: 'The data cannot be read: binary data is base64 or hex, and fits its coding.',
  },
  'udh-invalid': {
    status: 400,
    sentence: 'The user data header cannot be read: it is binary, and begins with its length.',
  },
  'parameter-invalid': { status: 400, sentence: 'A parameter has a value that it cannot have.' },
  'sender-invalid': {
    status: 400,
    sentence: 'The sender is neither a number nor a name of at most 11 characters.',
  },
  'too-many-hops': {
    status: 400,
    sentence: `The message was passed on by more than ${String(smsHttpLimits.hops)} Pushdesks: they may be each other’s gateways.`,
  },
  'gateway-unknown': { status: 400, sentence: 'There is no such gateway.' },
  'charset-unknown': { status: 400, sentence: 'This character set is not known.' },
  'body-invalid': { status: 400, sentence: 'The body cannot be read.' },
  'login-needed': { status: 401, sentence: 'A user name and a password are needed.' },
  'login-wrong': { status: 401, sentence: 'The user name or the password is wrong.' },
  inactive: { status: 403, sentence: 'This user is switched off.' },
  expired: { status: 403, sentence: 'This user has expired.' },
  'gateway-forbidden': { status: 403, sentence: 'This user may not choose that gateway.' },
  'from-a-page': { status: 403, sentence: 'Pages in a browser may not send SMS.' },
  off: { status: 404, sentence: 'The API for SMS is switched off.' },
  'path-unknown': { status: 404, sentence: 'There is nothing at this address.' },
  'message-unknown': { status: 404, sentence: 'There is no such message.' },
  'method-wrong': { status: 405, sentence: 'Use GET or POST.' },
  'body-type': { status: 415, sentence: 'The body has to be a form or JSON.' },
  'too-large': { status: 413, sentence: 'The request is too large.' },
  'too-long': { status: 413, sentence: 'The message is too long.' },
  'too-many-numbers': {
    status: 413,
    sentence: `There are more than ${String(smsHttpLimits.numbers)} numbers.`,
  },
  'limit-reached': { status: 429, sentence: 'The limit of this month is used up.' },
  'too-many-failures': { status: 429, sentence: 'Too many wrong passwords: come back later.' },
  busy: { status: 503, sentence: 'Too much at once: come back later.' },
  unavailable: { status: 503, sentence: 'The message could not be stored: come back later.' },
} as const satisfies Readonly<
  Record<string, { readonly status: number; readonly sentence: string }>
>;

/** A stable code of {@link refusals}. */
export type RefusalCode = keyof typeof refusals;

/** A request that is not followed. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly retryAfterSeconds?: number;
  /** The parameter at fault, where the code does not say it. */
  readonly parameter?: string;
}

/** Whether something is a refusal. */
export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

const fieldRefusals: Readonly<Record<string, RefusalCode>> = {
  number: 'number-invalid',
  text: 'data-invalid',
  data: 'data-invalid',
  udh: 'udh-invalid',
  dcs: 'parameter-invalid',
  pid: 'parameter-invalid',
  sender: 'sender-invalid',
  gatewayId: 'gateway-unknown',
};

/** What an error of the queue means to the caller; undefined for one that is no fault of the caller's. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof AppError) || error.code !== 'INVALID_INPUT') return undefined;
  const [field] = error.fields;
  if (field?.code === 'too-long' && field.path !== 'sender') return { refused: 'too-long' };
  const refused = fieldRefusals[field?.path ?? ''] ?? 'parameter-invalid';
  const isNamed = refused === 'parameter-invalid' && field !== undefined;
  return { refused, ...(isNamed ? { parameter: field.path } : {}) };
}
