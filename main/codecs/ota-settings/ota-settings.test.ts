import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { joinSegments } from '../gsm-sms/index.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { vector } from '../testing/vectors.ts';
import {
  browserSettingsPorts,
  decodeBrowserSettings,
  decodeBrowserSettingsPush,
  decodeSyncSettings,
  decodeSyncSettingsPush,
  encodeBrowserSettings,
  encodeBrowserSettingsSms,
  encodeSyncSettings,
  encodeSyncSettingsSms,
  syncSettingsPorts,
  type BrowserSettings,
  type SyncSettings,
} from './index.ts';

const syncSettings: SyncSettings = {
  name: 'Example Sync',
  hostAddress: 'http://sync.example.com/syncml',
  databases: [
    { contentType: 'text/x-vcard', contentTypeVersion: '2.1', uri: 'card', name: 'Contacts' },
  ],
  authentication: { scheme: 'basic', username: 'alice', password: 's3cret' },
};

const browserSettings: BrowserSettings = {
  addresses: [
    [
      { name: 'BEARER', value: 'GPRS' },
      { name: 'PROXY', value: '10.0.0.1' },
      { name: 'PORT', value: '9201' },
      { name: 'GPRS_ACCESSPOINTNAME', value: 'internet' },
      { name: 'PPP_AUTHTYPE', value: 'PAP' },
    ],
  ],
  homepage: 'http://wap.example.com/',
  name: 'Example',
  bookmarks: [],
};

const text = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((value) => value.replaceAll('\0', ''));
const optional = { requiredKeys: [] };

const anySyncSettings: fc.Arbitrary<SyncSettings> = fc.record(
  {
    name: text,
    hostAddress: text,
    databases: fc.array(
      fc.record(
        { contentType: text, contentTypeVersion: text, uri: text, name: text },
        { requiredKeys: ['contentType', 'uri'] },
      ),
      { maxLength: 4 },
    ),
    authentication: fc.record(
      { scheme: fc.constantFrom('basic', 'md5'), username: text, password: text },
      { requiredKeys: ['scheme', 'username'] },
    ),
  },
  { requiredKeys: ['name', 'hostAddress', 'databases'] },
);

const parameterValue = fc.oneof(fc.constantFrom('GPRS', '9201', 'PAP', 'AUTO', ''), text);
const anyBrowserSettings: fc.Arbitrary<BrowserSettings> = fc
  .tuple(
    fc.record({
      addresses: fc.array(
        fc.array(
          fc.record({
            name: fc.oneof(fc.constantFrom('BEARER', 'PORT', 'ISP_NAME', 'constructor'), text),
            value: parameterValue,
          }),
          { maxLength: 4 },
        ),
        { maxLength: 3 },
      ),
      bookmarks: fc.array(fc.record({ name: text, url: text }), { maxLength: 3 }),
    }),
    fc.record({ homepage: text, mmsUrl: text, name: text }, optional),
  )
  .map(([required, others]) => ({ ...required, ...others }));

