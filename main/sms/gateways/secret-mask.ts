import { percentEncodeText } from '../template/render.ts';
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
    octets.toString('base64'),
    octets.toString('base64url'),
    octets.toString('hex'),
    octets.toString('hex').toUpperCase(),
  ];
}
