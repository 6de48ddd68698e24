import { describe, expect, it } from 'vitest';
import { decodeLatin1, encodeUtf8, fromHex, toHex } from '../../bytes.ts';
import { codecErrorOf } from '../../testing/hostile-bytes.ts';
import { recordedMessage, recordedMessages } from '../../testing/syncml-traffic.ts';
import { decodeSyncmlMessage, encodeSyncmlMessage } from '../message/message-codec.ts';
import type { SyncmlMessage } from '../message/model.ts';
import { readableSyncml } from './readable.ts';
import { redactCredentials } from './redact.ts';

const secret = 'U0VDUkVU';
const message: SyncmlMessage = {
  header: {
    verDtd: '1.2',
    verProto: 'SyncML/1.2',
    sessionId: '1',
    msgId: '1',
    target: { uri: 's' },
    source: { uri: 'c', name: 'alice' },
    cred: { type: 'syncml:auth-basic', format: 'b64', data: secret },
    meta: { nextNonce: encodeUtf8('SECRET', 'syncml'), maxMsgSize: 10_000 },
  },
  commands: [
    {
      kind: 'status',
      cmdId: '1',
      msgRef: '1',
      cmdRef: '0',
      cmd: 'SyncHdr',
      targetRefs: [],
      sourceRefs: [],
      code: 407,
      challenge: { type: 'syncml:auth-md5', nextNonce: encodeUtf8('SECRET', 'syncml') },
      items: [{ data: encodeUtf8('an item of Cred and NextNonce', 'syncml') }],
    },
  ],
  final: true,
};

function textOf(bytes: Uint8Array): string {
  return decodeLatin1(bytes);
}

function redactedXml(xml: string): string {
  return textOf(redactCredentials(encodeUtf8(xml, 'syncml'), 'xml'));
}

describe('credentials and nonces', () => {
  it.each(['wbxml', 'xml'] as const)(
    'are taken out of a message, and nothing else: %s',
    (encoding) => {
      const bytes = encodeSyncmlMessage(message, { encoding, version: '1.2' });
      expect(textOf(bytes).split(secret)).toHaveLength(4);
      const redacted = redactCredentials(bytes, encoding);
      const expected = decodeLatin1(bytes).replaceAll(secret, '***');
      expect(textOf(redacted)).toBe(expected);
      expect(decodeSyncmlMessage(redacted, encoding).message.header.cred?.data).toBe('***');
    },
  );

  it('are taken out of recorded messages', () => {
    for (const { bytes, encoding } of recordedMessages) {
      const redacted = textOf(redactCredentials(bytes, encoding));
      expect(redacted).not.toMatch(/[A-Za-z0-9+/]{11,}=/);
      const { cred } = decodeSyncmlMessage(bytes, encoding).message.header;
      if (cred === undefined) expect(redacted.length).toBeGreaterThanOrEqual(bytes.length - 20);
      else expect(redacted).not.toContain(String(cred.data));
    }
  });

  it('in opaque octets or in the string table are taken out as well', () => {
    // SyncML, SyncHdr, Cred, Data; the table holds "SECRET" behind "x".
    const opaque = fromHex('02a4016a006d6c4e4fc306534543524554010101' + '01');
    expect(textOf(redactCredentials(opaque, 'wbxml'))).not.toContain('SECRET');
    const table = fromHex('02a4016a097800534543524554006d6c4e4f8302010101' + '01');
    const redacted = redactCredentials(table, 'wbxml');
    expect(toHex(redacted)).toBe('02a4016a0978002a2a2a2a2a2a006d6c4e4f032a2a2a0001010101');
  });

  it('are not kept by a message that breaks off', () => {
    const { bytes } = recordedMessage('wbxml-get-and-alerts');
    const { cred } = decodeSyncmlMessage(bytes, 'wbxml').message.header;
    for (let length = 0; length < bytes.length; length += 1) {
      const redacted = textOf(redactCredentials(bytes.subarray(0, length), 'wbxml'));
      expect(redacted).not.toContain(String(cred?.data).slice(0, 4));
    }
  });

  it.each([
    ['with prefixes', '<a:Cred><a:Data>SECRET</a:Data></a:Cred>'],
    ['with attributes', '<Cred x="1"><Data y="2"\n>SECRET</Data ></Cred>'],
    ['in a section', '<Cred><Data><![CDATA[SECRET]]></Data></Cred>'],
    ['that nobody closes', '<Cred><Data>SECRET'],
    ['whose data nobody closes', '<Cred><Data>SECRET</Cred>'],
    ['with a nonce', '<Meta><NextNonce xmlns="syncml:metinf">SECRET</NextNonce></Meta>'],
    [
      'behind empty ones',
      '<Cred/><NextNonce/><Cred><Data/></Cred><Cred><Data>SECRET</Data></Cred>',
    ],
    [
      'in another charset',
      '<?xml version="1.0" encoding="x-own"?><Cred><Data>SECRET</Data></Cred>',
    ],
  ])('are taken out of XML %s', (_name, xml) => {
    const redacted = redactedXml(xml);
    expect(redacted).not.toContain('SECRET');
    expect(redacted).toContain('***');
  });

  it('are taken out of UTF-16', () => {
    const xml = '\ufeff<SyncML><Cred><Data>SECRET</Data></Cred></SyncML>';
    const redacted = redactCredentials(new Uint8Array(Buffer.from(xml, 'utf16le')), 'xml');
    expect(textOf(redacted)).toBe('<SyncML><Cred><Data>***</Data></Cred></SyncML>');
  });
});

