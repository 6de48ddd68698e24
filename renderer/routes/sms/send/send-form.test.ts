import { describe, expect, it } from 'vitest';
import { emptySend, nameCharacters, sendFaults, sendInput } from './send-form.ts';
import type { SendValues } from './send-form.ts';

const text: SendValues = { ...emptySend, number: '0048 600-100 (201)', text: 'Hello' };
const binary: SendValues = {
  ...emptySend,
  number: '+48600100201',
  isBinary: true,
  data: '01 06 03\nCE',
  udh: '06 05 04 0B 84 C0 02',
  dcs: 'f5',
};

describe('a text', () => {
  it('is sent with nothing but what was chosen', () => {
    expect(sendFaults(text)).toEqual({});
    expect(sendInput(text)).toEqual({ number: '+48600100201', text: 'Hello' });
  });

  it('takes along what is set further down', () => {
    const more = { gatewayId: 'g', accountId: 'a', sender: ' Desk ', expires: '2', bulk: true };
    expect(sendInput({ ...text, ...more })).toMatchObject({
      gatewayId: 'g',
      accountId: 'a',
      sender: 'Desk',
      expiresInMs: 7_200_000,
      bulk: true,
    });
  });

  it('is refused without a number or words, and with hours that nobody waits', () => {
    expect(sendFaults(emptySend)).toEqual({
      number: { code: 'required' },
      text: { code: 'required' },
    });
    expect(sendFaults({ ...text, number: 'Ada', expires: 500 })).toEqual({
      number: { code: 'not-a-number' },
      expires: { code: 'out-of-range', min: 1, max: 168 },
    });
  });
});

describe('bytes', () => {
  it('are sent as hex and numbers, however they were typed', () => {
    expect(sendFaults(binary)).toEqual({});
    expect(sendInput(binary)).toEqual({
      number: '+48600100201',
      data: '010603ce',
      udh: '0605040b84c002',
      dcs: 0xf5,
      pid: 0,
    });
  });

  it('are refused where they are none, each field for itself', () => {
    expect(sendFaults({ ...binary, data: '0', udh: '0705', dcs: 'xyz', pid: '' })).toEqual({
      data: { code: 'hex' },
      udh: { code: 'udh-length', length: '01' },
      dcs: { code: 'octet' },
      pid: { code: 'octet' },
    });
  });
});

it('names the characters that force Unicode, invisible ones by their numbers', () => {
  expect(nameCharacters(['ł', 'ł', '\u00a0', '😀'])).toEqual(['“ł”', 'U+00A0', '“😀”']);
  expect(nameCharacters([...'ąćęłńóśźżěščřž']).at(-1)).toBe('…');
});
