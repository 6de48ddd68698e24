import { concatBytes, toHex } from '../../codecs/bytes.ts';
import { encodeUcs2, textOfUserData, textToSeptets } from '../../codecs/gsm-sms/index.ts';
import type { SmsAlphabet, SmsSegment } from '../../codecs/gsm-sms/index.ts';
import type { Charset, Modifier, VariableName } from './model.ts';

/** What fills the variables of a template. */
export interface TemplateValues {
  readonly id: string;
  readonly number: string;
  readonly sender: string;
  readonly user: string;
  /** Undefined shows dots in its place: for everything that people or logs get to see. */
  readonly password: string | undefined;
  readonly dcs: number;
  readonly pid: number;
  readonly alphabet: SmsAlphabet;
  /** How many parts the whole message has. */
  readonly parts: number;
  /** Where its delivery is to be reported; empty where nobody asks, undefined shows dots. */
  readonly reportUrl: string | undefined;
  /** What this request carries: one part, or the whole message. */
  readonly segment: SmsSegment;
}

/** Stands for a secret in whatever is shown. */
export const secretMask = '•••';

/** A variable's value on its way through the modifiers. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  /** A user data header with its length octet, as long as nothing was done to it. */
  | { readonly kind: 'header'; readonly octets: Uint8Array }
  /** A number that fits an octet: decimal, or two hexadecimal digits. */
  | { readonly kind: 'number'; readonly number: number }
  /** A piece of the template itself: goes out as it was written. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'mask' };

const nothing: Value = { kind: 'literal', text: '' };
const mask: Value = { kind: 'mask' };

/** Value of a variable before any modifier. */
export function valueOf(name: VariableName, values: TemplateValues): Value {
  switch (name) {
    case 'number':
      return text(values.number);
    case 'data':
      return dataOf(values);
    case 'udh':
      return { kind: 'header', octets: values.segment.udh };
    case 'userdata':
      return octets(concatBytes([values.segment.udh, values.segment.data]));
    case 'binary':
      return text(values.alphabet === 'binary' ? '1' : '0');
    case 'pid':
      return { kind: 'number', number: values.pid };
    case 'dcs':
      return { kind: 'number', number: values.dcs };
    case 'class':
      return text(messageClass(values.dcs));
    case 'sender':
    case 'sender_phonealias':
      return text(values.sender);
    case 'parts':
      return { kind: 'number', number: values.parts };
    case 'condition':
      return nothing;
    case 'user':
      return text(values.user);
    case 'password':
      return values.password === undefined ? mask : text(values.password);
    case 'credentials':
      return values.password === undefined ? mask : text(`${values.user}:${values.password}`);
    case 'id':
      return text(values.id);
    case 'reporturl':
      return values.reportUrl === undefined ? mask : text(values.reportUrl);
  }
}

/** The value that the modifiers make of a value, in their order. */
export function modify(value: Value, modifiers: readonly Modifier[], alphabet: SmsAlphabet): Value {
  let current = value;
  for (const modifier of modifiers) {
    if (modifier.kind === 'when') {
      if (modifier.alphabet !== alphabet) return nothing;
    } else if (modifier.kind === 'value') current = { kind: 'literal', text: modifier.text };
    else if (modifier.kind === 'present') {
      current = isEmpty(current) ? nothing : { kind: 'literal', text: modifier.text };
    }
    // What stands for a secret must not look like a value that was made from it.
    else if (current.kind !== 'mask') current = apply(current, modifier);
  }
  return current;
}

type Step = Exclude<Modifier, { kind: 'when' | 'value' | 'present' }>;

function isEmpty(value: Value): boolean {
  return value.kind !== 'mask' && octetsOf(value).length === 0;
}

function apply(value: Exclude<Value, { kind: 'mask' }>, modifier: Step): Value {
  switch (modifier.kind) {
    case 'charset':
      return value.kind === 'text' ? octets(encode(value.text, modifier.charset)) : value;
    case 'interprefix':
      return value.kind === 'text' && value.text.startsWith('+')
        ? text(modifier.prefix + value.text.slice(1))
        : value;
    case 'append':
      return value.kind === 'text' && value.text !== '' ? text(value.text + modifier.text) : value;
    case 'hex':
      return text(toHex(octetsOf(value)));
    case 'hexsp':
      return text(toHex(octetsOf(value)).replace(/..(?=.)/gu, '$& '));
    case 'b64':
      return text(Buffer.from(octetsOf(value)).toString('base64'));
    case 'len':
      return value.kind === 'header' ? value : octets(withLength(octetsOf(value)));
    case 'nolen':
      return value.kind === 'header' ? octets(value.octets.subarray(1)) : value;
    case 'upper':
      return value.kind === 'text' ? text(value.text.toUpperCase()) : value;
  }
}

/** Octets of a value: of a text in UTF-8. */
export function octetsOf(value: Exclude<Value, { kind: 'mask' }>): Uint8Array {
  switch (value.kind) {
    case 'text':
    case 'literal':
      return Buffer.from(value.text, 'utf8');
    case 'octets':
    case 'header':
      return value.octets;
    case 'number':
      return value.number > 0xff
        ? Uint8Array.of(value.number >> 8, value.number & 0xff)
        : Uint8Array.of(value.number);
  }
}

function dataOf({ dcs, alphabet, segment }: TemplateValues): Value {
  if (alphabet === 'binary') return octets(segment.data);
  return text(textOfUserData(dcs, segment.data, segment.udh) ?? '');
}

/** Message class of a TP-DCS, or nothing where it has none (GSM 03.38 §4). */
function messageClass(dcs: number): string {
  const hasClass = dcs >> 4 === 0xf || (dcs < 0x80 && (dcs & 0x10) !== 0);
  return hasClass ? String(dcs & 3) : '';
}

function withLength(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  const length = octetsOf({ kind: 'number', number: bytes.length });
  return concatBytes([length, bytes]);
}

function encode(characters: string, charset: Charset): Uint8Array {
  switch (charset) {
    case 'utf-8':
      return Buffer.from(characters, 'utf8');
    case 'iso-8859-1':
      return singleOctets(characters, 0xff);
    case 'us-ascii':
      return singleOctets(characters, 0x7f);
    case 'utf-16be':
      return encodeUcs2(characters);
    case 'gsm0338':
      return concatBytes(
        Array.from(characters, (character) => textToSeptets(character) ?? Uint8Array.of(0x3f)),
      );
  }
}

/** One octet a character; what the set lacks becomes a question mark. */
function singleOctets(characters: string, highest: number): Uint8Array {
  return Uint8Array.from(Array.from(characters), (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code <= highest ? code : 0x3f;
  });
}

function text(characters: string): Value {
  return { kind: 'text', text: characters };
}

function octets(bytes: Uint8Array): Value {
  return { kind: 'octets', octets: bytes };
}
