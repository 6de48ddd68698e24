import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { sanVectors, vector } from '../testing/vectors.ts';
import { computeSanDigest, verifySanDigest } from './digest.ts';
import { decodeSan12, encodeSan12, isSan12, sealSan12, uiModes, type San12 } from './san12.ts';
import { syncTypes } from './sync-type.ts';

const utf8 = new TextEncoder();
const shortText = fc.string({ unit: 'binary', maxLength: 60 });
const notification: fc.Arbitrary<San12> = fc.record({
  digest: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  version: fc.constantFrom(10, 11, 12),
  uiMode: fc.constantFrom(...Object.values(uiModes)),
  initiator: fc.constantFrom('client', 'server'),
  headerReserved: fc.integer({ min: 0, max: 2 ** 27 - 1 }),
  sessionId: fc.integer({ min: 0, max: 0xffff }),
  serverId: shortText,
  bodyReserved: fc.nat(15),
  syncs: fc.array(
    fc.record({
      syncType: fc.constantFrom(...Object.values(syncTypes)),
      contentType: fc.nat(0xff_ffff),
      uri: shortText,
      reserved: fc.nat(15),
    }),
    { maxLength: 15 },
  ),
  vendor: fc.uint8Array({ maxLength: 20 }),
});

describe('a 1.2 notification', () => {
  it.each(sanVectors)('is read and written as in $name', ({ hex, decoded }) => {
    const bytes = fromHex(hex);
    const san = decodeSan12(bytes);
    expect(san).toMatchObject({
      version: (decoded.version ?? 0) * 10,
      uiMode: decoded.ui_mode,
      initiator: decoded.initiator === 1 ? 'server' : 'client',
      sessionId: decoded.session_id,
      serverId: decoded.server_id,
      syncs: decoded.syncs?.map(({ sync_type, content_type, server_uri }) => ({
        syncType: sync_type,
        contentType: Number(content_type),
        uri: server_uri,
      })),
    });
    expect(toHex(san.digest)).toBe(decoded.digest);
    expect(toHex(san.vendor)).toBe(decoded.vendor_hex);
    expect(isSan12(bytes)).toBe(true);
    expect(toHex(encodeSan12(san))).toBe(hex);
  });

  it.each(sanVectors.filter(({ inputs }) => inputs?.digest_colon_when_password_empty))(
    'is signed as in $name',
    ({ hex, inputs }) => {
      const credentials = {
        serverId: inputs?.server_id_for_digest ?? '',
        password: inputs?.password ?? '',
        nonce: utf8.encode(inputs?.nonce),
      };
      const bytes = fromHex(hex);
      expect(verifySanDigest(bytes, credentials)).toBe(true);
      expect(toHex(sealSan12(decodeSan12(bytes), credentials))).toBe(hex);
      expect(verifySanDigest(bytes, { ...credentials, password: 'wrong' })).toBe(false);
      expect(verifySanDigest(bytes, { ...credentials, nonce: utf8.encode('wrong') })).toBe(false);
    },
  );

  it('keeps the colon of an empty password, unlike libsynthesis', () => {
    const bytes = vector('san12-libsynthesis-empty-password');
    const credentials = { serverId: 'PC Suite Data Sync', password: '', nonce: fromHex('') };
    expect(verifySanDigest(bytes, credentials)).toBe(false);
    const trigger = bytes.subarray(16);
    expect(toHex(computeSanDigest({ ...credentials, trigger }))).toBe(
      toHex(vector('san12-nokia-ovi-contacts').subarray(0, 16)),
    );
  });

  it('comes back as it was, reserved bits and vendor octets included', () => {
    fc.assert(
      fc.property(notification, (san) => {
        expect(decodeSan12(encodeSan12(san))).toEqual(san);
      }),
    );
  });

  it('leaves no octet of the trigger unsigned', () => {
    const credentials = { serverId: 'srv', password: 'pwd', nonce: fromHex('') };
    const bytes = vector('san12-all-datastores');
    for (let index = 0; index < bytes.length; index += 1) {
      const forged = bytes.slice();
      forged[index] = (forged[index] ?? 0) ^ 1;
      expect(verifySanDigest(forged, credentials)).toBe(false);
    }
  });

  it('holds fifteen datastores and no more', () => {
    const sync = { syncType: syncTypes.twoWay, contentType: 0, uri: 'card' };
    const seal = (count: number): Uint8Array =>
      sealSan12(
        {
          uiMode: uiModes.background,
          initiator: 'server',
          sessionId: 1,
          serverId: 'srv',
          syncs: Array.from({ length: count }, () => sync),
        },
        { serverId: 'srv', password: '', nonce: fromHex('') },
      );
    expect(decodeSan12(seal(15)).syncs).toHaveLength(15);
    expect(codecErrorOf(() => seal(16))?.code).toBe('too-many');
  });

  it.each([
    ['a server id of 256 octets', { serverId: 'é'.repeat(128) }, 'too-long'],
    ['a session id of 17 bits', { sessionId: 0x1_0000 }, 'invalid-value'],
    ['a negative session id', { sessionId: -1 }, 'invalid-value'],
    ['reserved bits of 28', { headerReserved: 2 ** 27 }, 'invalid-value'],
    ['version 2.0', { version: 20 }, 'invalid-value'],
    ['half a surrogate', { serverId: '\udc00' }, 'invalid-value'],
    ['a short digest', { digest: fromHex('00') }, 'invalid-value'],
  ] as const)('is not written with %s', (_name, change, code) => {
    const san = decodeSan12(vector('san12-two-dbs'));
    expect(codecErrorOf(() => encodeSan12({ ...san, ...change }))?.code).toBe(code);
  });

  it.each([
    ['an unknown sync type', 43, 0x10, 'invalid-value'],
    ['a version of the future', 16, 0x05, 'unsupported'],
    ['a lying length of the server id', 23, 0xff, 'truncated'],
    ['a server id that is no UTF-8', 24, 0xff, 'invalid-value'],
    ['more datastores than it has', 42, 0x20, 'truncated'],
  ])('is not read with %s', (_name, offset, octet, code) => {
    const bytes = vector('san12-nokia-ovi-contacts').slice();
    bytes[offset] = octet;
    expect(codecErrorOf(() => decodeSan12(bytes))?.code).toBe(code);
  });

  it('cut anywhere before its end is an error at the cut', () => {
    const bytes = vector('san12-nokia-ovi-contacts');
    for (let length = 0; length < bytes.length; length += 1) {
      const error = codecErrorOf(() => decodeSan12(bytes.subarray(0, length)));
      expect(error).toMatchObject({ format: 'san', code: 'truncated', offset: length });
    }
  });

  it('made of hostile bytes is a codec error or a notification', () => {
    fc.assert(
      fc.property(hostileBytes(), (bytes) => {
        codecErrorOf(() => decodeSan12(bytes));
        codecErrorOf(() => verifySanDigest(bytes, { serverId: '', password: '', nonce: bytes }));
      }),
      { numRuns: 1000 },
    );
  });
});
