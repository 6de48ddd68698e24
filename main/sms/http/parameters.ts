import { smsHttpLimits } from './limits.ts';
import type { SmsHttpRequest } from './ports.ts';
import type { Refusal } from './refusals.ts';

/** What a caller has sent, by names in lower case. */
export interface Parameters {
  /** The first value of a name; empty when there is none. */
  get(name: string): string;
  getAll(name: string): readonly string[];
}

type Pairs = readonly (readonly [string, string])[];

const formType = 'application/x-www-form-urlencoded';
const replacement = '\ufffd';
/** What clients that say nothing and do not send UTF-8 mean (WHATWG Encoding). */
const oldCharset = 'windows-1252';

/** Reads query and body. What is in both counts as the body has it. */
export function readParameters(request: SmsHttpRequest): Parameters | Refusal {
  const body = bodyPairs(request);
  if ('refused' in body) return body;
  const { query, search } = request;
  const pairs = [...body, ...formPairs(query, search ?? query.toString())];
  if (pairs.length > smsHttpLimits.parameters) return { refused: 'too-large' };
  const asked = pairs.find(([name]) => name === 'charset')?.[1] ?? '';
  if (!isKnownCharset(asked)) return { refused: 'charset-unknown' };
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    if (before === undefined) values.set(name, [value]);
    else before.push(value);
  }
  return {
    get: (name) => values.get(name)?.[0] ?? '',
    getAll: (name) => values.get(name) ?? [],
  };
}

function bodyPairs({ method, headers, body }: SmsHttpRequest): Pairs | Refusal {
  if (method !== 'POST' || body.length === 0) return [];
  if (body.length > smsHttpLimits.bodyOctets) return { refused: 'too-large' };
  const [type = ''] = String(headers['content-type'] ?? formType).split(';');
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  switch (type.trim().toLowerCase()) {
    case formType:
      return formPairs(new URLSearchParams(text), text);
    case 'application/json':
      return jsonPairs(body);
    default:
      return { refused: 'body-type' };
  }
}

/** @param source The same before it was decoded. */
function formPairs(form: URLSearchParams, source: string): Pairs {
  const pairs = [...form].map(([name, value]) => [name.toLowerCase(), value] as const);
  const asked = pairs.find(([name]) => name === 'charset')?.[1] ?? '';
  const isStrange = pairs.some(([, value]) => value.includes(replacement));
  if (!isStrange && (asked === '' || isUtf8(asked))) return pairs;
  const charset = asked !== '' && isKnownCharset(asked) ? asked : 'utf-8';
  return source
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decode(name, 'utf-8').toLowerCase(), decode(value.join('='), charset)] as const;
    });
}

/** Octets behind a percent-encoded text, as characters of a charset; what is no UTF-8 is an old one. */
function decode(encoded: string, charset: string): string {
  const octets = Buffer.from(
    encoded
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/giu, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset, { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder(isUtf8(charset) ? oldCharset : charset).decode(octets);
  }
}

function isUtf8(charset: string): boolean {
  return /^utf-?8$/iu.test(charset);
}

function isKnownCharset(charset: string): boolean {
  if (charset === '' || isUtf8(charset)) return true;
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}

/** An object of texts, numbers and truths; a list stands for a parameter that is there several times. */
function jsonPairs(body: Uint8Array): Pairs | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { refused: 'body-invalid' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { refused: 'body-invalid' };
  }
  const pairs: (readonly [string, string])[] = [];
  for (const [name, one] of Object.entries(value)) {
    for (const each of Array.isArray(one) ? (one as unknown[]) : [one as unknown]) {
      const text = jsonText(each);
      if (text === undefined) return { refused: 'body-invalid' };
      pairs.push([name.toLowerCase(), text]);
    }
  }
  return pairs;
}

function jsonText(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}
