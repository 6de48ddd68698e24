import { ByteReader, emptyBytes, plainBytes } from '../../bytes.ts';
import { CodecError } from '../../codec-error.ts';
import { WbxmlTokenizer, type WbxmlToken } from '../../wbxml/index.ts';
import { syncmlTagName } from '../document.ts';
import type { SecretRange } from './secret-range.ts';

const tableString = 0x83;
/** STR_I with three asterisks. */
const replacement = Uint8Array.of(0x03, 0x2a, 0x2a, 0x2a, 0x00);

/** Where a WBXML message has its secrets; the last range is what could not be read. */
export function redactWbxml(bytes: Uint8Array): {
  readonly source: Uint8Array;
  readonly ranges: readonly SecretRange[];
} {
  const source = plainBytes(bytes);
  const ranges: SecretRange[] = [];
  let position = 0;
  try {
    const tokenizer = new WbxmlTokenizer(source);
    position = tokenizer.offset;
    const path: string[] = [];
    while (tokenizer.remaining > 0) {
      const token = tokenizer.next();
      position = tokenizer.offset;
      if (token.kind === 'tag') {
        if (token.hasContent) path.push(syncmlTagName('syncml', token.page, token.tag) ?? '');
      } else if (token.kind === 'end') path.pop();
      else if (token.kind !== 'page' && isSecret(path)) {
        ranges.push(...tableRange(source, tokenizer, token));
        ranges.push({ start: token.offset, end: position, replacement });
      }
    }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    ranges.push({ start: position, end: source.length, replacement: emptyBytes });
  }
  ranges.sort((left, right) => left.start - right.start);
  return { source, ranges: ranges.filter(({ start }, at) => start >= (ranges[at - 1]?.end ?? 0)) };
}

function isSecret(path: readonly string[]): boolean {
  const name = path.at(-1);
  return name === 'NextNonce' || (name === 'Data' && path.at(-2) === 'Cred');
}

/** The string itself, where a token only points at it. */
function tableRange(
  source: Uint8Array,
  { stringTable }: WbxmlTokenizer,
  token: WbxmlToken,
): SecretRange[] {
  if (source[token.offset] !== tableString) return [];
  const index = new ByteReader(source, 'wbxml', token.offset + 1).uintvar();
  // The table stands right behind the field that tells its length.
  const tableEnd = stringTable.offset + stringTable.length;
  const start = tableEnd - stringTable.value.length + index;
  const nul = source.indexOf(0, start);
  const end = nul < 0 || nul > tableEnd ? tableEnd : nul;
  return [{ start, end, replacement: new Uint8Array(end - start).fill(0x2a) }];
}
