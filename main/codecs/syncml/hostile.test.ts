import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, encodeUtf8, fromHex } from '../bytes.ts';
import { deviceInfoLimits, syncmlLimits, wbxmlLimits } from '../limits.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { recordedMessage, recordedMessages } from '../testing/syncml-traffic.ts';
import { readableSyncml } from './inspect/readable.ts';
import { redactCredentials } from './inspect/redact.ts';
import { decodeSyncmlMessage } from './message/message-codec.ts';
import { readDeviceInfo } from './message/read-device-info.ts';
import { decodeSyncmlXml } from './xml/read-xml.ts';

function bytes(text: string): Uint8Array {
  return encodeUtf8(text, 'syncml');
}

function errorOf(xml: string) {
  return codecErrorOf(() => decodeSyncmlXml(bytes(xml)))?.code;
}

describe('point 53: XML is refused', () => {
  it.each([
    [
      'that defines entities',
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><SyncML>&b;</SyncML>',
    ],
    ['that fetches entities', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><SyncML/>'],
    ['that has declarations', '<!DOCTYPE SyncML [<!ELEMENT x ANY>]><SyncML/>'],
    ['that uses an entity of nobody', '<SyncML>&nbsp;</SyncML>'],
    ['that uses a character that is none', '<SyncML>&#xD800;</SyncML>'],
    ['with two roots', '<SyncML/><SyncML/>'],
    ['with elements that cross', '<SyncML><a><b></a></b></SyncML>'],
    ['with a section outside the root', '<![CDATA[x]]><SyncML/>'],
    ['with a section in an attribute', '<SyncML a="<![CDATA[x]]>"/>'],
  ])('%s', (_name, xml) => {
    expect(errorOf(xml)).toBe('invalid-value');
  });

  it('that is nested 1,000 deep', () => {
    expect(errorOf(`<SyncML>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</SyncML>`)).toBe(
      'too-deep',
    );
  });

  it('that has more elements than an honest message', () => {
    expect(errorOf(`<SyncML>${'<a/>'.repeat(syncmlLimits.nodes)}</SyncML>`)).toBe('too-many');
    expect(errorOf(`<SyncML>${'<![CDATA[]]>'.repeat(syncmlLimits.nodes)}</SyncML>`)).toBe(
      'too-many',
    );
  });

  it('that is longer than a message can be', () => {
    const document = new Uint8Array(syncmlLimits.documentOctets + 1).fill(0x20);
    expect(codecErrorOf(() => decodeSyncmlXml(document))?.code).toBe('too-long');
  });

  it('that is something else', () => {
    expect(errorOf('<html/>')).toBe('unsupported');
    expect(errorOf('')).toBe('truncated');
    expect(errorOf('SyncML')).toBe('invalid-value');
  });
});

describe('point 53: WBXML is refused', () => {
  it('with a string table that is longer than the message, or than any', () => {
    const lies = fromHex('0200006a7f2d2f2f');
    expect(codecErrorOf(() => decodeSyncmlMessage(lies, 'wbxml'))?.code).toBe('truncated');
    const huge = concatBytes([
      fromHex('0200006a848001'),
      new Uint8Array(wbxmlLimits.stringTableOctets + 1).fill(0x61),
    ]);
    expect(codecErrorOf(() => decodeSyncmlMessage(huge, 'wbxml'))?.code).toBe('too-long');
  });

  it('with data that are longer than the message', () => {
    const lies = fromHex('02a4016a006d4fc38fffffff7f00');
    expect(codecErrorOf(() => decodeSyncmlMessage(lies, 'wbxml'))?.code).toBe('truncated');
  });

  it('that is nested 1,000 deep', () => {
    const deep = concatBytes([fromHex('02a4016a00'), new Uint8Array(1000).fill(0x6a)]);
    expect(codecErrorOf(() => decodeSyncmlMessage(deep, 'wbxml'))?.code).toBe('too-deep');
  });
});

describe('point 53: a message', () => {
  it.each(['wbxml-challenge', 'xml-challenge', 'wbxml-map'])(
    'cut anywhere is refused: %s',
    (name) => {
      const { bytes: whole, encoding } = recordedMessage(name);
      for (let length = 0; length < whole.length; length += 1) {
        const error = codecErrorOf(() => decodeSyncmlMessage(whole.subarray(0, length), encoding));
        expect(error?.code).toMatch(/^(truncated|invalid-value)$/);
      }
    },
  );

  it.each(['wbxml', 'xml'] as const)('made of hostile bytes is read or refused: %s', (encoding) => {
    const samples = recordedMessages.filter((message) => message.encoding === encoding);
    fc.assert(
      fc.property(hostileBytes(samples.map((message) => message.bytes)), (hostile) => {
        codecErrorOf(() => decodeSyncmlMessage(hostile, encoding));
        codecErrorOf(() => readDeviceInfo(hostile));
        codecErrorOf(() => readableSyncml(hostile, encoding, { maxItemLength: 20 }));
        redactCredentials(hostile, encoding);
      }),
      { numRuns: 500 },
    );
  });
});

describe('point 53: a description of a device is refused', () => {
  it('with more datastores or capabilities than there are', () => {
    const stores = '<DataStore/>'.repeat(deviceInfoLimits.datastores + 1);
    const types = '<CTType>x</CTType>'.repeat(deviceInfoLimits.capabilities + 1);
    for (const content of [stores, `<CTCap>${types}</CTCap>`]) {
      const info = bytes(`<DevInf><VerDTD>1.1</VerDTD>${content}</DevInf>`);
      expect(codecErrorOf(() => readDeviceInfo(info))?.code).toBe('too-many');
    }
  });

  it('when it is something else', () => {
    expect(codecErrorOf(() => readDeviceInfo(bytes('<SyncML/>')))?.code).toBe('unsupported');
  });
});
