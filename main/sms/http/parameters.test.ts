import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBinary } from './binary.ts';
import { readParameters } from './parameters.ts';
import type { SmsHttpRequest } from './ports.ts';
import { isRefusal, refusals } from './refusals.ts';
import { readSend } from './send-request.ts';

function request(search: string, changes: Partial<SmsHttpRequest> = {}): SmsHttpRequest {
  return {
    method: 'GET',
    path: '',
    query: new URLSearchParams(search),
    search,
    headers: {},
    body: new Uint8Array(),
    remote: '127.0.0.1',
    isEncrypted: false,
    ...changes,
  };
}

function post(type: string, body: string | Uint8Array): SmsHttpRequest {
  const octets = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return request('', { method: 'POST', headers: { 'content-type': type }, body: octets });
}

function read(from: SmsHttpRequest) {
  const parameters = readParameters(from);
  return 'refused' in parameters ? parameters : readSend(parameters, 1);
}

const form = 'application/x-www-form-urlencoded';
const hex = (octets: Uint8Array | undefined) => Buffer.from(octets ?? []).toString('hex');

describe('numbers', () => {
  it.each([
    ['number=%2B48601100200', ['+48601100200']],
    ['number=+48601100200', ['+48601100200']],
    ['number=0048601100200', ['+48601100200']],
    ['number=601%20100%20200', ['601100200']],
    ['number=%2B48601100200,+48601100201', ['+48601100200', '+48601100201']],
    ['number=%2B48601100200%3B%2B48601100201%2C', ['+48601100200', '+48601100201']],
    ['number=112&number=113', ['112', '113']],
    ['NUMBER=112', ['112']],
  ])('are read from %s', (search, numbers) => {
    expect(read(request(`${search}&data=x`))).toMatchObject({ numbers });
  });

  it.each([
    ['', 'number-missing'],
    ['number=,', 'number-missing'],
    ['number=abc', 'number-invalid'],
    ['number=%2B48601100200,1', 'number-invalid'],
    [`number=${'1'.repeat(10_000)}`, 'number-invalid'],
    [`number=${Array.from({ length: 1_001 }, () => '112').join(',')}`, 'too-many-numbers'],
  ])('are refused in %.40s', (search, refused) => {
    expect(read(request(`${search}&data=x`))).toEqual({ refused });
  });
});

describe('a text', () => {
  it.each([
    ['data=P%C5%99%C3%AD', 'Pří'],
    ['data=P%F8%ED&charset=iso-8859-2', 'Pří'],
    ['data=caf%E9', 'café'],
    ['data=a+b', 'a b'],
    ['data=%F0%9F%98%80', '😀'],
  ])('is read from %s', (search, text) => {
    expect(read(request(`number=112&${search}`))).toMatchObject({ message: { text } });
  });

  it.each([
    ['data=x&charset=klingon', 'charset-unknown'],
    ['', 'data-missing'],
    ['data=%00', 'data-invalid'],
    ['data=x&udh=00', 'udh-invalid'],
    ['data=x&dcs=256', 'parameter-invalid'],
    ['data=x&pid=-1', 'parameter-invalid'],
    ['data=x&maxmsgs=0', 'parameter-invalid'],
    ['data=x&binary=2', 'parameter-invalid'],
    ['data=x&sender=a%0D%0Ab', 'sender-invalid'],
    ['data=x&ref=a%0Ab', 'parameter-invalid'],
    [`data=${'x'.repeat(40_000)}`, 'too-long'],
  ])('is refused in %.40s', (search, refused) => {
    expect(read(request(`number=112&${search}`))).toMatchObject({ refused });
  });

  it('comes in a form and in JSON as well', () => {
    const wanted = { numbers: ['112', '+48601100200'], isBulk: true, message: { text: 'ž' } };
    expect(read(post(form, 'number=112,%2B48601100200&data=%C5%BE'))).toMatchObject(wanted);
    const body = JSON.stringify({ number: [112, '+48601100200'], data: 'ž', maxmsgs: 3 });
    expect(read(post('application/json; charset=utf-8', body))).toMatchObject({
      ...wanted,
      message: { text: 'ž', maxParts: 3 },
    });
  });

  it.each([
    ['application/json', '{', 'body-invalid'],
    ['application/json', '[]', 'body-invalid'],
    ['application/json', '{"data":{"a":1}}', 'body-invalid'],
    ['application/json', Uint8Array.of(0x22, 0xff, 0x22), 'body-invalid'],
    ['text/xml', '<a/>', 'body-type'],
    [form, `x=1${'&x=1'.repeat(200)}`, 'too-large'],
    [form, new Uint8Array(600_000), 'too-large'],
  ])('is refused in a body of %s', (type, body, refused) => {
    expect(read(post(type, body))).toEqual({ refused });
  });
});

