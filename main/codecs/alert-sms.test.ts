import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyContentType,
  decodeAlertPush,
  decodeAlertSms,
  encodeAlertSms,
  type AlertDescription,
} from './alert-sms.ts';
import { fromHex, toHex } from './bytes.ts';
import { joinSegments, segmentBinary, wapPushPorts } from './gsm-sms/index.ts';
import { syncTypes, uiModes, verifySanDigest } from './san/index.ts';
import { codecErrorOf, hostileBytes } from './testing/hostile-bytes.ts';
import { vector } from './testing/vectors.ts';
import { decodePush, encodePush } from './wsp/index.ts';

const funambol: AlertDescription = {
  version: '1.2',
  serverId: 'funambol',
  password: 'fnbl',
  nonce: fromHex(''),
  sessionId: 0,
  uiMode: uiModes.background,
  syncs: ['scard', 'scal', 'stask'].map((uri) => ({
    syncType: syncTypes.twoWay,
    contentType: anyContentType,
    uri,
  })),
};

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const description: fc.Arbitrary<AlertDescription> = fc
  .record({
    version: fc.constantFrom('1.2', '1.1', '1.0'),
    serverId: name,
    password: name,
    nonce: fc.uint8Array({ maxLength: 16 }),
    sessionId: fc.nat(0xffff),
    uiMode: fc.constantFrom(...Object.values(uiModes)),
    initiator: fc.constantFrom('client', 'server'),
    syncs: fc.array(
      fc.record({
        syncType: fc.constantFrom(...Object.values(syncTypes)),
        contentType: fc.constantFrom(anyContentType, 'text/x-vCard', 'text/calendar', '0x00f123'),
        uri: name,
      }),
      { minLength: 1, maxLength: 15 },
    ),
  })
  .map((value) => value);

describe('an alert over SMS', () => {
  it('is what a Funambol server sends', () => {
    const { san, push, segments } = encodeAlertSms(funambol, { reference: 1 });
    expect(toHex(san)).toBe(toHex(vector('san12-funambol-3dbs')));
    expect(toHex(push)).toBe(toHex(vector('push-san12-funambol-header')));
    expect(segments.map(({ udh }) => toHex(udh))).toEqual(['0605040b84c002']);
  });

  it('comes back as it was, with a digest that fits', () => {
    fc.assert(
      fc.property(description, fc.nat(0xff), (value, reference) => {
        const sent = encodeAlertSms(value, { reference });
        const received = decodeAlertSms(sent.segments.toReversed());
        const { password, nonce, serverId, ...alert } = value;
        const heard =
          value.version === '1.2'
            ? { serverId, ...alert }
            : { serverId, ...alert, uiMode: uiModes.notSpecified, initiator: 'server' };
        expect(received).toEqual({
          ports: wapPushPorts,
          push: sent.push,
          san: sent.san,
          alert: heard,
        });
        if (value.version !== '1.2') return;
        expect(verifySanDigest(received.san, { serverId, password, nonce })).toBe(true);
      }),
    );
  });

  it('names many datastores in several messages', () => {
    const syncs = Array.from({ length: 15 }, (_, index) => ({
      syncType: syncTypes.twoWay,
      contentType: anyContentType,
      uri: `datastore-${String(index)}`,
    }));
    const { push, segments } = encodeAlertSms({ ...funambol, syncs }, { reference: 0xab });
    expect(segments.map(({ udh }) => toHex(udh))).toEqual([
      '0b05040b84c0020003ab0301',
      '0b05040b84c0020003ab0302',
      '0b05040b84c0020003ab0303',
    ]);
    expect(segments[0]?.data).toHaveLength(128);
    expect(joinSegments(segments).payload).toEqual(push);
  });

  it('asks for every datastore only in version 1.2', () => {
    const everything = { ...funambol, syncs: [] };
    const sent = encodeAlertSms(everything, { reference: 1 });
    expect(decodeAlertSms(sent.segments).alert.syncs).toEqual([]);
    const error = codecErrorOf(() =>
      encodeAlertSms({ ...everything, version: '1.1' }, { reference: 1 }),
    );
    expect(error?.code).toBe('missing');
  });

  it('differs from every other one by its session', () => {
    const digests = [1, 2, 3].map((sessionId) =>
      toHex(encodeAlertSms({ ...funambol, sessionId }, { reference: 1 }).san.subarray(0, 16)),
    );
    expect(new Set(digests).size).toBe(3);
  });

  it('may sign with another identifier than the one it shows', () => {
    const { san } = encodeAlertSms(
      {
        ...funambol,
        serverId: 'PC Suite',
        digestServerId: 'syncevo-user',
        password: 'syncevo-pass',
        nonce: new TextEncoder().encode('SyncEvolution'),
        sessionId: 1,
        uiMode: uiModes.notSpecified,
        syncs: [
          { syncType: syncTypes.twoWay, contentType: 'text/x-vCard', uri: 'Contacts' },
          { syncType: syncTypes.twoWay, contentType: 'text/x-vCalendar', uri: 'Calendar' },
        ],
      },
      { reference: 1 },
    );
    expect(toHex(san)).toBe(toHex(vector('san12-syncevolution-style')));
  });

  it('leaves a content type open that has no code', () => {
    const syncs = [{ syncType: syncTypes.twoWay, contentType: 'text/unheard-of', uri: 'x' }];
    const sent = encodeAlertSms({ ...funambol, syncs }, { reference: 1 });
    expect(decodeAlertSms(sent.segments).alert.syncs[0]?.contentType).toBe(anyContentType);
  });

  it('of version 1.1 has one command for each datastore', () => {
    const sent = encodeAlertSms({ ...funambol, version: '1.1' }, { reference: 1 });
    expect(toHex(sent.push)).toMatch(/^01060603020303af85029f536a00/);
    expect(toHex(sent.san).match(/4f0332303600/g)).toHaveLength(3);
  });

  it('of version 1.1 may come with the content type of a notification', () => {
    const push = decodePush(vector('push-san12-funambol-header'));
    const body = vector('san11-legacy-two-dbs');
    expect(decodeAlertPush({ ...push, body })).toMatchObject({ version: '1.1', sessionId: 1 });
  });
});

describe('what is no alert is refused', () => {
  it.each(['push-si', 'push-dm-notification-header-only'])('as %s', (vectorName) => {
    const push = decodePush(vector(vectorName));
    expect(codecErrorOf(() => decodeAlertPush(push))?.code).toBe('unsupported');
  });

  it('when a part is missing', () => {
    const push = encodePush({ ...decodePush(vector('push-si')), body: new Uint8Array(300) });
    const segments = segmentBinary(push, { reference: 1, ports: wapPushPorts }).slice(1);
    expect(codecErrorOf(() => decodeAlertSms(segments))?.code).toBe('inconsistent');
  });

  it('when its bytes are hostile', () => {
    const samples = [vector('push-san12-funambol-header'), vector('push-san11-funambol-header')];
    fc.assert(
      fc.property(hostileBytes(samples), fc.uint8Array({ maxLength: 12 }), (data, udh) => {
        codecErrorOf(() => decodeAlertSms([{ udh: new Uint8Array(), data }]));
        codecErrorOf(() => decodeAlertSms([{ udh, data }]));
      }),
      { numRuns: 2000 },
    );
  });
});
