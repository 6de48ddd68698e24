import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { FieldError } from '../../../shared/model/errors.ts';
import type { GatewayInput, GatewayOptions } from '../../../shared/model/gateway.ts';
import { defaultGatewayOptions, gatewayLimits } from '../../../shared/model/gateway.ts';
import type { GatewayRow } from '../../store/types.ts';
import { parseRequestTemplate } from '../gateways/http-request.ts';
import { parseUrlTemplate } from '../template/url-template.ts';
import { createSafePattern } from '../gateways/safe-pattern.ts';

/** What an admin may leave out. */
export const gatewayDefaults = {
  url: '',
  method: 'GET',
  body: '',
  contentType: '',
  headers: {},
  user: '',
  sender: '',
  successPattern: '',
  idPattern: '',
  priority: 10,
  concurrency: 8,
  timeoutMs: 15_000,
} as const;

const optionNames = Object.keys(defaultGatewayOptions) as (keyof GatewayOptions)[];

type Settings = Omit<GatewayRow, 'id' | 'kind' | 'active' | 'createdAt' | 'options'>;
const settingNames = ['name', ...Object.keys(gatewayDefaults)] as (keyof Settings)[];

/** RFC 9110 §5.6.2: what a header may be named. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/u;
/** Headers that the request itself sets: another value would break it. */
const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const controlCharacter = /\p{Cc}/u;

/** Any settings of a gateway; undefined leaves one as it is. */
type Changes = { readonly [Name in keyof GatewayInput]?: GatewayInput[Name] | undefined };

/** The row of a new gateway. Throws INVALID_INPUT that names every faulty field. */
export function newGatewayRow(
  input: GatewayInput,
  others: readonly GatewayRow[],
  made: Pick<GatewayRow, 'id' | 'createdAt'>,
): GatewayRow {
  const { kind, name } = input;
  const row: GatewayRow = {
    ...gatewayDefaults,
    ...given(input),
    options: { ...defaultGatewayOptions, ...givenOptions(input) },
    ...made,
    kind,
    name,
    active: true,
  };
  check(row, others);
  return row;
}

/** The row with changes made to it, and the names of what changed. Throws as {@link newGatewayRow}. */
export function changedGatewayRow(
  row: GatewayRow,
  input: Changes,
  others: readonly GatewayRow[],
  hasPassword: boolean,
): { row: GatewayRow; names: string[] } {
  const options = { ...row.options, ...givenOptions(input) };
  const changed: GatewayRow = { ...row, ...given(input), options };
  check(changed, others);
  // A stored password must not be had by pointing the gateway at a machine of one's own.
  if (hasPassword && input.password === undefined && originOf(row) !== originOf(changed)) {
    throw invalidField('password', 'required');
  }
  const names: string[] = settingNames.filter(
    (name) => JSON.stringify(row[name]) !== JSON.stringify(changed[name]),
  );
  names.push(...optionNames.filter((name) => row.options[name] !== options[name]));
  if (input.password !== undefined) names.push('password');
  if (input.pin !== undefined) names.push('pin');
  return { row: changed, names };
}

/** The settings among the input that are not left out. */
function given(input: Changes): Partial<Settings> {
  const entries = settingNames
    .map((name) => [name, input[name]] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** The options among the input that are not left out. */
function givenOptions(input: Changes): Partial<GatewayOptions> {
  const entries = optionNames
    .map((name) => [name, input[name]] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

function originOf({ url }: GatewayRow): string | undefined {
  const parsed = parseUrlTemplate(url);
  return parsed.ok ? `${parsed.url.protocol}//${parsed.url.host}` : undefined;
}

function check(row: GatewayRow, others: readonly GatewayRow[]): void {
  const fields: FieldError[] = [];
  const isTaken = others.some(
    ({ id, name }) => id !== row.id && name.toLowerCase() === row.name.toLowerCase(),
  );
  if (isTaken) fields.push({ path: 'name', code: 'duplicate' });
  if (row.kind === 'http') fields.push(...httpFaults(row));
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
}

function httpFaults(row: GatewayRow): FieldError[] {
  if (row.url === '') return [{ path: 'url', code: 'required' }];
  const fields: FieldError[] = [];
  const parsed = parseRequestTemplate(row);
  if (!parsed.ok) {
    const { field, fault } = parsed.error;
    const { code, position, token } = fault;
    fields.push(
      code === 'not-a-url'
        ? { path: field, code }
        : {
            path: field,
            code: 'bad-template',
            params: { fault: code, position: position + 1, token },
          },
    );
  }
  for (const path of ['successPattern', 'idPattern'] as const) {
    if (row[path] !== '' && createSafePattern(row[path]) === undefined) {
      fields.push({ path, code: 'invalid' });
    }
  }
  if (controlCharacter.test(row.contentType)) fields.push({ path: 'contentType', code: 'invalid' });
  fields.push(...headerFaults(row.headers));
  return fields;
}

function headerFaults(headers: GatewayRow['headers']): FieldError[] {
  const entries = Object.entries(headers);
  if (entries.length > gatewayLimits.headers) {
    return [{ path: 'headers', code: 'out-of-range', params: { max: gatewayLimits.headers } }];
  }
  return entries
    .filter(
      ([name, value]) =>
        !headerName.test(name) ||
        ownHeaders.has(name.toLowerCase()) ||
        controlCharacter.test(value),
    )
    .map(([name]) => ({ path: `headers.${name}`, code: 'invalid' }));
}

/** A number to send a test to, with its plus; anything but an international one is refused. */
export function testNumber(text: string): string {
  const digits = text.replace(/[\s().\-/]/gu, '').replace(/^00/u, '+');
  // ITU-T E.164: at most 15 digits; a country code does not begin with 0.
  if (!/^\+[1-9]\d{5,14}$/u.test(digits)) throw invalidField('number', 'not-a-number');
  return digits;
}
