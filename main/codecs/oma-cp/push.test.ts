import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { joinSegments } from '../gsm-sms/index.ts';
import { provisioningDocument } from '../testing/arbitrary-provisioning.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { usualSyncml } from '../testing/usual-provisioning.ts';
import { vector } from '../testing/vectors.ts';
import { encodePush } from '../wsp/index.ts';
import {
  decodeProvisioningDocument,
  decodeProvisioningPush,
  decodeProvisioningSms,
  encodeProvisioningPush,
  encodeProvisioningSms,
  imsiKey,
  provisioningMac,
  provisioningSecurities,
  userPinMac,
  verifyProvisioningMac,
  type ProvisioningSecurity,
} from './index.ts';

const body = vector('cp-w5-wbxml-libwbxml');
const document = decodeProvisioningDocument(body);
const secrets = { pin: '1234', imsi: '262011234567890' };
const mac = '8B9449972656197655EDAAD6D92D58F508449C71';

describe('a provisioning push', () => {
  it.each(['userpin', 'netwpin', 'usernetwpin'] as const)(
    'is signed and written as in the vector of %s',
    (security) => {
      const bytes = vector(`push-cp-w5-${security}`);
      expect(toHex(encodeProvisioningPush({ body, security, ...secrets }))).toBe(toHex(bytes));
      const push = decodeProvisioningPush(bytes);
      expect(push).toMatchObject({ transactionId: 1, document, security });
      expect(toHex(push.body)).toBe(toHex(body));
      expect(verifyProvisioningMac(push, secrets)).toBe(true);
      expect(verifyProvisioningMac({ ...push, mac: push.mac?.toLowerCase() }, secrets)).toBe(true);
    },
  );

  it('may be unsigned, or signed by the PIN that is dialled', () => {
    const unsigned = encodeProvisioningPush({ body, security: 'none', ...secrets });
    expect(toHex(unsigned)).toBe(`010601b6${toHex(body)}`);
    const dialled = encodeProvisioningPush({ body, security: 'userpinmac', transactionId: 7 });
    expect(toHex(dialled)).toBe(`07060403b69183${toHex(body)}`);
    expect(decodeProvisioningPush(unsigned)).toMatchObject({ security: 'none', mac: undefined });
    expect(decodeProvisioningPush(dialled)).toMatchObject({ security: 'userpinmac' });
  });

  it('comes back as it was, out of messages in any order', () => {
    const security = fc.constantFrom(...provisioningSecurities);
    fc.assert(
      fc.property(provisioningDocument, security, fc.nat(255), (value, kind, transactionId) => {
        const description = { document: value, security: kind, transactionId, ...secrets };
        const { push, segments } = encodeProvisioningSms(description, { reference: 9 });
        expect(toHex(joinSegments(segments).payload)).toBe(toHex(push));
        const back = decodeProvisioningSms(segments.toReversed());
        expect(back).toMatchObject({ document: value, security: kind, transactionId });
      }),
    );
  });

  it('goes to the port of WAP pushes in parts of 140 octets', () => {
    const description = { document, security: 'userpin', ...secrets } as const;
    const { segments } = encodeProvisioningSms(description, { reference: 0x4a });
    expect(segments).toHaveLength(3);
    expect(segments.map(({ udh }) => toHex(udh))).toEqual([
      '0b05040b84c00200034a0301',
      '0b05040b84c00200034a0302',
      '0b05040b84c00200034a0303',
    ]);
    expect(segments.map(({ udh, data }) => udh.length + data.length)).toSatisfy(
      (octets: number[]) => octets.every((count) => count <= 140),
    );
  });
});

describe('the usual document', () => {
  it('fits three messages', () => {
    const description = { document: usualSyncml, security: 'userpin', ...secrets } as const;
    const { body: bytes, push, segments } = encodeProvisioningSms(description, { reference: 1 });
    expect([bytes.length, push.length]).toEqual([300, 350]);
    expect(segments).toHaveLength(3);
  });
});

