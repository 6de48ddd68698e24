import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { contentTypeCode, contentTypeName } from '../omna/index.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { vector } from '../testing/vectors.ts';
import { mediaCode, mediaName, type WspContentType } from './content-type.ts';
import { applicationIdOf, applicationIdText, headerName, type WspHeader } from './header.ts';
import { decodePush, encodePush, pushSyncmlHeader, type PushPdu } from './push.ts';

// One octet a character, and nothing in front that would be read as a length or a quote.
const text = fc
  .tuple(
    fc.constantFrom('"', 'a', 'Z', '~', '\x80', 'é'),
    fc.array(fc.integer({ min: 1, max: 0xff }), { maxLength: 20 }),
  )
  .map(([first, rest]) => first + String.fromCharCode(...rest));
const asciiText = fc.stringMatching(/^[a-z][a-z0-9/+.-]{0,30}$/);
const integer = fc.integer({ min: 0, max: 2 ** 48 - 1 });

const contentType: fc.Arbitrary<WspContentType> = fc.record({
  media: fc.oneof(integer, asciiText),
  parameters: fc.array(
    fc.oneof(
      fc.record({
        name: fc.oneof(fc.integer({ min: 1, max: 0x7f }), asciiText),
        value: fc.oneof(integer, text, fc.constant(null)),
      }),
      fc.record({ name: fc.constant(0), value: fc.integer({ min: 0, max: 0xffff_ffff }) }),
    ),
    { maxLength: 4 },
  ),
});
const header: fc.Arbitrary<WspHeader> = fc.record({
  name: fc.oneof(fc.nat(0x7f), asciiText),
  value: fc.oneof(fc.nat(0x7f), text, fc.uint8Array({ maxLength: 40 })),
});
const push: fc.Arbitrary<PushPdu> = fc.record({
  transactionId: fc.nat(0xff),
  contentType,
  headers: fc.array(header, { maxLength: 5 }),
  body: fc.uint8Array({ maxLength: 100 }),
});

describe('a WAP push', () => {
  it.each([
    ['push-san12-funambol-header', 0x4e, 'x-wap-application:push.syncml'],
    ['push-san11-funambol-header', 0x0303, 'x-wap-application:push.syncml'],
    ['push-dm-notification-header-only', 0x44, 'x-wap-application:syncml.dm'],
    ['push-si', 0x2e, 'x-wap-application:wml.ua'],
  ])('is read and written as in %s', (name, media, application) => {
    const bytes = vector(name);
    const pdu = decodePush(bytes);
    expect(pdu.transactionId).toBe(1);
    expect(pdu.contentType).toEqual({ media, parameters: [] });
    expect(applicationIdText(applicationIdOf(pdu.headers) ?? '')).toBe(application);
    expect(toHex(encodePush(pdu))).toBe(toHex(bytes));
  });

  it('carries the notification as it is', () => {
    const pdu = decodePush(vector('push-san12-funambol-header'));
    expect(toHex(pdu.body)).toBe(toHex(vector('san12-funambol-3dbs')));
    expect(pdu.headers).toEqual([pushSyncmlHeader]);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(push, (pdu) => {
        expect(decodePush(encodePush(pdu))).toEqual(pdu);
      }),
    );
  });

  it('has a headers length of two octets from 128 on', () => {
    const contentType = { media: 'a'.repeat(200), parameters: [] };
    const pdu = { transactionId: 1, contentType, headers: [], body: fromHex('aa') };
    expect(toHex(encodePush(pdu)).slice(0, 8)).toBe('01068149');
    expect(decodePush(encodePush(pdu))).toEqual(pdu);
  });

  it('reads provisioning headers with a quoted length and parameters', () => {
    const mac = '8B9449972656197655EDAAD6D92D58F508449C71';
    const macHex = toHex(new TextEncoder().encode(mac));
    const bytes = fromHex(`01062f1f2db6918192${macHex}00030b6a00`);
    const pdu = decodePush(bytes);
    expect(pdu.contentType).toEqual({
      media: 0x36,
      parameters: [
        { name: 0x11, value: 1 },
        { name: 0x12, value: mac },
      ],
    });
    expect(toHex(encodePush(pdu))).toBe(toHex(bytes));
  });

  it('reads an application id of several octets or in full', () => {
    expect(applicationIdOf([{ name: 0x2f, value: fromHex('8002') }])).toBe(0x8002);
    expect(applicationIdOf([{ name: 'X-WAP-Application-ID', value: 'x-own' }])).toBe('x-own');
    expect(applicationIdOf([{ name: 0x2f, value: fromHex('0102030405') }])).toBeUndefined();
    expect(applicationIdText(0x8002)).toBe('0x8002');
  });
});

