import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../bytes.ts';
import { encodeSyncml, syncml } from '../syncml/index.ts';
import { codecErrorOf, hostileBytes } from '../testing/hostile-bytes.ts';
import { vector } from '../testing/vectors.ts';
import { decodeLegacyAlert, encodeLegacyAlert, type LegacyAlert } from './legacy-alert.ts';
import { isSan12 } from './san12.ts';
import { syncTypes } from './sync-type.ts';

const twoDatabases: LegacyAlert = {
  version: '1.1',
  sessionId: '1',
  target: '/',
  source: 'PC Suite',
  commands: [
    {
      syncType: syncTypes.twoWay,
      items: [
        { uri: 'Contacts', mimeType: 'text/x-vcard' },
        { uri: 'Calendar', mimeType: 'text/x-vcalendar' },
      ],
    },
  ],
};

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const alert: fc.Arbitrary<LegacyAlert> = fc.record({
  version: fc.constantFrom('1.0', '1.1'),
  sessionId: text,
  target: text,
  source: text,
  commands: fc.array(
    fc.record({
      syncType: fc.constantFrom(...Object.values(syncTypes)),
      items: fc.array(fc.record({ uri: text, mimeType: fc.option(text, { nil: undefined }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('an alert of SyncML 1.0 or 1.1', () => {
  it.each([
    ['san11-legacy-two-dbs', twoDatabases],
    ['san10-legacy-two-dbs', { ...twoDatabases, version: '1.0' as const }],
  ])('is read and written as in %s', (name, expected) => {
    const bytes = vector(name);
    expect(decodeLegacyAlert(bytes)).toEqual(expected);
    expect(toHex(encodeLegacyAlert(expected))).toBe(toHex(bytes));
    expect(isSan12(bytes)).toBe(false);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(alert, (value) => {
        expect(decodeLegacyAlert(encodeLegacyAlert(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ['no command', []],
    ['a command without a datastore', [{ syncType: syncTypes.twoWay, items: [] }]],
  ])('is not written with %s', (_name, commands) => {
    const error = codecErrorOf(() => encodeLegacyAlert({ ...twoDatabases, commands }));
    expect(error).toMatchObject({ format: 'alert', code: 'missing' });
  });

  it('is not written with sixteen datastores', () => {
    const items = Array.from({ length: 16 }, () => ({ uri: 'card', mimeType: undefined }));
    const commands = [{ syncType: syncTypes.twoWay, items }];
    const error = codecErrorOf(() => encodeLegacyAlert({ ...twoDatabases, commands }));
    expect(error?.code).toBe('too-many');
  });

  it.each([
    ['an alert code of a client', '200', 'invalid-value'],
    ['a code that is no number', '2e2', 'invalid-value'],
    ['an empty code', '', 'invalid-value'],
  ])('is not read with %s', (_name, data, code) => {
    const root = syncml(
      'SyncML',
      syncml('SyncHdr', syncml('SessionID', '1')),
      syncml('SyncBody', syncml('Alert', syncml('Data', data), syncml('Item'))),
    );
    const bytes = encodeSyncml({ kind: 'syncml', version: '1.1', root });
    expect(codecErrorOf(() => decodeLegacyAlert(bytes))?.code).toBe(code);
  });

  it('is not a message of SyncML 1.2', () => {
    const bytes = vector('syncml12-init-wbxml');
    expect(codecErrorOf(() => decodeLegacyAlert(bytes))?.code).toBe('unsupported');
  });

  it('made of hostile bytes is a codec error or an alert', () => {
    const samples = [vector('san11-legacy-two-dbs'), vector('san10-legacy-two-dbs')];
    fc.assert(
      fc.property(hostileBytes(samples), (bytes) => {
        codecErrorOf(() => decodeLegacyAlert(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});
