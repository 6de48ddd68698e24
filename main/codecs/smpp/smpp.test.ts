import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import {
  decodePdu,
  encodePdu,
  idSpellings,
  parameterTags,
  readReceipt,
  SmppFramer,
  statusName,
  type SmppMessage,
  type SmppPdu,
} from './index.ts';

const octet = fc.nat(0xff);
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const latin = fc.integer({ min: 1, max: 0xff }).map((unit) => String.fromCharCode(unit));

function text(most: number): fc.Arbitrary<string> {
  return fc.array(latin, { maxLength: most }).map((letters) => letters.join(''));
}

const address = fc.record({ ton: octet, npi: octet, text: text(20) });
const parameters = fc.array(
  fc.record({ tag: fc.nat(0xffff), value: fc.uint8Array({ maxLength: 40 }) }),
  { maxLength: 4 },
);
const message: fc.Arbitrary<SmppMessage> = fc.record({
  serviceType: text(5),
  source: address,
  destination: address,
  esmClass: octet,
  protocolId: octet,
  priority: octet,
  schedule: text(16),
  validity: text(16),
  registeredDelivery: octet,
  replaceIfPresent: octet,
  dataCoding: octet,
  defaultMessageId: octet,
  shortMessage: fc.uint8Array({ maxLength: 254 }),
  parameters,
});
const pdu: fc.Arbitrary<SmppPdu> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('bind-receiver', 'bind-transmitter', 'bind-transceiver'),
    sequence: u32,
    systemId: text(15),
    password: text(8),
    systemType: text(12),
    interfaceVersion: octet,
    range: address,
  }),
  fc.record({
    kind: fc.constantFrom('bind-receiver-resp', 'bind-transmitter-resp', 'bind-transceiver-resp'),
    sequence: u32,
    status: u32,
    systemId: text(15),
    parameters,
  }),
  fc.record({ kind: fc.constantFrom('submit-sm', 'deliver-sm'), sequence: u32, message }),
  fc.record({
    kind: fc.constantFrom('submit-sm-resp', 'deliver-sm-resp', 'data-sm-resp'),
    sequence: u32,
    status: u32,
    messageId: text(64),
    parameters,
  }),
  fc.record({
    kind: fc.constant('data-sm' as const),
    sequence: u32,
    serviceType: text(5),
    source: address,
    destination: address,
    esmClass: octet,
    registeredDelivery: octet,
    dataCoding: octet,
    parameters,
  }),
  fc.record({ kind: fc.constantFrom('enquire-link', 'unbind'), sequence: u32 }),
  fc.record({
    kind: fc.constantFrom('enquire-link-resp', 'unbind-resp', 'generic-nack'),
    sequence: u32,
    status: u32,
  }),
);

const plain: SmppMessage = {
  serviceType: '',
  source: { ton: 2, npi: 1, text: '12345' },
  destination: { ton: 1, npi: 1, text: '46701234567' },
  esmClass: 0x43,
  protocolId: 0,
  priority: 0,
  schedule: '',
  validity: '',
  registeredDelivery: 0x11,
  replaceIfPresent: 0,
  dataCoding: 0xf5,
  defaultMessageId: 0,
  shortMessage: fromHex('0605040b8423f00106'),
  parameters: [],
};

function receiptOf(words: string, changes: Partial<SmppMessage> = {}): SmppMessage {
  const shortMessage = Uint8Array.from(Buffer.from(words, 'latin1'));
  return { ...plain, esmClass: 0x04, dataCoding: 0, shortMessage, ...changes };
}

