import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '../bytes.ts';
import { wbxmlLimits } from '../limits.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { vector } from '../testing/vectors.ts';
import { decodeWbxml } from './decode.ts';
import { encodeWbxml } from './encode.ts';
import type { WbxmlDocument, WbxmlElement, WbxmlNode } from './model.ts';

const text = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((value) => value.replaceAll('\0', ''));
const tag = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 5, max: 0x3f }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-zA-Z:]{1,8}$/) },
);

const element: fc.Arbitrary<WbxmlElement> = fc.letrec<{ element: WbxmlElement; node: WbxmlNode }>(
  (tie) => ({
    element: fc.record({
      page: fc.integer({ min: 0, max: 3 }),
      tag,
      children: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'wbxml' }).map(joinTexts),
    }),
    node: fc.oneof(
      { depthIdentifier: 'wbxml', maxDepth: 6 },
      text,
      fc.uint8Array({ maxLength: 200 }),
      tie('element'),
    ),
  }),
).element;

/** Neighbouring texts cannot be told apart on the wire. */
function joinTexts(nodes: WbxmlNode[]): WbxmlNode[] {
  return nodes.filter(
    (node, index) => typeof node !== 'string' || typeof nodes[index - 1] !== 'string',
  );
}

const document: fc.Arbitrary<WbxmlDocument> = fc.record({
  version: fc.constantFrom(1, 2, 3),
  publicId: fc.oneof(
    fc.integer({ min: 1, max: 0xffff_ffff }),
    fc.constant('-//SYNCML//DTD SyncML 1.0//EN'),
  ),
  root: element,
});

function rootOf(hexBody: string, hexHeader = '02016a00'): WbxmlElement {
  return decodeWbxml(fromHex(hexHeader + hexBody)).root;
}

function errorOf(hexBody: string, hexHeader = '02016a00') {
  return codecErrorOf(() => rootOf(hexBody, hexHeader));
}

describe('a WBXML document', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(document, (value) => {
        expect(decodeWbxml(encodeWbxml(value))).toEqual(value);
      }),
    );
  });

  it.each(['san10-legacy-two-dbs', 'san11-legacy-two-dbs', 'syncml12-init-wbxml'])(
    'is written octet by octet as in %s',
    (name) => {
      const bytes = vector(name);
      expect(toHex(encodeWbxml(decodeWbxml(bytes)))).toBe(toHex(bytes));
    },
  );

  it('may announce itself by a string', () => {
    expect(decodeWbxml(vector('san10-legacy-two-dbs')).publicId).toBe(
      '-//SYNCML//DTD SyncML 1.0//EN',
    );
  });

  it('may take texts, names and identifiers from its string table', () => {
    // Table: "X" at 0, "abc" at 2, with a NUL behind each.
    const header = '0200026a06580061626300';
    expect(decodeWbxml(fromHex(`${header}44008300830301`))).toEqual({
      version: 2,
      publicId: 'abc',
      root: { page: 0, tag: 'X', children: ['Xbc'] },
    });
  });

  it('may mix inline texts, table texts and entities into one text', () => {
    expect(rootOf('450361000282b72c03620001').children).toEqual(['a\u9bacb']);
  });

  it('keeps its code page through ends until the next switch', () => {
    expect(rootOf('45000146010700000801')).toEqual({
      page: 0,
      tag: 5,
      children: [
        { page: 1, tag: 6, children: [] },
        { page: 1, tag: 7, children: [] },
        { page: 0, tag: 8, children: [] },
      ],
    });
  });

  it('keeps a text that is not in its charset as octets', () => {
    expect(rootOf('4503c3a9000361ff0001').children).toEqual(['é', fromHex('61ff')]);
  });

  it('may be in ISO 8859-1', () => {
    expect(rootOf('4503e90001', '02010400').children).toEqual(['é']);
  });
});