describe('the settings of a SyncML client', () => {
  const bytes = vector('push-old-syncsettings');

  it('are read and written as Kannel has them', () => {
    const { push, segments } = encodeSyncSettingsSms(syncSettings, { reference: 1 });
    expect(toHex(push)).toBe(toHex(bytes));
    expect(decodeSyncSettingsPush(bytes)).toEqual(syncSettings);
    const joined = joinSegments(segments);
    expect(joined.ports).toEqual(syncSettingsPorts);
    expect(toHex(joined.payload)).toBe(toHex(bytes));
  });

  it('go to their port', () => {
    const short = { ...syncSettings, databases: [] };
    const [segment] = encodeSyncSettingsSms(short, { reference: 1 }).segments;
    expect(toHex(segment?.udh ?? fromHex(''))).toBe('060504c34cc002');
  });

  it('have no credential unless there is one', () => {
    const authentication = { scheme: 'md5', username: 'alice' } as const;
    const settings = { ...syncSettings, authentication };
    const encoded = encodeSyncSettings(settings);
    expect(toHex(encoded)).not.toContain('4d03');
    expect(decodeSyncSettings(encoded)).toEqual(settings);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(anySyncSettings, (settings) => {
        expect(decodeSyncSettings(encodeSyncSettings(settings))).toEqual(settings);
      }),
    );
  });

  it('may say more than we use', () => {
    // Port, white space, a reference to a connection, and one without anything in it.
    const more = `52033830 0001 032000 4b 53 036100 01 01 0b`;
    const body = `01016a00 55 ${more} 50036100 01 51036200 01 01`.replaceAll(' ', '');
    expect(decodeSyncSettings(fromHex(body))).toEqual({
      name: 'b',
      hostAddress: 'a',
      databases: [],
    });
  });

  it.each([
    ['of another document', '05', 'unsupported'],
    ['without an address', '55510362000101', 'missing'],
    ['without a name', '55500361000101', 'missing'],
    ['with two names', '55510361000151036200015003610001 01', 'inconsistent'],
    ['with a text for an element', '5503610001', 'invalid-value'],
    ['with an element for a text', '55501101510362000101', 'invalid-value'],
    ['with an element that nobody knows', '552001', 'unsupported'],
    ['with an element of another page', '5500011101', 'unsupported'],
    [
      'with a database without an address',
      '55 5103620001 5003610001 54 4e03610001 01 01',
      'missing',
    ],
    [
      'with another way to sign in',
      '55 5103620001 5003610001 47 490333000157036100 01 01 01',
      'unsupported',
    ],
    [
      'with a credential in no Base64',
      '55 5103620001 5003610001 47 5703610001 4d032a0001 01 01',
      'invalid-value',
    ],
    ['with attributes', 'd5', 'unsupported'],
  ])('are refused %s', (_name, body, code) => {
    const bytes = fromHex(`01016a00${body.replaceAll(' ', '')}`);
    expect(codecErrorOf(() => decodeSyncSettings(bytes))?.code).toBe(code);
  });

  it('are refused when they are cut anywhere, and in a push for others', () => {
    const body = encodeSyncSettings(syncSettings);
    for (let length = 0; length < body.length; length += 1) {
      expect(codecErrorOf(() => decodeSyncSettings(body.subarray(0, length)))?.code).toBe(
        'truncated',
      );
    }
    const other = vector('push-old-browser-settings');
    expect(codecErrorOf(() => decodeSyncSettingsPush(other))?.code).toBe('unsupported');
  });

  it('are not written with a NUL or without end', () => {
    const error = (name: string) =>
      codecErrorOf(() => encodeSyncSettings({ ...syncSettings, name }))?.code;
    expect(error('a\0b')).toBe('invalid-value');
    expect(error('x'.repeat(40_000))).toBe('too-long');
  });
});

describe('the settings of a browser', () => {
  const bytes = vector('push-old-browser-settings');

  it('are read and written as Kannel and libwbxml have them', () => {
    const { push, segments } = encodeBrowserSettingsSms(browserSettings, { reference: 1 });
    expect(toHex(push)).toBe(toHex(bytes));
    expect(decodeBrowserSettingsPush(bytes)).toEqual(browserSettings);
    expect(joinSegments(segments).ports).toEqual(browserSettingsPorts);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(anyBrowserSettings, (settings) => {
        expect(decodeBrowserSettings(encodeBrowserSettings(settings))).toEqual(settings);
      }),
    );
  });

  it('may be a list of bookmarks', () => {
    const bookmarks = [{ name: 'a', url: 'http://a/' }];
    const body = encodeBrowserSettings({ addresses: [], bookmarks });
    const contentType = { media: 'application/x-wap-prov.browser-bookmarks', parameters: [] };
    const push = { transactionId: 1, contentType, headers: [], body };
    expect(decodeBrowserSettingsPush(push)).toEqual({ addresses: [], bookmarks });
  });

  it.each([
    ['of another document', '06', 'unsupported'],
    ['with a setting outside a group', '45870101', 'invalid-value'],
    ['with a group of no type', '458611036100 0101', 'missing'],
    ['with a group in a group', '45c60601860601 0101', 'invalid-value'],
    ['with two home pages', '45860711036100 01 860711036100 01 01', 'inconsistent'],
    ['with a home page of no address', '4586070101', 'missing'],
    ['with a setting without a name', '45c60601 8749 01 01 01', 'missing'],
    ['with a bookmark without an address', '45c67f01 8715110361000 1 01 01', 'missing'],
    ['with a token that nobody knows', '45863001 01', 'unsupported'],
  ])('are refused %s', (_name, body, code) => {
    const bytes = fromHex(`01016a00${body.replaceAll(' ', '')}`);
    expect(codecErrorOf(() => decodeBrowserSettings(bytes))?.code).toBe(code);
  });
});

describe('settings', () => {
  it('are read or refused, when they are hostile, and nothing else', () => {
    const samples = [vector('push-old-syncsettings'), vector('push-old-browser-settings')];
    fc.assert(
      fc.property(hostileBytes(samples), (bytes) => {
        codecErrorOf(() => decodeSyncSettingsPush(bytes));
        codecErrorOf(() => decodeBrowserSettingsPush(bytes));
        codecErrorOf(() => decodeSyncSettings(bytes.subarray(9)));
        codecErrorOf(() => decodeBrowserSettings(bytes.subarray(48)));
      }),
      { numRuns: 2000 },
    );
  });
});
