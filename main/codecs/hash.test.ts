import { describe, expect, it } from 'vitest';
import { toHex } from './bytes.ts';
import { md5, md5Base64 } from './hash.ts';

describe('MD5', () => {
  it('gives the digests of RFC 1321', () => {
    expect(toHex(md5(''))).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(toHex(md5('message ', 'digest'))).toBe('f96b697d7cb7938d525a2f31aaf161d0');
  });

  it('is 24 characters of base64', () => {
    expect(md5Base64('PC Suite Data Sync', ':', '')).toBe('p8+z7mJwF+UPdsF0P9pk1A==');
  });
});