describe('a WBXML document is refused', () => {
  it.each([
    ['of version 1.0', '05', '00016a00', 'unsupported'],
    ['of version 1.4', '05', '04016a00', 'unsupported'],
    ['in UTF-16', '05', '0201877700', 'unsupported'],
    ['with attributes', '8505030061000101', '02016a00', 'unsupported'],
    ['with an extension', '45404100', '02016a00', 'unsupported'],
    ['with a processing instruction', '4305', '02016a00', 'unsupported'],
    ['without a root', '', '02016a00', 'truncated'],
    ['with a text for a root', '03610001', '02016a00', 'invalid-value'],
    ['with an end for a root', '01', '02016a00', 'invalid-value'],
    ['with two roots', '0506', '02016a00', 'trailing-data'],
    ['without an end', '45', '02016a00', 'truncated'],
    ['with a text without NUL', '450361', '02016a00', 'truncated'],
    ['with opaque octets that never come', '45c38fffffff7f01', '02016a00', 'truncated'],
    ['with an endless length', '45c3ffffffffffff01', '02016a00', 'too-long'],
    ['with a string table that never comes', '05', '02016a7f', 'truncated'],
    ['with an enormous string table', '05', '02016a8fffffff7f', 'too-long'],
    ['with an index outside its string table', '45830501', '02016a00', 'invalid-value'],
    ['with half a surrogate as an entity', '450283b00001', '02016a00', 'invalid-value'],
    ['with an entity beyond Unicode', '4502c4800001', '02016a00', 'invalid-value'],
  ])('%s', (_name, body, header, code) => {
    expect(errorOf(body, header)).toMatchObject({ format: 'wbxml', code });
  });

  it('when it is nested without end', () => {
    const nested = new Uint8Array(1_000_000).fill(0x45);
    const bytes = concatBytes([fromHex('02016a00'), nested]);
    expect(codecErrorOf(() => decodeWbxml(bytes))).toMatchObject({
      code: 'too-deep',
      offset: 4 + wbxmlLimits.depth,
    });
  });

  it('when it has more elements than any honest message', () => {
    const children = new Uint8Array(wbxmlLimits.nodes + 1).fill(0x05);
    const bytes = concatBytes([fromHex('02016a0045'), children, fromHex('01')]);
    expect(codecErrorOf(() => decodeWbxml(bytes))?.code).toBe('too-many');
  });

  it('when references blow up a string table', () => {
    const table = new Uint8Array(60_000).fill(0x61);
    const references = new Uint8Array(2 * 10_000).map((_, index) => (index % 2 === 0 ? 0x83 : 0));
    const header = fromHex('02016a83d460');
    const bytes = concatBytes([header, table, fromHex('45'), references, fromHex('01')]);
    expect(codecErrorOf(() => decodeWbxml(bytes))?.code).toBe('too-long');
  });

  it('when it is longer than a message can be', () => {
    const limits = { ...wbxmlLimits, documentOctets: 4 };
    expect(codecErrorOf(() => decodeWbxml(fromHex('02016a0005'), limits))?.code).toBe('too-long');
  });

  it('when it is cut anywhere', () => {
    const bytes = vector('syncml12-init-wbxml');
    for (let length = 0; length < bytes.length; length += 1) {
      expect(codecErrorOf(() => decodeWbxml(bytes.subarray(0, length)))?.code).toBe('truncated');
    }
  });

  it('or read, when it is hostile, and nothing else', () => {
    fc.assert(
      fc.property(hostileBytes(), (bytes) => {
        codecErrorOf(() => decodeWbxml(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a tree is not written as WBXML', () => {
  const root: WbxmlElement = { page: 0, tag: 5, children: [] };
  it.each([
    ['with a NUL in a text', { ...root, children: ['a\0b'] }, 'invalid-value'],
    ['with a global token for a tag', { ...root, tag: 3 }, 'invalid-value'],
    ['with a tag of seven bits', { ...root, tag: 0x40 }, 'invalid-value'],
    ['with an empty name', { ...root, tag: '' }, 'invalid-value'],
    ['with a code page of nine bits', { ...root, page: 256 }, 'invalid-value'],
    ['when it is too deep', nest(root, wbxmlLimits.depth), 'too-deep'],
  ])('%s', (_name, value, code) => {
    const error = codecErrorOf(() => encodeWbxml({ version: 2, publicId: 1, root: value }));
    expect(error?.code).toBe(code);
  });

  it.each([0, -1, 0x1_0000_0000])('with the public identifier %i', (publicId) => {
    expect(codecErrorOf(() => encodeWbxml({ version: 2, publicId, root }))?.code).toBe(
      'invalid-value',
    );
  });
});

function nest(inner: WbxmlElement, times: number): WbxmlElement {
  let element = inner;
  for (let count = 0; count < times; count += 1) element = { ...inner, children: [element] };
  return element;
}