describe('a PDU', () => {
  it('comes back from its octets as it was', () => {
    fc.assert(
      fc.property(pdu, (one) => {
        const decoded = decodePdu(encodePdu(one));
        // An answer without a body and one with an empty body say the same.
        expect(decoded).toEqual(one);
      }),
    );
  });

  it('has the octets of the specification: a submit_sm of a push', () => {
    expect(toHex(encodePdu({ kind: 'submit-sm', sequence: 7, message: plain }))).toBe(
      '0000003a000000040000000000000007' +
        '00' +
        '02013132333435' +
        '00' +
        '01013436373031323334353637' +
        '00' +
        '430000' +
        '0000' +
        '1100f500' +
        '090605040b8423f00106',
    );
  });

  it('may leave out the body of a refusal', () => {
    const refusal = fromHex('00000010800000040000005800000007');
    expect(decodePdu(refusal)).toEqual({
      kind: 'submit-sm-resp',
      sequence: 7,
      status: 0x58,
      messageId: '',
      parameters: [],
    });
    expect(statusName(0x58)).toBe('ESME_RTHROTTLED');
    expect(statusName(0x4ff)).toBe('0x000004FF');
  });

  it('of a command that is not spoken is told by its number', () => {
    expect(decodePdu(fromHex('00000010000000030000000000000009'))).toEqual({
      kind: 'other',
      sequence: 9,
      commandId: 3,
      status: 0,
    });
  });

  it('ends in a codec error and nothing else, whatever the octets are', () => {
    const samples = fc.sample(pdu, { numRuns: 50, seed: 7 }).map(encodePdu);
    fc.assert(
      fc.property(hostileBytes(samples), (bytes) => {
        codecErrorOf(() => decodePdu(bytes));
      }),
    );
  });

  it.each([
    ['an address that is too long', { ...plain, source: { ton: 1, npi: 1, text: '1'.repeat(21) } }],
    ['a short message of 255 octets', { ...plain, shortMessage: new Uint8Array(255) }],
    ['a NUL in a text', { ...plain, serviceType: 'a\0' }],
    ['a flag of two octets', { ...plain, dataCoding: 256 }],
  ])('is not made of %s', (_what, message) => {
    expect(
      codecErrorOf(() => encodePdu({ kind: 'submit-sm', sequence: 1, message })),
    ).toBeDefined();
  });
});

describe('the stream', () => {
  it('is cut into PDUs however it arrives', () => {
    fc.assert(
      fc.property(
        fc.array(pdu, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }),
        (pdus, sizes) => {
          const bytes = Buffer.concat(pdus.map(encodePdu));
          const framer = new SmppFramer();
          const found: Uint8Array[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            found.push(...framer.push(bytes.subarray(at, at + size)));
            at += size;
          }
          expect(found.map(decodePdu)).toEqual(pdus);
        },
      ),
    );
  });

  it.each(['0000000f', '00020000', 'ffffffff'])('ends at a length that no PDU has: %s', (hex) => {
    expect(codecErrorOf(() => new SmppFramer().push(fromHex(hex)))).toBeDefined();
  });
});

describe('a receipt', () => {
  it.each([
    [
      'as Appendix B has it',
      'id:7f3a sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:DELIVRD err:000 text:hi',
      { messageId: '7f3a', state: 'delivered', error: '' },
    ],
    [
      'in capitals, with spaces and another order',
      'STAT: UNDELIV ERR: 0A5 ID: 00012',
      { messageId: '00012', state: 'undeliverable', error: '0A5' },
    ],
    [
      'with whole words',
      'id:1 status:Expired error:12',
      { messageId: '1', state: 'expired', error: '12' },
    ],
    [
      'with a word of its own',
      'id:1 stat:WHATEVR',
      { messageId: '1', state: 'unknown', error: '' },
    ],
  ])('is read %s', (_how, words, expected) => {
    expect(readReceipt(receiptOf(words))).toEqual(expected);
  });

  it('is read from optional parameters, which go before its text', () => {
    const message = receiptOf('id:wrong stat:UNDELIV', {
      esmClass: 0,
      parameters: [
        { tag: parameterTags.receiptedMessageId, value: Uint8Array.from([0x61, 0x62, 0]) },
        { tag: parameterTags.messageState, value: Uint8Array.of(2) },
        { tag: parameterTags.networkErrorCode, value: Uint8Array.of(3, 1, 2) },
      ],
    });
    expect(readReceipt(message)).toEqual({ messageId: 'ab', state: 'delivered', error: '258' });
  });

  it('is read from a payload where the short message is empty', () => {
    const value = Uint8Array.from(Buffer.from('id:9 stat:ACCEPTD', 'latin1'));
    const message = receiptOf('', { parameters: [{ tag: parameterTags.messagePayload, value }] });
    expect(readReceipt(message)).toEqual({ messageId: '9', state: 'accepted', error: '' });
  });

  it('is no ordinary message, whatever its words are', () => {
    expect(readReceipt(receiptOf('id:1 stat:DELIVRD', { esmClass: 0 }))).toBeUndefined();
  });

  it('finds its message in the other spelling of its number', () => {
    expect(idSpellings('1000')).toContain('3e8');
    expect(idSpellings('3E8')).toContain('1000');
    expect(idSpellings('0000012345')).toContain('12345');
    expect(idSpellings('12345')).toContain('00003039');
    expect(idSpellings('0a-b')).toEqual(['0a-b', 'a-b']);
    expect(idSpellings('9'.repeat(60))).toHaveLength(1);
  });
});
