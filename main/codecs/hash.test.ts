import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { hmacSha1, md5, md5Base64 } from './hash.ts';

describe('MD5', () => {
  it('gives the digests of RFC 1321', () => {
    expect(toHex(md5(''))).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(toHex(md5('message ', 'digest'))).toBe('f96b697d7cb7938d525a2f31aaf161d0');
  });

  it('is 24 characters of base64', () => {
    expect(md5Base64('PC Suite Data Sync', ':', '')).toBe('p8+z7mJwF+UPdsF0P9pk1A==');
  });
});

describe('HMAC-SHA1', () => {
  it('gives the digests of RFC 2202', () => {
    const data = new TextEncoder().encode('what do ya want for nothing?');
    const key = new TextEncoder().encode('Jefe');
    expect(toHex(hmacSha1(key, data))).toBe('effcdf6ae5eb2fa2d27416d5f184df9c259a7c79');
    expect(toHex(hmacSha1(fromHex('aa'.repeat(20)), fromHex('dd'.repeat(50))))).toBe(
      '125d7342b9ac11cd91a39af48aa17b4f63f175d3',
    );
  });
});
