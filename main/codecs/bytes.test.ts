import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer.ts';
import {
  ByteReader,
  concatBytes,
  decodeUtf8,
  encodeUtf8,
  equalBytes,
  fromHex,
  toHex,
} from './bytes.ts';
import { codecErrorOf } from './testing/hostile-bytes.ts';

describe('hex', () => {
  it('comes back as the bytes it was made of, in either case', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        expect(fromHex(toHex(bytes).toUpperCase())).toEqual(bytes);
      }),
    );
  });

  it.each(['0', '0g', ' 00', '00 11', '0x00'])('refuses %j', (text) => {
    expect(codecErrorOf(() => fromHex(text))?.code).toBe('invalid-value');
  });
});

describe('UTF-8', () => {
  it('keeps every text, a byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8(encodeUtf8(`\ufeff${text}`, 'san'), 'san')).toBe(`\ufeff${text}`);
      }),
    );
  });

  it('refuses half a surrogate pair instead of replacing it', () => {
    expect(codecErrorOf(() => encodeUtf8('a\ud83d', 'san'))?.code).toBe('invalid-value');
  });

  it('refuses octets that are no UTF-8', () => {
    expect(codecErrorOf(() => decodeUtf8(fromHex('c0af'), 'san', 7))).toMatchObject({
      code: 'invalid-value',
      offset: 7,
    });
  });
});

describe('uintvar', () => {
  it('carries every number of 32 bits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
        const writer = new ByteWriter(1);
        writer.uintvar(value);
        expect(new ByteReader(writer.finish(), 'wsp').uintvar()).toBe(value);
      }),
    );
  });

  it.each([
    [0, '00'],
    [0x7f, '7f'],
    [0x80, '8100'],
    [145, '8111'],
    [0x0fd3, '9f53'],
    [0x1201, 'a401'],
  ])('writes %i as %s', (value, hex) => {
    const writer = new ByteWriter();
    writer.uintvar(value);
    expect(toHex(writer.finish())).toBe(hex);
  });

  it.each(['ffffffffff', '9fffffff7f', '808080808001'])('refuses more than 32 bits: %s', (hex) => {
    expect(codecErrorOf(() => new ByteReader(fromHex(hex), 'wsp').uintvar())?.code).toBe(
      'too-long',
    );
  });
});

describe('ByteReader', () => {
  it('says at which octet the bytes ended', () => {
    const reader = new ByteReader(fromHex('0102'), 'san');
    reader.u8();
    expect(codecErrorOf(() => reader.u16())).toMatchObject({ code: 'truncated', offset: 2 });
  });

  it('does not read behind its section', () => {
    const section = new ByteReader(fromHex('41420043'), 'wsp').section(2);
    expect(codecErrorOf(() => section.viewToNul())?.code).toBe('truncated');
    expect(toHex(section.take(2))).toBe('4142');
    expect(codecErrorOf(() => section.u8())?.code).toBe('truncated');
  });

  it('gives plain arrays of its own, even from a Buffer', () => {
    const source = Buffer.from([1, 2, 3]);
    const taken = new ByteReader(source, 'san').take(3);
    source[0] = 9;
    expect(taken.constructor).toBe(Uint8Array);
    expect([...taken]).toEqual([1, 2, 3]);
  });
});

describe('byte arrays', () => {
  it('are joined in order', () => {
    expect(toHex(concatBytes([fromHex('01'), fromHex(''), fromHex('0203')]))).toBe('010203');
  });

  it('are equal only with the same octets', () => {
    expect(equalBytes(fromHex('0102'), fromHex('0102'))).toBe(true);
    expect(equalBytes(fromHex('0102'), fromHex('0103'))).toBe(false);
    expect(equalBytes(fromHex('0102'), fromHex('010200'))).toBe(false);
  });
});