describe('a provisioning push is refused', () => {
  const sec = (value: number | string) => ({ name: 0x11, value });
  const hex = { name: 0x12, value: mac };
  const push = (parameters: { name: number | string; value: number | string | null }[]) =>
    encodePush({ transactionId: 1, contentType: { media: 0x36, parameters }, headers: [], body });

  it.each([
    ['with another kind of security', [sec(4), hex], 'invalid-value'],
    ['with a kind in words', [sec('USERPIN'), hex], 'invalid-value'],
    ['with a kind and no MAC', [sec(1)], 'missing'],
    ['with a MAC and no kind', [hex], 'inconsistent'],
    ['with a MAC beside the PIN that has it', [sec(3), hex], 'inconsistent'],
    ['with a MAC that is none', [sec(1), { name: 0x12, value: `${mac}00` }], 'invalid-value'],
    ['with a MAC that is a number', [sec(1), { name: 0x12, value: 5 }], 'invalid-value'],
  ])('%s', (_name, parameters, code) => {
    const error = codecErrorOf(() => decodeProvisioningPush(push(parameters)));
    expect(error).toMatchObject({ format: 'provisioning', code });
  });

  it('of another content type', () => {
    const alert = vector('push-san12-funambol-header');
    expect(codecErrorOf(() => decodeProvisioningPush(alert))?.code).toBe('unsupported');
  });

  it('but not for the way its parameters are named', () => {
    const named = push([
      { name: 'Sec', value: 1 },
      { name: 'mac', value: mac },
    ]);
    expect(decodeProvisioningPush(named)).toMatchObject({ security: 'userpin', mac });
  });

  it('or read, when it is hostile, and nothing else', () => {
    const samples = ['userpin', 'netwpin'].map((name) => vector(`push-cp-w5-${name}`));
    fc.assert(
      fc.property(hostileBytes(samples), (bytes) => {
        codecErrorOf(() => {
          verifyProvisioningMac(decodeProvisioningPush(bytes), secrets);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('in messages one of which is missing or doubled', () => {
    const description = { document, security: 'userpin', ...secrets } as const;
    const { segments } = encodeProvisioningSms(description, { reference: 1 });
    const [first, second, third] = segments;
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    for (const parts of [
      [first, second],
      [first, second, second],
      [first, first, second, third],
    ]) {
      expect(codecErrorOf(() => decodeProvisioningSms(parts))?.code).toBe('inconsistent');
    }
  });
});

describe('the MAC of a provisioning document', () => {
  it('is that of a document which a phone has accepted', () => {
    const accepted = vector('cp-mac-nowsms-netwpin');
    expect(provisioningMac('netwpin', accepted, { imsi: '123456789012345' })).toBe(
      'C483EC25F7E3E0CF100380DA5F6714CF204A5EC5',
    );
  });

  it('takes the IMSI in the nibbles of the SIM', () => {
    expect(toHex(imsiKey('123456789012345'))).toBe('1932547698103254');
    expect(toHex(imsiKey('12345678901234'))).toBe(toHex(vector('cp-imsi-key-even')));
  });

  it('may be part of the PIN', () => {
    expect(userPinMac('12345', body)).toBe('1234555369');
    const push = { security: 'userpinmac', body } as const;
    expect(verifyProvisioningMac(push, { pin: '1234555369' })).toBe(true);
    for (const pin of ['1234555368', '123455536', '12345', '', 'abcd']) {
      expect(verifyProvisioningMac(push, { pin })).toBe(false);
    }
  });

  it.each<[string, ProvisioningSecurity, { pin?: string; imsi?: string; mac?: string }]>([
    ['another PIN', 'userpin', { pin: '1235' }],
    ['a PIN with letters', 'userpin', { pin: '12a4' }],
    ['a PIN without end', 'userpin', { pin: '1'.repeat(10_000) }],
    ['no PIN', 'userpin', {}],
    ['another SIM', 'netwpin', { imsi: '262011234567891' }],
    ['no SIM', 'usernetwpin', { pin: '1234' }],
    ['no security', 'none', secrets],
  ])('does not fit %s', (_name, security, given) => {
    const signed = security === 'none' ? mac : provisioningMac('userpin', body, secrets);
    expect(verifyProvisioningMac({ security, mac: signed, body }, given)).toBe(false);
  });

  it('does not fit another document', () => {
    const changed = body.slice();
    changed[60] = 0x41;
    expect(verifyProvisioningMac({ security: 'userpin', mac, body: changed }, secrets)).toBe(false);
    expect(verifyProvisioningMac({ security: 'userpin', mac: 'zz', body }, secrets)).toBe(false);
    expect(verifyProvisioningMac({ security: 'userpin', mac: '', body }, secrets)).toBe(false);
    expect(verifyProvisioningMac({ security: 'userpin', body }, secrets)).toBe(false);
    expect(verifyProvisioningMac({ security: 'userpin', mac, body }, secrets)).toBe(true);
  });

  it.each([
    [{ security: 'userpin', pin: '' }, 'invalid-value'],
    [{ security: 'userpin', pin: '12 4' }, 'invalid-value'],
    [{ security: 'userpin' }, 'missing'],
    [{ security: 'netwpin', imsi: '1234567890123456' }, 'invalid-value'],
    [{ security: 'netwpin', imsi: '26201*1234567890' }, 'invalid-value'],
    [{ security: 'usernetwpin', pin: '1234' }, 'missing'],
  ] as const)('is not made of %o', (options, code) => {
    const error = codecErrorOf(() => encodeProvisioningPush({ ...options, body: fromHex('03') }));
    expect(error).toMatchObject({ format: 'provisioning', code });
  });
});