describe('a WAP push is refused', () => {
  it.each([
    ['of another PDU type', '010403ceaf85', 'unsupported'],
    ['with headers longer than itself', '010640ceaf85', 'truncated'],
    ['with headers of gigabytes', '01068fffffff7fce', 'too-long'],
    ['without a content type', '010600', 'truncated'],
    ['with a content type longer than the headers', '01060305020303', 'truncated'],
    ['with a media of no octets', '0106020100', 'invalid-value'],
    ['with a media of seven octets', '010609080701020304050607', 'invalid-value'],
    ['with a text without NUL', '010603616263', 'truncated'],
    ['with a switch of code pages', '010604ce7f02af', 'unsupported'],
    ['with a header without a value', '010602ceaf', 'truncated'],
  ])('%s', (_name, hex, code) => {
    expect(codecErrorOf(() => decodePush(fromHex(hex)))).toMatchObject({ format: 'wsp', code });
  });

  it('with more headers than any honest sender has', () => {
    const hex = `01068149ce${'af85'.repeat(100)}`;
    expect(codecErrorOf(() => decodePush(fromHex(hex)))?.code).toBe('too-many');
  });

  it('or read, when it is hostile, and nothing else', () => {
    fc.assert(
      fc.property(hostileBytes(), (bytes) => {
        codecErrorOf(() => decodePush(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a WAP push is not written', () => {
  const pdu = decodePush(vector('push-si'));
  it.each([
    ['with a transaction of nine bits', { transactionId: 256 }],
    ['with an empty media', { contentType: { media: '', parameters: [] } }],
    ['with a media that looks like a length', { contentType: { media: '\x1fa', parameters: [] } }],
    ['with a NUL in a text', { headers: [{ name: 0x2f, value: 'a\0b' }] }],
    ['with a character of two octets', { headers: [{ name: 0x2f, value: 'a€' }] }],
    ['with a long integer where a short one belongs', { headers: [{ name: 0x2f, value: 128 }] }],
    ['with a quoted header name', { headers: [{ name: 'é', value: 1 }] }],
    ['with half an octet', { contentType: { media: 1.5, parameters: [] } }],
  ])('%s', (_name, change) => {
    expect(codecErrorOf(() => encodePush({ ...pdu, ...change }))?.code).toBe('invalid-value');
  });
});

describe('names', () => {
  it('of content types lead to their codes in any letter case', () => {
    expect(contentTypeName(0x4e)).toBe('application/vnd.syncml.ds.notification');
    expect(contentTypeCode('TEXT/X-VCARD')).toBe(0x07);
    expect(contentTypeCode('text/vcard')).toBe(0x0309);
    expect(contentTypeCode('text/unheard-of')).toBeUndefined();
    expect(mediaCode({ media: 'text/x-vcalendar', parameters: [] })).toBe(0x06);
    expect(mediaName(0x0a)).toBe('0x0a');
  });

  it('of headers fall back to their numbers', () => {
    expect(headerName(0x2f)).toBe('X-Wap-Application-Id');
    expect(headerName(0x7e)).toBe('0x7e');
  });
});
