import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '../bytes.ts';
import { provisioningLimits } from '../limits.ts';
import { provisioningDocument } from '../testing/arbitrary-provisioning.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { cpVectors, vector } from '../testing/vectors.ts';
import {
  decodeProvisioningDocument,
  encodeProvisioningDocument,
  type Characteristic,
  type ProvisioningDocument,
} from './document.ts';
import { provisioningXml } from './xml.ts';

const parm = (name: string, value: string) => ({ name, value });

/** What the vectors say. */
const example: ProvisioningDocument = {
  characteristics: [
    {
      type: 'APPLICATION',
      children: [
        parm('APPID', 'w5'),
        parm('PROVIDER-ID', 'sync.example.com'),
        parm('NAME', 'Example Sync'),
        parm('ADDR', 'http://sync.example.com:80/syncml'),
        parm('TO-NAPID', 'INTERNET'),
        {
          type: 'APPAUTH',
          children: [
            parm('AAUTHLEVEL', 'APPSRV'),
            parm('AAUTHNAME', 'alice'),
            parm('AAUTHSECRET', 's3cret'),
          ],
        },
        {
          type: 'RESOURCE',
          children: [
            parm('URI', 'card'),
            parm('NAME', 'Contacts'),
            parm('AACCEPT', 'text/x-vcard'),
          ],
        },
        {
          type: 'RESOURCE',
          children: [
            parm('URI', 'cal'),
            parm('NAME', 'Calendar'),
            parm('AACCEPT', 'text/x-vcalendar'),
          ],
        },
      ],
    },
  ],
};

function documentOf(hexBody: string, hexHeader = '030b6a00'): ProvisioningDocument {
  return decodeProvisioningDocument(fromHex(hexHeader + hexBody));
}

function applicationOf(hexChildren: string): Characteristic | undefined {
  return documentOf(`c54601c600015501${hexChildren}0101`).characteristics[0];
}

function nested(depth: number): Characteristic {
  const children = depth > 1 ? [nested(depth - 1)] : [parm('NAME', 'x')];
  return { type: 'PORT', children };
}

