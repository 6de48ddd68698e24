import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { vector } from '../testing/vectors.ts';
import { addressOf, formatAddress, type SmsAddress } from './address.ts';
import { atCommandPdu, decodeAtPdu, decodeIncoming, encodeAtPdu } from './at-pdu.ts';
import { alphabetOf, dataCodings } from './data-coding.ts';
import { decodeDeliver, encodeDeliver, type SmsDeliver } from './deliver.ts';
import { joinSegments, segmentBinary, segmentText, type SmsSegment } from './segment.ts';
import {
  decodeStatusReport,
  deliveryOutcome,
  encodeStatusReport,
  type SmsStatusReport,
} from './status-report.ts';
import { decodeSubmit, encodeSubmit, submitsOf, type SmsSubmit } from './submit.ts';
import { timestampFromEpoch, timestampToEpoch, type SmsTimestamp } from './timestamp.ts';
import { textOfUserData } from './user-data.ts';
import { wapPushPorts } from './user-data-header.ts';
import { validityMinutes, validityOctet, type SmsValidity } from './validity.ts';

const phone = addressOf('+4915112345678');
const octet = fc.nat(0xff);

const address: fc.Arbitrary<SmsAddress> = fc.oneof(
  fc.record({
    type: fc.constantFrom(0x81, 0x91, 0xa1),
    value: fc.stringMatching(/^[0-9*#abc]{0,20}$/),
  }),
  fc.record({ type: fc.constant(0xd0), value: fc.stringMatching(/^[A-Za-z0-9 ]{0,11}$/) }),
);
const timestamp: fc.Arbitrary<SmsTimestamp> = fc
  .tuple(
    fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2099, 11, 30) }),
    fc.integer({ min: -79, max: 79 }),
  )
  .map(([epoch, offset]) => timestampFromEpoch(epoch - (epoch % 1000), offset));
const validity: fc.Arbitrary<SmsValidity> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  octet.map((value) => ({ kind: 'relative' as const, minutes: validityMinutes(value) })),
  timestamp.map((until) => ({ kind: 'absolute' as const, until })),
  fc
    .uint8Array({ minLength: 7, maxLength: 7 })
    .map((octets) => ({ kind: 'enhanced' as const, octets })),
);
const coded = fc
  .tuple(octet, fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ maxLength: 110 }), fc.boolean())
  .map(([dataCoding, elements, data, hasHeader]) => ({
    dataCoding,
    udh: hasHeader ? Uint8Array.from([elements.length, ...elements]) : new Uint8Array(),
    data: alphabetOf(dataCoding) === 'gsm7' ? data.map((value) => value & 0x7f) : data,
  }));
const submit: fc.Arbitrary<SmsSubmit> = fc
  .record({
    rejectDuplicates: fc.boolean(),
    statusReportRequest: fc.boolean(),
    replyPath: fc.boolean(),
    messageReference: octet,
    destination: address,
    protocolId: octet,
    validity,
    coded,
  })
  .map(({ coded: userData, ...rest }) => ({ ...rest, ...userData }));
const deliver: fc.Arbitrary<SmsDeliver> = fc
  .record({
    moreMessages: fc.boolean(),
    loopPrevention: fc.boolean(),
    statusReportIndication: fc.boolean(),
    replyPath: fc.boolean(),
    originator: address,
    protocolId: octet,
    timestamp,
    coded,
  })
  .map(({ coded: userData, ...rest }) => ({ ...rest, ...userData }));
const report: fc.Arbitrary<SmsStatusReport> = fc.record({
  moreMessages: fc.boolean(),
  loopPrevention: fc.boolean(),
  answersCommand: fc.boolean(),
  hasHeader: fc.boolean(),
  messageReference: octet,
  recipient: address,
  timestamp,
  discharged: timestamp,
  status: octet,
  optional: fc.uint8Array({ maxLength: 10 }),
});

function userData(segment: SmsSegment): SmsSegment {
  return { udh: segment.udh, data: segment.data };
}

