import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8, fromHex, toHex } from '../../bytes.ts';
import { codecErrorOf } from '../../testing/hostile-bytes.ts';
import { recordedMessage, recordedMessages } from '../../testing/syncml-traffic.ts';
import { anyMessage } from '../testing/arbitrary-message.ts';
import {
  decodeSyncmlMessage,
  encodedMessageSize,
  encodedSize,
  encodeSyncmlMessage,
  type SyncmlForm,
} from './message-codec.ts';
import type { Command, SyncmlMessage, SyncmlVersion } from './model.ts';

const versions = ['1.0', '1.1', '1.2'] as const;
const forms: readonly SyncmlForm[] = versions.flatMap((version) => [
  { encoding: 'wbxml', version, wbxmlVersion: 2 } as const,
  { encoding: 'xml', version } as const,
]);

const empty: SyncmlMessage = {
  header: {
    verDtd: '1.2',
    verProto: 'SyncML/1.2',
    sessionId: '1',
    msgId: '1',
    target: { uri: 'http://sync.example' },
    source: { uri: 'IMEI:1' },
  },
  commands: [],
  final: false,
};

function xmlOf(text: string): string {
  return text.replaceAll("'", '"');
}

describe('a message', () => {
  it.each(forms)('comes back as it was: $encoding $version', (form) => {
    fc.assert(
      fc.property(anyMessage(form.version, form.encoding), (message) => {
        const bytes = encodeSyncmlMessage(message, form);
        expect(decodeSyncmlMessage(bytes, form.encoding)).toEqual({ ...form, message });
      }),
    );
  });

  it.each(recordedMessages)('that was recorded is written as it was: $name', (recorded) => {
    const { encoding, bytes } = recorded;
    const { message, ...form } = decodeSyncmlMessage(bytes, encoding);
    const again = encodeSyncmlMessage(message, form);
    if (encoding === 'wbxml') expect(toHex(again)).toBe(toHex(bytes));
    else {
      const [written, original] = [again, bytes].map((part) => Buffer.from(part).toString());
      expect(xmlOf(written ?? '')).toBe(xmlOf(original ?? ''));
    }
  });

  it.each(recordedMessages)('says the same in the other form: $name', ({ bytes, encoding }) => {
    const { message, version } = decodeSyncmlMessage(bytes, encoding);
    // A description of a device is octets in one form and an element in the other.
    const commands = message.commands.filter(({ kind }) => kind !== 'put' && kind !== 'results');
    const form = { encoding: encoding === 'xml' ? 'wbxml' : 'xml', version } as const;
    const other = encodeSyncmlMessage({ ...message, commands }, form);
    expect(decodeSyncmlMessage(other, form.encoding).message).toEqual({ ...message, commands });
  });

  it('keeps the WBXML version of the client', () => {
    for (const wbxmlVersion of [1, 2, 3]) {
      const bytes = encodeSyncmlMessage(empty, { encoding: 'wbxml', version: '1.1', wbxmlVersion });
      expect(bytes[0]).toBe(wbxmlVersion);
      expect(decodeSyncmlMessage(bytes, 'wbxml').wbxmlVersion).toBe(wbxmlVersion);
    }
  });

  it('shares the octets of its items with the request', () => {
    const { bytes } = recordedMessage('wbxml-put-and-alerts');
    const put = decodeSyncmlMessage(bytes, 'wbxml').message.commands[0];
    const data = put?.kind === 'put' ? put.items[0]?.data : undefined;
    expect(data instanceof Uint8Array && data.buffer).toBe(bytes.buffer);
  });

  it.each(versions)('point 4: of version %s is told by its header', (version) => {
    const header = { ...empty.header, verDtd: version, verProto: `SyncML/${version}` };
    for (const encoding of ['wbxml', 'xml'] as const) {
      const bytes = encodeSyncmlMessage({ ...empty, header }, { encoding, version });
      expect(decodeSyncmlMessage(bytes, encoding)).toMatchObject({ version, message: { header } });
      const text = Buffer.from(bytes).toString('latin1');
      if (encoding === 'xml') expect(text).toContain(`xmlns="SYNCML:SYNCML${version}"`);
    }
  });

  it('point 4: of an unknown version can be read, so that it can be refused', () => {
    const xml =
      '<SyncML xmlns="SYNCML:SYNCML2.0"><SyncHdr><VerDTD>2.0</VerDTD><VerProto>SyncML/2.0</VerProto>' +
      '<SessionID>1</SessionID><MsgID>1</MsgID><Source><LocURI>x</LocURI></Source></SyncHdr></SyncML>';
    expect(decodeSyncmlMessage(encodeUtf8(xml, 'syncml'), 'xml')).toMatchObject({
      version: '1.2',
      message: { header: { verDtd: '2.0', verProto: 'SyncML/2.0' }, commands: [], final: false },
    });
    const name = toHex(encodeUtf8('-//SYNCML//DTD SyncML 2.0//EN', 'syncml'));
    const body = '6d6c7103322e3000016503310001' + '5b033100016757037800010101' + '01';
    const bytes = fromHex(`0200006a1d${name}${body}`);
    expect(decodeSyncmlMessage(bytes, 'wbxml').message.header.verDtd).toBe('2.0');
  });
});

