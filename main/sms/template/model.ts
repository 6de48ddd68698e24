import type { SmsAlphabet } from '../../codecs/gsm-sms/index.ts';

/**
 * Names that may stand between percent signs. Those of other servers' URL templates are kept, so
 * that a template which worked there works here.
 */
export const variableNames = [
  'number',
  'data',
  'udh',
  'userdata',
  'binary',
  'pid',
  'dcs',
  'class',
  'sender',
  'sender_phonealias',
  'parts',
  'condition',
  'user',
  'password',
  'credentials',
  'id',
  'reporturl',
] as const;
export type VariableName = (typeof variableNames)[number];

/** Character sets that a text can be turned into octets with. */
export const charsets = ['utf-8', 'iso-8859-1', 'us-ascii', 'utf-16be', 'gsm0338'] as const;
export type Charset = (typeof charsets)[number];

/** One step of what is done to a variable's value; steps are done in the order written. */
export type Modifier =
  /** `isascii`, `isunicode`, `isbinary`: of another message the variable leaves nothing. */
  | { readonly kind: 'when'; readonly alphabet: SmsAlphabet }
  /** `value=…`: this piece of template text takes the value's place. */
  | { readonly kind: 'value'; readonly text: string }
  /** `charset=…`, or `unicode`, which is `charset=utf-16be`: a text becomes octets. */
  | { readonly kind: 'charset'; readonly charset: Charset }
  /** `present=…`: where the value is not empty, this piece of template text takes its place. */
  | { readonly kind: 'present'; readonly text: string }
  /** `append=…`: goes behind a value that is not empty, and is written as a part of it. */
  | { readonly kind: 'append'; readonly text: string }
  /** `hex`: lower-case hexadecimal digits. */
  | { readonly kind: 'hex' }
  /** `hexsp`: the same with a space between octets. */
  | { readonly kind: 'hexsp' }
  /** `upper`: capital letters, for providers that want `0A` and not `0a`. */
  | { readonly kind: 'upper' }
  /** `b64`: standard base64 with padding. */
  | { readonly kind: 'b64' }
  /** `len`: the number of octets goes in front, as an octet. A header has it there already. */
  | { readonly kind: 'len' }
  /** `nolen`: takes the length octet of a header away. */
  | { readonly kind: 'nolen' }
  /** `interprefix=…`: stands where a number has its plus. */
  | { readonly kind: 'interprefix'; readonly prefix: string };

/** A piece of a template. */
export type TemplateNode =
  /** Text that is sent as it was written. */
  | { readonly kind: 'literal'; readonly text: string }
  /** `%%`, a percent sign. */
  | { readonly kind: 'percent' }
  /** `%name;modifier;modifier=argument%`. */
  | {
      readonly kind: 'variable';
      readonly name: VariableName;
      readonly modifiers: readonly Modifier[];
      /** Where its first percent sign stands, from 0. */
      readonly position: number;
    };

/** A template, taken apart. */
export type Template = readonly TemplateNode[];

/** What is wrong with a template, and where. */
export interface TemplateFault {
  readonly code:
    | 'unclosed'
    | 'unknown-variable'
    | 'unknown-modifier'
    | 'bad-argument'
    | 'too-many'
    | 'variable-in-host'
    | 'not-a-url';
  /** Where the faulty piece starts, from 0. */
  readonly position: number;
  /** The faulty piece, cut to what fits into a sentence. */
  readonly token: string;
}

/** Either a template or what is wrong with it. */
export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly fault: TemplateFault };

/**
 * Whether a template contains the variable, for messages of an alphabet: one with a condition that
 * leaves nothing of it does not count.
 */
export function usesVariable(
  template: Template,
  name: VariableName,
  alphabet: SmsAlphabet,
): boolean {
  return template.some(
    (node) =>
      node.kind === 'variable' &&
      node.name === name &&
      node.modifiers.every((each) => each.kind !== 'when' || each.alphabet === alphabet),
  );
}