describe('a provisioning document', () => {
  it.each(['cp-w5-wbxml-libwbxml', 'cp-w5-wbxml-kannel'])('is read as in %s', (name) => {
    expect(decodeProvisioningDocument(vector(name))).toEqual(example);
  });

  it('is written without a switch of pages that nothing needs', () => {
    const bytes = encodeProvisioningDocument(example);
    // Kannel's bytes without the switches in front of values, and back behind them.
    const kannel = toHex(vector('cp-w5-wbxml-kannel'));
    expect(toHex(bytes)).toBe(
      kannel
        .replaceAll('000006', '06')
        .replaceAll('870001', '87')
        .replaceAll('c60001', 'c6')
        .replace('c655', 'c6000155'),
    );
    expect(decodeProvisioningDocument(bytes)).toEqual(example);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(provisioningDocument, (document) => {
        expect(decodeProvisioningDocument(encodeProvisioningDocument(document))).toEqual(document);
      }),
    );
  });

  it('is shown as XML', () => {
    const lines = (text: string) => text.split('\n').map((line) => line.trim());
    const shown = lines(provisioningXml(example));
    const expected = lines(cpVectors.find(({ name }) => name === 'cp-w5-wbxml-kannel')?.xml ?? '');
    expect(shown.slice(3)).toEqual(expected.slice(3));
    expect(
      provisioningXml({
        characteristics: [
          { type: 'A"<', children: [{ name: '&' }, parm('x', 'a\n\u0001\ud800')] },
          { type: 'EMPTY', children: [] },
        ],
      }),
    ).toContain(
      [
        '  <characteristic type="A&quot;&lt;">',
        '    <parm name="&amp;"/>',
        '    <parm name="x" value="a&#10;\ufffd\ufffd"/>',
        '  </characteristic>',
        '  <characteristic type="EMPTY"/>',
        '</wap-provisioningdoc>',
      ].join('\n'),
    );
  });

  it('may take its values from a string table', () => {
    expect(decodeProvisioningDocument(vector('cp-mac-nowsms-netwpin'))).toEqual({
      characteristics: [
        { type: 'BOOTSTRAP', children: [parm('NAME', 'test1')] },
        {
          type: 'NAPDEF',
          children: [
            parm('NAME', 'test1'),
            parm('NAPID', 'test1_NAPID'),
            parm('BEARER', 'GSM-GPRS'),
            parm('NAP-ADDRESS', 'test2'),
            parm('NAP-ADDRTYPE', 'APN'),
            { name: 'INTERNET' },
            {
              type: 'NAPAUTHINFO',
              children: [
                parm('AUTHTYPE', 'PAP'),
                parm('AUTHNAME', 'gprsusername'),
                parm('AUTHSECRET', 'gprspassword'),
              ],
            },
          ],
        },
      ],
    });
  });

  it('may announce itself by its name', () => {
    const name = toHex(new TextEncoder().encode('-//WAPFORUM//DTD PROV 1.0//EN'));
    expect(documentOf('4586550101', `0300006a1d${name}`).characteristics).toEqual([
      { type: 'NAPDEF', children: [] },
    ]);
  });

  it('may put a value together from pieces', () => {
    // AAUTHTYPE of two tokens of page 1; ADDR of an inline text, an entity and a table text.
    const body = 'c54601c600015501873306919201873406036100022f8300010101';
    expect(documentOf(body, '030b6a0477777700').characteristics).toEqual([
      {
        type: 'APPLICATION',
        children: [parm('AAUTHTYPE', 'HTTP-BASIC'), parm('ADDR', 'a/www')],
      },
    ]);
  });

  it('may use tokens that are never written', () => {
    expect(applicationOf('873c06036100018700001006bc01')).toEqual({
      type: 'APPLICATION',
      children: [parm('APPREF', 'a'), parm('BEARER', 'WLAN')],
    });
  });

  it('may name what has no token', () => {
    expect(applicationOf('870503434c49555249000603610001870503580001')).toEqual({
      type: 'APPLICATION',
      children: [parm('CLIURI', 'a'), { name: 'X' }],
    });
  });

  it('may have tags on their second page', () => {
    expect(documentOf('c546010001c65501 8707060361000101 01'.replaceAll(' ', ''))).toEqual({
      characteristics: [{ type: 'NAPDEF', children: [parm('NAME', 'a')] }],
    });
  });
});

