import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { vector } from '../testing/vectors.ts';
import { encodeWbxml } from '../wbxml/index.ts';
import { decodeSyncml, encodeSyncml, syncmlTagName } from './document.ts';
import { childrenOf, descend, devinf, metinf, syncml, textAt, textOf } from './elements.ts';
import { documentTypeOf } from './public-ids.ts';
import { devinfTags, metinfTags, syncmlTags } from './tags.ts';

const init = decodeSyncml(vector('syncml12-init-wbxml'));

function embeddedDevInf(): Uint8Array {
  const data = descend(init.root, 'SyncBody', 'Put', 'Item', 'Data')?.children[0];
  if (!(data instanceof Uint8Array)) throw new Error('the vector has no embedded document');
  return data;
}

describe('a SyncML message', () => {
  it('is read with the names of both code pages', () => {
    expect(init).toMatchObject({ kind: 'syncml', version: '1.2' });
    expect(textAt(init.root, 'SyncHdr', 'VerProto')).toBe('SyncML/1.2');
    expect(textAt(init.root, 'SyncHdr', 'Cred', 'Data')).toBe('YWxpY2U6czNjcmV0');
    expect(textAt(init.root, 'SyncHdr', 'Meta', 'MaxObjSize')).toBe('200000');
    expect(descend(init.root, 'SyncBody', 'Alert', 'Item', 'Meta', 'Anchor', 'Next')).toEqual(
      metinf('Next', '20240101T000000Z'),
    );
    expect(descend(init.root, 'SyncBody', 'Delete')).toBeUndefined();
  });

  it('is written octet by octet as libwbxml does', () => {
    expect(toHex(encodeSyncml(init))).toBe(toHex(vector('syncml12-init-wbxml')));
  });

  it('carries a device information document of its own', () => {
    const document = decodeSyncml(embeddedDevInf());
    expect(document).toMatchObject({ kind: 'devinf', version: '1.2' });
    expect(textAt(document.root, 'DevID')).toBe('IMEI:004999010640000');
    const syncCap = descend(document.root, 'DataStore', 'SyncCap') ?? document.root;
    expect(childrenOf(syncCap, 'SyncType').map(textOf)).toEqual(['1', '7']);
    expect(toHex(encodeSyncml(document))).toBe(toHex(embeddedDevInf()));
  });

  it('may hold a text as opaque octets', () => {
    expect(textOf(syncml('Data', 'a', fromHex('c3a9')))).toBe('aé');
    expect(codecErrorOf(() => textOf(syncml('Data', fromHex('ff'))))?.code).toBe('invalid-value');
  });

  it.each(['1.0', '1.1', '1.2'] as const)(
    'of version %s is known by number and text',
    (version) => {
      for (const kind of ['syncml', 'devinf'] as const) {
        const root = kind === 'syncml' ? syncml('SyncML') : devinf('DevInf');
        for (const form of ['number', 'text'] as const) {
          expect(decodeSyncml(encodeSyncml({ kind, version, root }, form))).toEqual({
            kind,
            version,
            root,
          });
        }
      }
    },
  );

  it('may spell out the names of its elements', () => {
    const bytes = encodeWbxml({
      version: 2,
      publicId: 0x0fd3,
      root: { page: 0, tag: 'SyncML', children: [{ page: 0, tag: 'Anchor', children: [] }] },
    });
    expect(decodeSyncml(bytes).root).toEqual(syncml('SyncML', metinf('Anchor')));
  });

  it.each([
    ['a foreign document type', { publicId: 0x0b, tag: 0x05, page: 0 }],
    ['a token without a name', { publicId: 0x0fd3, tag: 0x3f, page: 0 }],
    ['a name of another vocabulary', { publicId: 0x0fd3, tag: 'DevInf', page: 0 }],
    ['a code page that does not exist', { publicId: 0x0fd3, tag: 0x05, page: 2 }],
  ])('with %s is refused', (_name, { publicId, tag, page }) => {
    const bytes = encodeWbxml({ version: 2, publicId, root: { page, tag, children: [] } });
    expect(codecErrorOf(() => decodeSyncml(bytes))?.code).toBe('unsupported');
  });

  it('is not written with an element of another vocabulary', () => {
    const root = { space: 'syncml', name: 'DevInf', children: [] } as const;
    const document = { kind: 'syncml', version: '1.2', root } as const;
    expect(codecErrorOf(() => encodeSyncml(document))?.code).toBe('invalid-value');
  });

  it('made of hostile bytes is a codec error or a document', () => {
    fc.assert(
      fc.property(hostileBytes([vector('syncml12-init-wbxml'), embeddedDevInf()]), (bytes) => {
        codecErrorOf(() => decodeSyncml(bytes));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the token tables', () => {
  it.each([
    ['SyncML', syncmlTags, 55],
    ['MetInf', metinfTags, 18],
    ['DevInf', devinfTags, 47],
  ])('of %s have one name for each token', (_name, tags, count) => {
    const tokens = Object.values(tags);
    expect(tokens).toHaveLength(count);
    expect(new Set(tokens).size).toBe(count);
    expect(tokens.every((token) => token >= 5 && token <= 0x3f)).toBe(true);
  });

  it('answer for every token of their documents', () => {
    expect(syncmlTagName('syncml', 0, 0x06)).toBe('Alert');
    expect(syncmlTagName('syncml', 1, 0x06)).toBe('EMI');
    expect(syncmlTagName('devinf', 0, 0x06)).toBe('CTType');
    expect(syncmlTagName('syncml', 0, 'X')).toBe('X');
    expect(syncmlTagName('devinf', 1, 0x06)).toBeUndefined();
  });

  it.each([
    [0x0fd1, 'syncml', '1.0'],
    [0x0fd4, 'devinf', '1.1'],
    [0x1203, 'devinf', '1.2'],
    ['-//SYNCML//DTD SyncML 1.1//EN', 'syncml', '1.1'],
  ])('know the document type %s', (publicId, kind, version) => {
    expect(documentTypeOf(publicId)).toEqual({ kind, version });
  });
});