describe('the version', () => {
  const more: Command = { kind: 'add', cmdId: '1', items: [{ moreData: true }] };
  const move: Command = { kind: 'move', cmdId: '1', items: [] };
  const sync: Command = { kind: 'sync', cmdId: '1', numberOfChanges: 3, commands: [] };

  it.each<[string, SyncmlVersion, Command]>([
    ['half an object', '1.0', more],
    ['Move', '1.0', move],
    ['Move', '1.1', move],
  ])('refuses %s in %s', (_name, version, command) => {
    const error = codecErrorOf(() => encodedSize(command, { encoding: 'wbxml', version }));
    expect(error?.code).toBe('unsupported');
  });

  it('leaves out a number that 1.0 does not know', () => {
    const bytes = encodeSyncmlMessage(
      { ...empty, commands: [sync] },
      { encoding: 'wbxml', version: '1.0' },
    );
    const [command] = decodeSyncmlMessage(bytes, 'wbxml').message.commands;
    expect(command).toEqual({ kind: 'sync', cmdId: '1', commands: [] });
  });
});

describe('the size of a command', () => {
  it.each(forms)('adds up to that of the message: $encoding $version', (form) => {
    fc.assert(
      fc.property(anyMessage(form.version, form.encoding), (message) => {
        const actual = encodeSyncmlMessage(message, form).length;
        const envelope = encodedMessageSize({ ...message, commands: [] }, form);
        const sizes = message.commands.map((command) => encodedSize(command, form));
        const sum = sizes.reduce((total, size) => total + size, envelope);
        expect(sum).toBeGreaterThanOrEqual(actual);
        // A body that is not empty, Final, and a switch of the code page behind each command.
        expect(sum - actual).toBeLessThanOrEqual(18 + 2 * sizes.length);
        expect(encodedMessageSize(message, form)).toBeGreaterThanOrEqual(actual);
      }),
    );
  });

  it.each(forms)('inside a Sync adds up as well: $encoding $version', (form) => {
    fc.assert(
      fc.property(anyMessage(form.version, form.encoding), ({ commands }) => {
        const sync: Command = { kind: 'sync', cmdId: '7', target: { uri: 'x' }, commands };
        const parts = [{ ...sync, commands: [] }, ...commands];
        const sum = parts.reduce((total, part) => total + encodedSize(part, form), 0);
        expect(sum).toBeGreaterThanOrEqual(encodedSize(sync, form));
      }),
    );
  });

  it('is refused for octets that XML cannot hold', () => {
    const command: Command = { kind: 'add', cmdId: '1', items: [{ data: fromHex('ff00') }] };
    const error = codecErrorOf(() => encodedSize(command, { encoding: 'xml', version: '1.2' }));
    expect(error?.code).toBe('invalid-value');
    expect(encodedSize(command, { encoding: 'wbxml', version: '1.2' })).toBeGreaterThan(0);
  });
});