describe('a provisioning document is refused', () => {
  it.each([
    ['of another document type', '05', '030c6a00', 'unsupported'],
    ['with another root', '865501', '030b6a00', 'unsupported'],
    ['of another version', '854503322e300001', '030b6a00', 'unsupported'],
    ['with a tag that means nothing', '4508 01', '030b6a00', 'unsupported'],
    ['with a tag of a page that does not exist', '450002c6550101', '030b6a00', 'unsupported'],
    [
      'with an attribute of a page that does not exist',
      '45c60002550101',
      '030b6a00',
      'unsupported',
    ],
    ['with a start whose meaning is disputed', '45c600015a0101', '030b6a00', 'unsupported'],
    ['with a value that means nothing', '45c655018707068401', '030b6a00', 'unsupported'],
    ['with opaque octets for a value', '45c6550187 0706c3016101', '030b6a00', 'unsupported'],
    ['with an extension for a value', '45c655018707 06c001', '030b6a00', 'unsupported'],
    ['with a group without a type', '450601', '030b6a00', 'missing'],
    ['with a group of no type', '45c650010101', '030b6a00', 'invalid-value'],
    ['with a setting without a name', '45c6550187060361 00010101', '030b6a00', 'missing'],
    ['with a setting for a group', '4587070101', '030b6a00', 'invalid-value'],
    ['with a root in a group', '45c65501050101', '030b6a00', 'invalid-value'],
    ['with a group in a setting', '45c65501c70701865501010101', '030b6a00', 'invalid-value'],
    ['with an attribute twice', '45c6555501', '030b6a00', 'invalid-value'],
    ['with a value of nothing', '45c603610001', '030b6a00', 'invalid-value'],
    ['with text', '4503610001', '030b6a00', 'invalid-value'],
    ['without attributes that it announces', 'c5', '030b6a00', 'truncated'],
    ['with a second root', '4501 45', '030b6a00', 'trailing-data'],
  ])('%s', (_name, body, header, code) => {
    const error = codecErrorOf(() => documentOf(body.replaceAll(' ', ''), header));
    expect(error?.code).toBe(code);
  });

  it('when it is nested without end', () => {
    const nesting = fromHex('c65501'.repeat(10_000));
    const bytes = concatBytes([fromHex('030b6a0045'), nesting]);
    expect(codecErrorOf(() => decodeProvisioningDocument(bytes))?.code).toBe('too-deep');
  });

  it('when it has more tokens than any phone reads', () => {
    for (const filler of ['0000', '0787']) {
      const tokens = fromHex(filler.repeat(provisioningLimits.nodes / 2 + 1)).subarray(1);
      const bytes = concatBytes([fromHex('030b6a0045c6'), tokens]);
      expect(codecErrorOf(() => decodeProvisioningDocument(bytes))).toBeDefined();
    }
    const groups = concatBytes([fromHex('030b6a0045'), new Uint8Array(20_000).fill(0x06)]);
    expect(codecErrorOf(() => decodeProvisioningDocument(groups))?.code).toBe('too-many');
  });

  it('when it is longer than a message can be', () => {
    const bytes = new Uint8Array(provisioningLimits.documentOctets + 1);
    expect(codecErrorOf(() => decodeProvisioningDocument(bytes))?.code).toBe('too-long');
  });

  it('when references blow up a string table', () => {
    // 25 000 octets of text, taken a hundred times by two octets each.
    const table = new Uint8Array(25_000).fill(0x61);
    const body = fromHex(`45c650${'8300'.repeat(100)}0101`);
    const bytes = concatBytes([fromHex('030b6a81c328'), table, body]);
    expect(codecErrorOf(() => decodeProvisioningDocument(bytes))?.code).toBe('too-long');
  });

  it.each(['cp-w5-wbxml-libwbxml', 'cp-mac-nowsms-netwpin'])('when %s is cut anywhere', (name) => {
    const bytes = vector(name);
    for (let length = 0; length < bytes.length; length += 1) {
      const error = codecErrorOf(() => decodeProvisioningDocument(bytes.subarray(0, length)));
      expect(error?.code).toBe('truncated');
    }
  });

  it('or read, when it is hostile, and nothing else', () => {
    const samples = [vector('cp-w5-wbxml-libwbxml'), vector('cp-mac-nowsms-netwpin')];
    fc.assert(
      fc.property(hostileBytes(samples), (bytes) => {
        codecErrorOf(() => decodeProvisioningDocument(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a provisioning document is not written', () => {
  const group = (child: Characteristic['children'][number]): ProvisioningDocument => ({
    characteristics: [{ type: 'NAPDEF', children: [child] }],
  });
  it.each([
    ['with a group of no type', group({ type: '', children: [] }), 'invalid-value'],
    ['with a setting without a name', group({ name: '' }), 'invalid-value'],
    ['with a NUL in a value', group(parm('NAME', 'a\0')), 'invalid-value'],
    ['with half a character', group(parm('NAME', '\ud800')), 'invalid-value'],
    ['when it is too deep', group(nested(provisioningLimits.depth)), 'too-deep'],
    ['when it is too long', group(parm('NAME', 'x'.repeat(40_000))), 'too-long'],
    [
      'when it has too many settings',
      { characteristics: [{ type: 'NAPDEF', children: Array(10_000).fill({ name: 'NAME' }) }] },
      'too-many',
    ],
  ])('%s', (_name, document, code) => {
    expect(codecErrorOf(() => encodeProvisioningDocument(document))?.code).toBe(code);
  });

  it('deeper than it is read, and not less', () => {
    const group = nested(provisioningLimits.depth - 1);
    const document = { characteristics: [group] };
    expect(decodeProvisioningDocument(encodeProvisioningDocument(document))).toEqual(document);
  });
});
