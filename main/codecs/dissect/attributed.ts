import { toHex } from '../bytes.ts';
import { provisioningLimits } from '../limits.ts';
import { provisioningPublicId, provisioningTokens } from '../oma-cp/tokens.ts';
import { browserTokens } from '../ota-settings/browser-tokens.ts';
import {
  WbxmlTokenizer,
  type AttributeTokens,
  type WbxmlAttributeToken,
  type WbxmlToken,
} from '../wbxml/index.ts';
import type { Dissector } from './dissector.ts';
import { hexPublicId, markWbxmlHeader, tokenText } from './wbxml.ts';

type TagToken = Extract<WbxmlToken, { readonly kind: 'tag' }>;
type StartToken = Extract<WbxmlAttributeToken, { readonly kind: 'start' }>;
type ValueToken = Extract<WbxmlAttributeToken, { readonly kind: 'value' }>;

/** Tags that hold groups of settings or one setting, by their names in lower case. */
const elementKeys: ReadonlyMap<string, string> = new Map([
  ['characteristic', 'settings.group'],
  ['parm', 'settings.setting'],
]);

/** Dissects the rest of a range as a provisioning document (OMA-WAP-TS-ProvCont-V1_1 §8). */
export function dissectProvisioningInto(dissector: Dissector): void {
  dissectAttributedInto(dissector, provisioningTokens);
}

/** Dissects the rest of a range as browser settings or bookmarks. */
export function dissectBrowserSettingsInto(dissector: Dissector): void {
  dissectAttributedInto(dissector, browserTokens);
}

function dissectAttributedInto(dissector: Dissector, tokens: AttributeTokens): void {
  const base = dissector.reader.offset;
  const octets = dissector.reader.view(dissector.reader.remaining);
  const tokenizer = new WbxmlTokenizer(octets, provisioningLimits, 'taken');
  markWbxmlHeader(dissector, tokenizer, base, showPublicId(tokenizer.publicId.value));
  new AttributedDissector(tokenizer, tokens, base).content(dissector, 0);
}

class AttributedDissector {
  readonly #tokenizer: WbxmlTokenizer;
  readonly #tokens: AttributeTokens;
  readonly #base: number;

  constructor(tokenizer: WbxmlTokenizer, tokens: AttributeTokens, base: number) {
    this.#tokenizer = tokenizer;
    this.#tokens = tokens;
    this.#base = base;
  }

  /** Dissects up to the end of an element, or of the document at depth 0. */
  content(dissector: Dissector, depth: number): void {
    if (depth > provisioningLimits.depth) throw dissector.reader.error('too-deep');
    while (depth > 0 || this.#tokenizer.remaining > 0) {
      const token = this.#tokenizer.next();
      if (token.kind !== 'tag') {
        this.#mark(dissector, `wbxml.${token.kind}`, tokenText(token), token);
        if (token.kind === 'end' && depth > 0) return;
      } else if (token.hasContent || token.hasAttributes) {
        const name = this.#tagName(token);
        const key = elementKeys.get(name.toLowerCase()) ?? 'wbxml.element';
        dissector.group(key, (element) => {
          this.#mark(element, 'wbxml.tag', name, token);
          const values = token.hasAttributes ? this.#attributes(element) : [];
          if (token.hasContent) this.content(element, depth + 1);
          return key === 'wbxml.element' ? name : values.join('=');
        });
      } else {
        this.#mark(dissector, 'wbxml.tag', this.#tagName(token), token);
      }
    }
  }

  /** Dissects attributes and gives their values. */
  #attributes(element: Dissector): string[] {
    const values: string[] = [];
    for (;;) {
      const token = this.#tokenizer.nextAttribute();
      if (token.kind === 'start') {
        const { name, value } = this.#start(token);
        values.push(value);
        this.#mark(element, 'wbxml.attribute', value === '' ? name : `${name}=${value}`, token);
      } else {
        const piece = token.kind === 'value' ? this.#value(token) : tokenText(token);
        this.#mark(element, `wbxml.${token.kind}`, piece, token);
        if (token.kind === 'end') return values;
        const last = values.at(-1);
        if (token.kind !== 'page' && last !== undefined) values.splice(-1, 1, last + piece);
      }
    }
  }

  #mark(
    dissector: Dissector,
    key: string,
    value: string,
    token: { readonly offset: number; readonly length: number },
  ): void {
    dissector.mark(key, value, this.#base + token.offset, token.length);
  }

  #tagName({ page, tag }: TagToken): string {
    return this.#tokens.tagName(page, tag) ?? unnamed(page, tag);
  }

  #start({ page, start }: StartToken): { name: string; value: string } {
    return this.#tokens.start(page, start) ?? { name: unnamed(page, start), value: '' };
  }

  #value({ page, value }: ValueToken): string {
    return this.#tokens.value(page, value) ?? unnamed(page, value);
  }
}

function showPublicId(publicId: number | string): string {
  const text = hexPublicId(publicId);
  return publicId === provisioningPublicId ? `PROV 1.0 (${text})` : text;
}

/** What to show for a token that means nothing. */
function unnamed(page: number, token: number | string): string {
  return typeof token === 'string' ? token : `${String(page)}:${toHex(Uint8Array.of(token))}`;
}