describe('a SUBMIT', () => {
  const day: SmsValidity = { kind: 'relative', minutes: 24 * 60 };

  it('of one WAP push is written as in the vector', () => {
    const segments = segmentBinary(vector('push-san12-funambol-header'), {
      reference: 1,
      ports: wapPushPorts,
    });
    const dataCoding = dataCodings.binaryClass1;
    const [tpdu] = submitsOf(segments, { destination: phone, dataCoding, validity: day }).map(
      encodeSubmit,
    );
    expect(toHex(tpdu ?? fromHex(''))).toBe(toHex(vector('submit-san12-single')));
    const pdu = { serviceCentre: undefined, tpdu: tpdu ?? fromHex('') };
    expect(atCommandPdu(pdu)).toEqual({
      line: `00${toHex(vector('submit-san12-single')).toUpperCase()}`,
      length: 90,
    });
  });

  it('of several parts is written as in the vectors', () => {
    const names = [1, 2, 3].map((part) => `submit-cp-concat8-${String(part)}-of-3`);
    const decoded = names.map((name) => decodeSubmit(vector(name)));
    const { payload, ports } = joinSegments(decoded);
    expect(payload).toHaveLength(330);
    expect(ports).toEqual(wapPushPorts);
    const segments = segmentBinary(payload, { reference: 0x5a, ports: wapPushPorts });
    const submits = submitsOf(segments, {
      destination: phone,
      dataCoding: dataCodings.binaryClass1,
      validity: day,
      statusReport: true,
    });
    expect(submits.map((value) => toHex(encodeSubmit(value)))).toEqual(
      names.map((name) => toHex(vector(name))),
    );
  });

  it('with a 16-bit reference and no validity is read as in the vector', () => {
    const value = decodeSubmit(vector('submit-cp-concat16-1-of-3'));
    expect(value).toMatchObject({ dataCoding: 0x04, validity: { kind: 'none' } });
    expect(toHex(value.udh)).toBe('0c05040b84c002080412340301');
    expect(value.data).toHaveLength(127);
  });

  it.each([
    ['submit-gsm7-hellohello', '+46708251358', 'hellohello'],
    ['submit-ucs2', '+4915112345678', 'Привет, 世界 €'],
  ])('of a text is read and written as in %s', (name, number, text) => {
    const value = decodeSubmit(vector(name));
    expect(formatAddress(value.destination)).toBe(number);
    expect(textOfUserData(value.dataCoding, value.data)).toBe(text);
    expect(toHex(encodeSubmit(value))).toBe(toHex(vector(name)));
    const cut = segmentText(text, { reference: 1 });
    expect(cut.segments).toEqual([userData(value)]);
    expect(cut.dataCoding).toBe(value.dataCoding);
  });

  it('of a long text is cut and packed as in the vectors', () => {
    const fox = 'The quick brown fox jumps over the lazy dog. ';
    const { dataCoding, segments } = segmentText(`{€} 200 chars: ${fox.repeat(4)}End.`, {
      reference: 0x42,
    });
    const submits = submitsOf(segments, { destination: phone, dataCoding, validity: day });
    expect(submits.map((value) => toHex(encodeSubmit(value)))).toEqual(
      ['submit-gsm7-concat-1-of-2', 'submit-gsm7-concat-2-of-2'].map((name) => toHex(vector(name))),
    );
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(submit, (value) => {
        expect(decodeSubmit(encodeSubmit(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ['more octets than it holds', { data: new Uint8Array(141) }, 'too-long'],
    ['a header of another length', { udh: fromHex('0500') }, 'inconsistent'],
    ['a reference of nine bits', { messageReference: 256 }, 'invalid-value'],
    ['an address of 21 digits', { destination: addressOf('1'.repeat(21)) }, 'too-long'],
    ['an address that is none', { destination: addressOf('+49 151') }, 'invalid-value'],
    [
      'a sender name outside the alphabet',
      { destination: { type: 0xd0, value: 'ł' } },
      'invalid-value',
    ],
    ['no time at all', { validity: { kind: 'relative', minutes: 0 } }, 'invalid-value'],
  ] as const)('is not written with %s', (_name, change, code) => {
    const value = decodeSubmit(vector('submit-san12-single'));
    expect(codecErrorOf(() => encodeSubmit({ ...value, ...change }))?.code).toBe(code);
  });

  it.each([
    ['of another type', '00', 'unsupported'],
    ['with an address of 255 digits', '0100ff91', 'too-long'],
    ['with a filler among its digits', '01000291ff000000', 'invalid-value'],
    ['with a length beyond its end', '010000810004054142', 'truncated'],
    ['with octets behind its length', '010000810004014142', 'trailing-data'],
    ['with 161 septets', '010000810000a1', 'too-long'],
    ['with a header that is not there', '41000081000400', 'truncated'],
    ['with a header longer than its data', '410000810004020541', 'truncated'],
    ['with a header of more septets than its text', '410000810000020100', 'inconsistent'],
  ])('%s is refused', (_name, hex, code) => {
    expect(codecErrorOf(() => decodeSubmit(fromHex(hex)))?.code).toBe(code);
  });
});

describe('a DELIVER', () => {
  it('is read and written as in the vector', () => {
    const value = decodeDeliver(vector('deliver-san12'));
    expect(value).toMatchObject({ moreMessages: false, originator: phone, dataCoding: 0xf5 });
    expect(timestampToEpoch(value.timestamp)).toBe(Date.UTC(2024, 0, 12, 13, 55, 41));
    expect(toHex(joinSegments([value]).payload)).toBe(toHex(vector('push-san12-funambol-header')));
    expect(toHex(encodeDeliver(value))).toBe(toHex(vector('deliver-san12')));
    expect(decodeIncoming(vector('deliver-san12'))).toEqual({ kind: 'deliver', deliver: value });
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(deliver, (value) => {
        expect(decodeDeliver(encodeDeliver(value))).toEqual(value);
      }),
    );
  });
});

describe('a STATUS-REPORT', () => {
  it('is read and written as in the vector', () => {
    const value = decodeStatusReport(vector('status-report-delivered'));
    expect(value).toMatchObject({ messageReference: 90, recipient: phone, status: 0 });
    expect(timestampToEpoch(value.discharged)).toBe(Date.UTC(2024, 0, 12, 13, 55, 43));
    expect(toHex(encodeStatusReport(value))).toBe(toHex(vector('status-report-delivered')));
    expect(decodeIncoming(vector('status-report-delivered'))).toEqual({
      kind: 'status-report',
      report: value,
    });
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(report, (value) => {
        expect(decodeStatusReport(encodeStatusReport(value))).toEqual(value);
      }),
    );
  });

  it.each([
    [0x00, 'delivered'],
    [0x02, 'delivered'],
    [0x20, 'pending'],
    [0x3f, 'pending'],
    [0x46, 'failed'],
    [0x60, 'failed'],
    [0xff, 'failed'],
  ] as const)('of status %i means %s', (status, outcome) => {
    expect(deliveryOutcome(status)).toBe(outcome);
  });
});

describe('a PDU line', () => {
  it('may name the service centre', () => {
    const pdu = { serviceCentre: addressOf('+491710760000'), tpdu: fromHex('0100') };
    expect(toHex(encodeAtPdu(pdu))).toBe('07919471016700000100');
    expect(decodeAtPdu(encodeAtPdu(pdu))).toEqual(pdu);
    expect(atCommandPdu(pdu).length).toBe(2);
  });

  it('comes back as it was', () => {
    const serviceCentre = fc.option(
      fc.record({ type: fc.constant(0x91), value: fc.stringMatching(/^[0-9]{0,20}$/) }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(serviceCentre, fc.uint8Array({ maxLength: 180 }), (centre, tpdu) => {
        const pdu = { serviceCentre: centre, tpdu };
        expect(decodeAtPdu(encodeAtPdu(pdu))).toEqual(pdu);
      }),
    );
  });

  it.each([
    ['', 'truncated'],
    ['ff', 'too-long'],
    ['0791', 'truncated'],
    ['00'.repeat(300), 'too-long'],
  ])('%# is refused', (hex, code) => {
    expect(codecErrorOf(() => decodeAtPdu(fromHex(hex)))?.code).toBe(code);
  });
});

describe('a relative validity', () => {
  it('of every octet comes back', () => {
    for (let value = 0; value <= 0xff; value += 1) {
      expect(validityOctet(validityMinutes(value))).toBe(value);
    }
  });

  it('is never shorter than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 63 * 7 * 24 * 60 }), (minutes) => {
        const value = validityOctet(minutes);
        expect(validityMinutes(value)).toBeGreaterThanOrEqual(minutes);
        if (value > 0) expect(validityMinutes(value - 1)).toBeLessThan(minutes);
      }),
    );
  });

  it.each([
    [24 * 60, 0xa7],
    [4 * 24 * 60, 0xaa],
    [63 * 7 * 24 * 60, 0xff],
    [1e9, 0xff],
  ])('of %i minutes is the octet %i', (minutes, value) => {
    expect(validityOctet(minutes)).toBe(value);
  });
});