describe('a message that people read', () => {
  it('is indented, and its items are cut', () => {
    const { bytes, encoding } = recordedMessage('xml-replace-and-delete');
    const text = readableSyncml(bytes, encoding, { maxItemLength: 12 });
    expect(text).toContain('<SyncML>\n  <SyncHdr>\n    <VerDTD>1.2</VerDTD>\n');
    expect(text).toMatch(/<Data><!\[CDATA\[BEGIN:VCARD\s…\]\]><!-- \d{3} octets --><\/Data>/);
    expect(text.endsWith('    <Final/>\n  </SyncBody>\n</SyncML>\n')).toBe(true);
  });

  it('opens the description of a device inside it', () => {
    const { bytes, encoding } = recordedMessage('wbxml-put-and-alerts');
    const text = readableSyncml(bytes, encoding, { maxItemLength: 100 });
    expect(text).toContain('<DevInf>');
    expect(text).toContain('<Mod>SyncEvolution</Mod>');
  });

  it('shows octets in hex and says how many there are', () => {
    const commands = [
      { kind: 'add', cmdId: '1', items: [{ data: fromHex('ff00ff00ff') }] },
    ] as const;
    const bytes = encodeSyncmlMessage(
      { ...message, commands },
      { encoding: 'wbxml', version: '1.2' },
    );
    expect(readableSyncml(bytes, 'wbxml', { maxItemLength: 10 })).toContain(
      '<Data>ff00ff00ff</Data>',
    );
    expect(readableSyncml(bytes, 'wbxml', { maxItemLength: 4 })).toContain(
      '<Data>ff00…<!-- 5 octets --></Data>',
    );
  });

  it('does not cut a character in two', () => {
    const commands = [
      { kind: 'add', cmdId: '1', items: [{ data: encodeUtf8('a😀b', 'syncml') }] },
    ] as const;
    const bytes = encodeSyncmlMessage(
      { ...message, commands },
      { encoding: 'xml', version: '1.2' },
    );
    expect(readableSyncml(bytes, 'xml', { maxItemLength: 2 })).toContain('<Data>a…<');
  });

  it('ends where nobody would read on', () => {
    const item = { data: new Uint8Array(900_000).fill(0x61) };
    const commands = [{ kind: 'add', cmdId: '1', items: [item, item, item] }] as const;
    const bytes = encodeSyncmlMessage(
      { ...message, commands },
      { encoding: 'wbxml', version: '1.2' },
    );
    const text = readableSyncml(bytes, 'wbxml', { maxItemLength: 1_000_000 });
    expect(text.length).toBeLessThan(2_000_000);
    expect(text.endsWith('\n…\n')).toBe(true);
  });

  it('is refused when it is none', () => {
    const error = codecErrorOf(() => readableSyncml(fromHex('02'), 'wbxml', { maxItemLength: 9 }));
    expect(error?.code).toBe('truncated');
  });
});
