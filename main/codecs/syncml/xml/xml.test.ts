import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, decodeUtf8, encodeUtf8, fromHex } from '../../bytes.ts';
import { codecErrorOf } from '../../testing/hostile-bytes.ts';
import { devinf, metinf, syncml, type SyncmlElement } from '../elements.ts';
import { anyText } from '../testing/arbitrary-text.ts';
import { decodeSyncmlXml } from './read-xml.ts';
import { canStandInXml } from './text.ts';
import { encodeSyncmlXml } from './write-xml.ts';

function bytes(text: string): Uint8Array {
  return encodeUtf8(text, 'syncml');
}

function rootOf(xml: string): SyncmlElement {
  return decodeSyncmlXml(bytes(xml)).root;
}

function errorOf(xml: string) {
  return codecErrorOf(() => rootOf(xml))?.code;
}

function textOf(root: SyncmlElement): string {
  return decodeUtf8(encodeSyncmlXml({ kind: 'syncml', version: '1.2', root }), 'syncml');
}

describe('a document in XML', () => {
  it('is written with a namespace where a vocabulary begins', () => {
    const meta = syncml('Meta', metinf('Anchor', metinf('Next', '1')));
    const info = devinf('DevInf', devinf('Man', 'A&B'));
    expect(textOf(syncml('SyncML', meta, syncml('Data', info), syncml('Final')))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><SyncML xmlns="SYNCML:SYNCML1.2">' +
        '<Meta><Anchor xmlns="syncml:metinf"><Next>1</Next></Anchor></Meta>' +
        '<Data><DevInf xmlns="syncml:devinf"><Man>A&amp;B</Man></DevInf></Data><Final/></SyncML>',
    );
  });

  it.each([
    ['as the standard does', '<SyncML xmlns="SYNCML:SYNCML1.1"><Meta><Type xmlns="syncml:metinf">'],
    [
      'in another letter case',
      '<SyncML xmlns="syncml:syncml1.1"><Meta><Type xmlns="SYNCML:METINF">',
    ],
    ['nowhere', '<SyncML><Meta><Type>'],
    ['at the root only', '<SyncML xmlns="SYNCML:SYNCML1.1"><Meta><Type>'],
    ['on the parent', '<SyncML><Meta xmlns="syncml:metinf"><Type>'],
    ['in a way that nobody knows', '<SyncML xmlns="urn:x"><Meta><Type xmlns="urn:y">'],
  ])('may declare namespaces %s', (_name, start) => {
    const expected = syncml('SyncML', syncml('Meta', metinf('Type', 'x')));
    expect(rootOf(`${start}x</Type></Meta></SyncML>`)).toEqual(expected);
  });

  it('may use prefixes', () => {
    const xml =
      '<s:SyncML xmlns:s="SYNCML:SYNCML1.1" xmlns:m="syncml:metinf"><s:Meta><m:Type>x</m:Type>' +
      '</s:Meta><s:Data><d:DevInf xmlns:d="syncml:devinf"><d:VerDTD>1.1</d:VerDTD></d:DevInf>' +
      '</s:Data></s:SyncML>';
    const info = devinf('DevInf', devinf('VerDTD', '1.1'));
    expect(decodeSyncmlXml(bytes(xml))).toEqual({
      kind: 'syncml',
      version: '1.1',
      root: syncml('SyncML', syncml('Meta', metinf('Type', 'x')), syncml('Data', info)),
    });
  });

  it('may describe a device without saying so', () => {
    const inner =
      '<DevInf><VerDTD>1.1</VerDTD><DataStore><SourceRef>x</SourceRef></DataStore></DevInf>';
    const expected = devinf(
      'DevInf',
      devinf('VerDTD', '1.1'),
      devinf('DataStore', devinf('SourceRef', 'x')),
    );
    expect(decodeSyncmlXml(bytes(inner))).toEqual({
      kind: 'devinf',
      version: '1.1',
      root: expected,
    });
    expect(rootOf(`<SyncML xmlns="SYNCML:SYNCML1.1"><Data>${inner}</Data></SyncML>`)).toEqual(
      syncml('SyncML', syncml('Data', expected)),
    );
  });

  it('may name a bare document type, hold comments and instructions, and end in NUL', () => {
    const xml =
      '\n<?xml version="1.0"?><!DOCTYPE SyncML PUBLIC "-//SYNCML//DTD SyncML 1.2//EN" "x.dtd">' +
      '<!-- <![CDATA[ --><?pi <![CDATA[ ?><SyncML><Data>a<!-- ]]> --><![CDATA[b]]></Data></SyncML>\n\0';
    expect(rootOf(xml)).toEqual(syncml('SyncML', syncml('Data', 'a', bytes('b'))));
  });

  it('keeps the octets of a section, line ends and stray control characters as well', () => {
    const content = 'BEGIN:VCARD\r\nNOTE:\u000b\r\r\nEND]]\r\n';
    const root = rootOf(`<SyncML><Data><![CDATA[${content}]]></Data></SyncML>`);
    expect(root).toEqual(syncml('SyncML', syncml('Data', bytes(content))));
  });

  it('does not fail for a control character in a text', () => {
    expect(rootOf('<SyncML><Data>a\u000bb</Data></SyncML>')).toEqual(
      syncml('SyncML', syncml('Data', 'a b')),
    );
  });

  it('may hold an item in another charset than its own', () => {
    const [start, end] = ['<SyncML><Data>', '</Data></SyncML>'].map(bytes);
    const latin1 = fromHex('4bf66c6e');
    for (const [before, after] of [
      ['', ''],
      ['<![CDATA[', ']]>'],
    ] as const) {
      const document = [start, bytes(before), latin1, bytes(after), end];
      const { root } = decodeSyncmlXml(concatBytes(document.map((part) => part ?? latin1)));
      expect(root).toEqual(syncml('SyncML', syncml('Data', latin1)));
    }
  });

  it('may use the built-in entities and any character by number', () => {
    const data = '&lt;&gt;&amp;&quot;&apos;&#65;&#xe9;&#8364;&#x1F600;';
    expect(rootOf(`<SyncML><Data>${data}é</Data></SyncML>`)).toEqual(
      syncml('SyncML', syncml('Data', '<>&"\'Aé€😀é')),
    );
  });

  it.each(['', ']]>', 'x]]>y]]>', ']]]>', ']]', '>', '<![CDATA[x]]>'])(
    'may have the item %j',
    (content) => {
      const root = syncml('SyncML', syncml('Data', bytes(content)));
      const again = decodeSyncmlXml(encodeSyncmlXml({ kind: 'syncml', version: '1.2', root })).root;
      const [data] = again.children;
      const parts = typeof data === 'object' && !(data instanceof Uint8Array) ? data.children : [];
      expect(concatBytes(parts.filter((part) => part instanceof Uint8Array))).toEqual(
        bytes(content),
      );
    },
  );
});