describe('a timestamp', () => {
  it('knows its distance from UTC, on both sides', () => {
    const noon = Date.UTC(2024, 5, 1, 12, 0, 0);
    expect(timestampFromEpoch(noon, 8)).toMatchObject({ hour: 14, offsetQuarters: 8 });
    expect(timestampFromEpoch(noon, -26)).toMatchObject({ hour: 5, minute: 30 });
    fc.assert(
      fc.property(timestamp, fc.integer({ min: -79, max: 79 }), (value, offset) => {
        const epoch = timestampToEpoch(value);
        expect(timestampToEpoch(timestampFromEpoch(epoch, offset))).toBe(epoch);
      }),
    );
  });

  it('of zeros is kept, as reports have them', () => {
    const zeros = decodeStatusReport(fromHex(`06000081${'00'.repeat(15)}`));
    expect(zeros.discharged).toMatchObject({ year: 2000, month: 0, day: 0 });
    expect(toHex(encodeStatusReport(zeros))).toHaveLength(2 * 19);
  });

  it('of more than decimal digits is refused', () => {
    const hex = `06000081${'fa'.repeat(15)}`;
    expect(codecErrorOf(() => decodeStatusReport(fromHex(hex)))?.code).toBe('invalid-value');
  });
});

describe('hostile bytes', () => {
  it('are a codec error or a message', () => {
    fc.assert(
      fc.property(hostileBytes(), (bytes) => {
        codecErrorOf(() => decodeSubmit(bytes));
        codecErrorOf(() => decodeIncoming(bytes));
        codecErrorOf(() => decodeAtPdu(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('that are a message cut anywhere are truncated', () => {
    for (const name of ['submit-san12-single', 'submit-gsm7-concat-1-of-2', 'submit-ucs2']) {
      const bytes = vector(name);
      for (let length = 0; length < bytes.length; length += 1) {
        expect(codecErrorOf(() => decodeSubmit(bytes.subarray(0, length)))?.code).toBe('truncated');
      }
    }
  });
});
