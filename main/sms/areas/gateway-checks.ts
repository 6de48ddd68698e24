import type { FieldError } from '../../../shared/model/errors.ts';
import { gatewayLimits } from '../../../shared/model/gateway.ts';
import type { GatewayKind } from '../../../shared/model/gateway.ts';
import type { GatewayRow } from '../../store/types.ts';
import { parseStatuses } from '../gateways/http-answer.ts';
import { parseRequestTemplate } from '../gateways/http-request.ts';
import { createSafePattern } from '../gateways/safe-pattern.ts';

/** Most messages under way at once. An SMPP window may be large, as it costs no connections. */
const mostAtOnce: Readonly<Record<GatewayKind, number>> = {
  http: 64,
  peer: 64,
  modem: 1,
  smpp: 1_000,
  simulator: 64,
};

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
const variable = /%[a-z_]+[;%]/u;
/** A name or an address (RFC 1123 §2.1, RFC 4291 §2.2), without scheme, port and path. */
const hostForm = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[?[0-9a-f:.]*:[0-9a-f:.]*\]?)$/iu;
const smscForm = /^(?:\+?\d{3,20})?$/u;

/**
 * What would pull the modem from under the driver: sending, deleting and locking, the PIN, the form of
 * messages and of their announcement, the port's own speed and flow; dialling, answering, echo, results
 * and resets.
 */
const forbiddenCommands =
  /\+(?:CMG[SWCDFRL]|CMSS|CPIN|CPWD|CLCK|CNMI|CNMA|CSMS|CMEE|CFUN|CPMS|IPR|ICF|IFC)\b|&F|^AT\s*(?:D|A|H|O|Z|E1|Q1|V0|\d*[QV][10])|;\s*(?:D|A|H|O|Z|E1|Q1|V0)/iu;

/** What is wrong with the settings of a gateway of any kind, each at its field. */
export function gatewayFaults(row: GatewayRow): FieldError[] {
  return [...kindFaults(row), ...concurrencyFaults(row)];
}

function kindFaults(row: GatewayRow): FieldError[] {
  switch (row.kind) {
    case 'http':
      return httpFaults(row);
    case 'peer':
      return peerFaults(row);
    case 'modem':
      return modemFaults(row);
    case 'smpp':
      return smppFaults(row);
    case 'simulator':
      return [];
  }
}

function concurrencyFaults({ kind, concurrency }: GatewayRow): FieldError[] {
  const max = mostAtOnce[kind];
  return concurrency <= max
    ? []
    : [{ path: 'concurrency', code: 'out-of-range', params: { min: 1, max } }];
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
  fields.push(...patternFaults(row));
  if (controlCharacter.test(row.contentType)) fields.push({ path: 'contentType', code: 'invalid' });
  fields.push(...headerFaults(row));
  return fields;
}

function patternFaults({ successPattern, idPattern, options }: GatewayRow): FieldError[] {
  const { refusedPattern, retryPattern, deliveredPattern, undeliveredPattern } = options;
  const patterns = {
    successPattern,
    idPattern,
    refusedPattern,
    retryPattern,
    deliveredPattern,
    undeliveredPattern,
  };
  const fields: FieldError[] = Object.entries(patterns)
    .filter(([, source]) => source !== '' && createSafePattern(source) === undefined)
    .map(([path]) => ({ path, code: 'invalid' }));
  if (parseStatuses(options.successStatus) === undefined) {
    fields.push({ path: 'successStatus', code: 'invalid' });
  }
  return fields;
}

function headerFaults({ headers, options }: GatewayRow): FieldError[] {
  const entries = Object.entries(headers);
  if (entries.length > gatewayLimits.headers) {
    return [{ path: 'headers', code: 'out-of-range', params: { max: gatewayLimits.headers } }];
  }
  const signsIn = options.auth !== 'none';
  return entries
    .filter(
      ([name, value]) =>
        !headerName.test(name) ||
        ownHeaders.has(name.toLowerCase()) ||
        // It would take the place of the one that `auth` makes.
        (signsIn && name.toLowerCase() === 'authorization') ||
        controlCharacter.test(value),
    )
    .map(([name]) => ({ path: `headers.${name}`, code: 'invalid' }));
}

/** The address of another server: no template, and no login within it, which would be shown. */
function peerFaults({ url }: GatewayRow): FieldError[] {
  if (url === '') return [{ path: 'url', code: 'required' }];
  if (!URL.canParse(url)) return [{ path: 'url', code: 'not-a-url' }];
  const { protocol, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return [{ path: 'url', code: 'not-a-url' }];
  const isPlain = username === '' && password === '' && !variable.test(url);
  return isPlain ? [] : [{ path: 'url', code: 'invalid' }];
}

function modemFaults({ options }: GatewayRow): FieldError[] {
  const fields: FieldError[] = [];
  if (options.path === '') fields.push({ path: 'path', code: 'required' });
  else if (controlCharacter.test(options.path)) fields.push({ path: 'path', code: 'invalid' });
  if (!smscForm.test(options.smsc.replace(/[\s().-]/gu, ''))) {
    fields.push({ path: 'smsc', code: 'not-a-number' });
  }
  const lines = options.initCommands.split(/\r?\n/u);
  const faulty = lines.findIndex((line) => line.trim() !== '' && !isHarmless(line.trim()));
  if (faulty !== -1) {
    fields.push({ path: 'initCommands', code: 'invalid', params: { line: faulty + 1 } });
  }
  return fields;
}

function isHarmless(command: string): boolean {
  return (
    /^AT/iu.test(command) && !controlCharacter.test(command) && !forbiddenCommands.test(command)
  );
}

function smppFaults({ options }: GatewayRow): FieldError[] {
  const { host, systemId, systemType, serviceType } = options;
  const fields: FieldError[] = [];
  if (host === '') fields.push({ path: 'host', code: 'required' });
  else if (!hostForm.test(host)) fields.push({ path: 'host', code: 'invalid' });
  if (systemId === '') fields.push({ path: 'systemId', code: 'required' });
  // These are C-octet strings, which are ASCII (SMPP 3.4 §3.1).
  for (const [path, text] of Object.entries({ systemId, systemType, serviceType })) {
    if (!/^[ -~]*$/u.test(text)) fields.push({ path, code: 'invalid' });
  }
  return fields;
}