describe('the charset of a document in XML', () => {
  const body = (name: string) =>
    `<?xml version="1.0" encoding="${name}"?><SyncML><Data>Köln €</Data></SyncML>`;
  const expected = syncml('SyncML', syncml('Data', 'Köln €'));

  function utf16(text: string, isBigEndian: boolean, mark = ''): Uint8Array {
    const buffer = Buffer.from(mark + text, 'utf16le');
    return new Uint8Array(isBigEndian ? buffer.swap16() : buffer);
  }

  it.each([
    ['UTF-8', bytes(body('UTF-8'))],
    ['UTF-8 with a mark', bytes(`\ufeff${body('utf-8')}`)],
    ['UTF-8 that calls itself ISO 8859-1', bytes(body('ISO-8859-1'))],
    ['UTF-8 that was UTF-16', bytes(body('UTF-16'))],
    ['UTF-16 with a mark', utf16(body('UTF-16'), false, '\ufeff')],
    ['UTF-16, big-endian, with a mark', utf16(body('UTF-16'), true, '\ufeff')],
    ['UTF-16', utf16(body('UTF-16LE'), false)],
    ['UTF-16, big-endian', utf16(body('UTF-16BE'), true)],
  ])('may be %s', (_name, document) => {
    expect(decodeSyncmlXml(document).root).toEqual(expected);
  });

  it('may be ISO 8859-1', () => {
    const xml = '<?xml version="1.0" encoding="iso-8859-1"?><SyncML><Data>Köln</Data></SyncML>';
    const document = new Uint8Array(Buffer.from(xml, 'latin1'));
    expect(decodeSyncmlXml(document).root).toEqual(syncml('SyncML', syncml('Data', 'Köln')));
  });

  it('may be no other', () => {
    expect(errorOf('<?xml version="1.0" encoding="EBCDIC-US"?><SyncML/>')).toBe('unsupported');
    const half = new Uint8Array([0xff, 0xfe, 0x3c, 0x00, 0x00, 0xd8]);
    expect(codecErrorOf(() => decodeSyncmlXml(half))?.code).toBe('invalid-value');
  });
});

describe('a document in XML is not written', () => {
  it.each([
    ['with a control character in a text', syncml('Data', 'a\u0000')],
    ['with a noncharacter in a text', syncml('Data', 'a\uffff')],
    ['with half a character', syncml('Data', 'a\ud800')],
    ['with octets that are no UTF-8', syncml('Data', fromHex('ff'))],
    ['with control characters in octets', syncml('Data', fromHex('610062'))],
    ['with a name that is none', { ...syncml('Data'), name: 'a b' }],
  ])('%s', (_name, data) => {
    expect(codecErrorOf(() => textOf(syncml('SyncML', data)))?.code).toBe('invalid-value');
  });
});

describe('octets can stand in XML', () => {
  it('when they are text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(canStandInXml(bytes(text))).toBe(true);
      }),
    );
    for (const hex of ['00', '0b', 'ff', 'c3', 'efbfbe', 'efbfbf', 'eda080']) {
      expect(canStandInXml(fromHex(hex))).toBe(false);
    }
    expect(canStandInXml(fromHex('efbfbd'))).toBe(true);
  });
});
