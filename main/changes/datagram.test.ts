import { describe, expect, it } from 'vitest';
import { checkSignature, parseDatagram, signDatagram } from './datagram.ts';
import { isLoopback } from '../platform/loopback.ts';
import { createNonceMemory } from './nonce-memory.ts';

describe('the signature of a datagram', () => {
  // Made with: printf 'v1\nada@example.org\ncontacts\nwebmail\n1767603600000\n0011…eeff' | openssl dgst -sha256 -hmac 's3cret'
  it('is what any other program makes of the six lines', () => {
    const mac = signDatagram('s3cret', {
      account: 'ada@example.org',
      folder: 'contacts',
      origin: 'webmail',
      ts: 1_767_603_600_000,
      nonce: '00112233445566778899aabbccddeeff',
    });
    expect(mac).toBe('869dafa9fafb85c5f303a7c87087eea603f34f688d06c069f45d1cfb8cabe4cb');
  });

  it('is over the account as it was sent, blanks included', () => {
    const fields = { account: ' ada ', folder: 'contacts', ts: 1, nonce: '0'.repeat(16) };
    const text = JSON.stringify({ v: 1, ...fields, mac: signDatagram('key', fields) });
    const datagram = parseDatagram(new TextEncoder().encode(text));
    if ('wrong' in datagram) throw new Error(datagram.wrong);
    expect(checkSignature(datagram, 'key', 1)).toBe('right');
    expect(checkSignature(datagram, 'kez', 1)).toBe('wrong');
  });
});

describe('the memory of nonces', () => {
  it('is bounded, and full rather than forgetful', () => {
    const memory = createNonceMemory(2);
    expect([memory.isNew('a', 0), memory.isNew('b', 0), memory.isNew('c', 1)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(memory.isNew('a', 600_000)).toBe(false);
    expect(memory.isNew('c', 600_001)).toBe(true);
  });
});

describe('loopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['128.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['127.0.0.1.example.org', false],
    ['127.evil', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });
});