it('a message that was passed on three times is taken, and no more', () => {
  expect(read(request('number=112&data=x&hops=3'))).toMatchObject({ message: { hops: 3 } });
  expect(read(request('number=112&data=x&hops=4'))).toEqual({ refused: 'too-many-hops' });
  const faulty = { refused: 'parameter-invalid', parameter: 'hops' };
  expect(read(request('number=112&data=x&hops=-1'))).toEqual(faulty);
});

describe('binary data', () => {
  it.each([
    ['BgUEC4TAAg==', 'AQY=', undefined],
    ['BgUEC4TAAg', 'AQY', undefined],
    ['0605040b84c002', '0106', undefined],
    ['0605040B84C002', '0106', 'hex'],
  ] as const)('is read from udh %s and data %s', (udh, data, encoding) => {
    const read = readBinary({ udh, data }, encoding);
    if (typeof read === 'string') throw new Error(read);
    expect([hex(read.udh), hex(read.data)]).toEqual(['0605040b84c002', '0106']);
  });

  it('alone is base64 unless it cannot be', () => {
    const data = (text: string) => {
      const read = readBinary({ udh: '', data: text }, undefined);
      return typeof read === 'string' ? read : hex(read.data);
    };
    expect(data('0106')).toBe('d35d3a');
    expect(data('010603')).toBe('010603');
    expect(data('+/+/')).toBe('fbffbf');
    expect(data(' / /')).toBe('fbffbf');
    expect(data('-_-_')).toBe('fbffbf');
    expect(data('=')).toBe('');
    expect(data('a')).toBe('data-invalid');
    expect(data('ä===')).toBe('data-invalid');
  });

  it('has a header that begins with its length', () => {
    expect(readBinary({ udh: '05', data: '' }, 'hex')).toBe('udh-invalid');
    expect(readBinary({ udh: 'zz', data: '' }, 'hex')).toBe('udh-invalid');
  });

  it('comes back as it was, however it is spelled', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (data) => {
        for (const encoding of ['base64', 'hex'] as const) {
          const spelled = Buffer.from(data).toString(encoding);
          const read = readBinary({ data: spelled, udh: '' }, encoding);
          expect(typeof read === 'string' ? read : hex(read.data)).toBe(hex(data));
        }
      }),
    );
  });
});

describe('whatever comes in', () => {
  const names = fc.constantFrom(
    ...['number', 'data', 'binary', 'udh', 'pid', 'dcs', 'sender', 'maxmsgs', 'id', 'user'],
    ...['charset', 'ref', 'bulk', 'expires', 'encoding', '__proto__'],
  );
  const pairs = fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 40 })));

  it('is read or refused with a known code', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const result = read(request(new URLSearchParams(given).toString()));
        if (isRefusal(result)) expect(Object.hasOwn(refusals, result.refused)).toBe(true);
        else expect(result.numbers.length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (search, body) => {
        read(request(search));
        read(post(form, body));
        read(post('application/json', body));
      }),
    );
    fc.assert(
      fc.property(fc.json(), (body) => {
        read(post('application/json', body));
      }),
    );
  });

  it('gives a text back as it was', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, (data) => {
        const search = new URLSearchParams({ number: '112', data }).toString();
        const result = read(request(search));
        if (data.includes('\0')) expect(result).toEqual({ refused: 'data-invalid' });
        else expect(result).toMatchObject({ message: { text: data } });
      }),
    );
  });
});
