import { escapeXml, percentEncodeText } from '../template/render.ts';
import { secretMask } from '../template/values.ts';

/**
 * Makes what replaces each secret in a text, in all the forms in which a far side may send it back:
 * as it is, percent-encoded, escaped, in hex or base64.
 */
export function createSecretMask(
  password: string | undefined,
  user: string,
): (text: string) => string {
  if (password === undefined || password === '') return (text) => text;
  const forms = new Set([password, `${user}:${password}`].flatMap(formsOf));
  // The longest first, so that no form is left with only its middle covered.
  const ordered = [...forms].sort((left, right) => right.length - left.length);
  return (text) => ordered.reduce((masked, form) => masked.replaceAll(form, secretMask), text);
}

/** Names under which providers take what signs us in. */
const secretNames = String.raw`(?:\w*(?:pass|passwd|password|pwd|secret|token|api[-_]?key))`;
const typedSecret = new RegExp(
  String.raw`(?:^|[?&])${secretNames}=([^&#\s]+)|"${secretNames}"\s*:\s*"([^"]+)"` +
    String.raw`|<(?:[\w.-]+:)?${secretNames}(?:\s[^>]*)?>([^<]+)<|\s${secretNames}\s*=\s*["']([^"']+)["']`,
  'giu',
);
/** Headers whose whole value signs somebody in. */
const secretHeader = new RegExp(
  String.raw`^(?:[\w-]*authorization|cookie|[\w-]*${secretNames})$`,
  'iu',
);
const variable = /%[a-z_]+[;%]/iu;
/** Shorter ones would cover half of what is to be read. */
const shortestTyped = 4;

/**
 * Secrets that somebody typed into a template itself, in place of `%password%`: the values of what is
 * called like one in a query, a form, JSON or XML. They are kept as typed, but neither shown nor logged.
 */
export function typedSecrets(template: string): string[] {
  const values = [...template.matchAll(typedSecret)].map(
    ([, query, json, element, attribute]) => query ?? json ?? element ?? attribute ?? '',
  );
  return values
    .filter((value) => !variable.test(value))
    .map(percentDecoded)
    .filter((value) => value.length >= shortestTyped);
}

/** The same of headers: of `Authorization: Key abc123` the words behind the first, and all of it. */
export function typedHeaderSecrets(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers)
    .filter(([name, value]) => secretHeader.test(name) && !variable.test(value))
    .flatMap(([, value]) => [value, ...value.split(/\s+/u).slice(1)])
    .map((value) => value.trim())
    .filter((value) => value.length >= shortestTyped);
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function formsOf(secret: string): string[] {
  const octets = Buffer.from(secret, 'utf8');
  const percent = percentEncodeText(secret);
  return [
    secret,
    percent,
    percent.replace(/%[0-9A-F]{2}/gu, (escape) => escape.toLowerCase()),
    percent.replaceAll('%20', '+'),
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd')),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    escapeXml(secret),
    escapeXml(secret).replaceAll('&quot;', '&#34;').replaceAll('&apos;', '&#39;'),
    escapeXml(secret).replaceAll('&apos;', '&#x27;'),
    JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
    octets.toString('base64'),
    octets.toString('base64url'),
    octets.toString('hex'),
    octets.toString('hex').toUpperCase(),
  ];
}
