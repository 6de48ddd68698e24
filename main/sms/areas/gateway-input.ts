import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { FieldError } from '../../../shared/model/errors.ts';
import type { GatewayInput, GatewayKind, GatewayOptions } from '../../../shared/model/gateway.ts';
import { defaultGatewayOptions, gatewayLimits } from '../../../shared/model/gateway.ts';
import type { GatewayRow } from '../../store/types.ts';
import { parseUrlTemplate } from '../template/url-template.ts';
import { gatewayFaults } from './gateway-checks.ts';

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

/** In what the kinds differ from each other when they are new. */
const kindDefaults: Readonly<Record<GatewayKind, Partial<Settings>>> = {
  http: {},
  peer: {},
  // A modem takes some seconds a part, and some networks much longer.
  modem: { concurrency: 1, timeoutMs: 60_000 },
  // The window; more only helps where the way is long.
  smpp: { concurrency: 10, timeoutMs: 30_000 },
  simulator: {},
};

/** Any settings of a gateway; undefined leaves one as it is. */
type Changes = { readonly [Name in keyof GatewayInput]?: GatewayInput[Name] | undefined };

/** The row of a new gateway. Throws INVALID_INPUT that names every faulty field. */
export function newGatewayRow(
  input: GatewayInput,
  others: readonly GatewayRow[],
  made: Pick<GatewayRow, 'id' | 'createdAt'>,
): GatewayRow {
  const { kind } = input;
  const unnamed: GatewayRow = {
    ...gatewayDefaults,
    ...kindDefaults[kind],
    ...given(input),
    options: { ...defaultGatewayOptions, ...givenOptions(input) },
    ...made,
    kind,
    name: input.name ?? '',
    active: true,
  };
  const row = unnamed.name === '' ? { ...unnamed, name: freeName(unnamed, others) } : unnamed;
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
  // A stored secret must not be had by pointing the gateway at a machine of one's own.
  const secret = row.kind === 'modem' ? 'pin' : 'password';
  if (hasPassword && input[secret] === undefined && targetOf(row) !== targetOf(changed)) {
    throw invalidField(secret, 'required');
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

/** Where it leads, with a number behind it when another is called so. */
function freeName(row: GatewayRow, others: readonly GatewayRow[]): string {
  const taken = new Set(others.map(({ name }) => name.toLowerCase()));
  const wanted = placeOf(row).slice(0, gatewayLimits.name - 5) || row.kind;
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1)
    name = `${wanted} ${String(number)}`;
  return name;
}

/** The machine or port that it leads to, as people know it. */
function placeOf({ kind, url, options }: GatewayRow): string {
  if (kind === 'modem') return options.path;
  if (kind === 'smpp') return options.host;
  const [, host = ''] = /^(?:https?:\/\/)?(?:[^/@]*@)?([^/?#]+)/iu.exec(url) ?? [];
  return host;
}

/** The machine or port that gets the secret. */
function targetOf({ kind, url, options }: GatewayRow): string | undefined {
  switch (kind) {
    case 'http':
    case 'peer': {
      const parsed = parseUrlTemplate(url);
      return parsed.ok ? `${parsed.url.protocol}//${parsed.url.host}` : undefined;
    }
    case 'smpp':
      return `${options.host.toLowerCase()}:${String(options.port)}`;
    case 'modem':
      return options.path;
    case 'simulator':
      return undefined;
  }
}

function check(row: GatewayRow, others: readonly GatewayRow[]): void {
  const fields: FieldError[] = [];
  const isTaken = others.some(
    ({ id, name }) => id !== row.id && name.toLowerCase() === row.name.toLowerCase(),
  );
  if (isTaken) fields.push({ path: 'name', code: 'duplicate' });
  fields.push(...gatewayFaults(row));
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
}

/** A number to send a test to, with its plus; anything but an international one is refused. */
export function testNumber(text: string): string {
  const digits = text.replace(/[\s().\-/]/gu, '').replace(/^00/u, '+');
  // ITU-T E.164: at most 15 digits; a country code does not begin with 0.
  if (!/^\+[1-9]\d{5,14}$/u.test(digits)) throw invalidField('number', 'not-a-number');
  return digits;
}
