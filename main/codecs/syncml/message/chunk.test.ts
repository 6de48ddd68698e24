import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, encodeUtf8 } from '../../bytes.ts';
import { anyText } from '../testing/arbitrary-text.ts';
import { canStandInXml } from '../xml/text.ts';
import { chunkEnd } from './chunk.ts';
import { decodeSyncmlMessage, encodeSyncmlMessage, type SyncmlForm } from './message-codec.ts';
import type { SyncmlMessage } from './model.ts';

function chunks(data: Uint8Array, maxOctets: number, encoding: 'wbxml' | 'xml'): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < data.length;) {
    const end = chunkEnd(data, start, maxOctets, encoding);
    parts.push(data.subarray(start, end));
    start = end;
  }
  return parts;
}

describe('a large object', () => {
  it('is cut between characters in XML, and put together as it was', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 9 }), (text, maxOctets) => {
        const data = encodeUtf8(text, 'syncml');
        const parts = chunks(data, maxOctets, 'xml');
        expect(parts.every(canStandInXml)).toBe(true);
        expect(concatBytes(parts)).toEqual(data);
        if (maxOctets >= 4) expect(parts.every(({ length }) => length <= maxOctets)).toBe(true);
      }),
    );
  });

  it('is cut anywhere in WBXML', () => {
    const data = encodeUtf8('äö', 'syncml');
    expect(chunks(data, 3, 'wbxml').map(({ length }) => length)).toEqual([3, 1]);
    expect(chunks(data, 3, 'xml').map(({ length }) => length)).toEqual([2, 2]);
  });

  it('that a client cut inside a character is read, in either form', () => {
    const half = encodeUtf8('ä', 'syncml').subarray(0, 1);
    const forms: readonly SyncmlForm[] = [
      { encoding: 'wbxml', version: '1.2' },
      { encoding: 'xml', version: '1.2' },
    ];
    for (const form of forms) {
      const placeholder = encodeUtf8('?', 'syncml');
      const bytes = encodeSyncmlMessage(messageOf(placeholder), form);
      bytes.set(half, bytes.indexOf(0x3f, form.encoding === 'xml' ? 40 : 0));
      const [command] = decodeSyncmlMessage(bytes, form.encoding).message.commands;
      expect(command).toMatchObject({ items: [{ data: half, moreData: true }] });
    }
  });
});

function messageOf(data: Uint8Array): SyncmlMessage {
  return {
    header: {
      verDtd: '1.2',
      verProto: 'SyncML/1.2',
      sessionId: '1',
      msgId: '1',
      target: { uri: 's' },
      source: { uri: 'c' },
    },
    commands: [{ kind: 'add', cmdId: '1', items: [{ data, moreData: true }] }],
    final: false,
  };
}
