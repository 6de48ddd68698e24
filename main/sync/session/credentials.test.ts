import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isRightDigest, isSamePassword, readCredentials } from './credentials.ts';

const empty = new Uint8Array(0);
const octets = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

describe('MD5 credentials', () => {
  it.each([
    ['without a nonce', '', 'lOnT4YjHnGPOubN9TXInoQ=='],
    ['with a nonce', 'S1VcPSgjISE=', 'XxnFUm1IcKFNnS5U0npp/w=='],
  ])('point 16: are those of a real client %s', (_name, nonce, digest) => {
    expect(isRightDigest(octets(digest), 'alice', 'secret', octets(nonce), '1.2')).toBe(true);
    expect(isRightDigest(octets(digest), 'alice', 'secret', octets(nonce), '1.1')).toBe(true);
    expect(isRightDigest(octets(digest), 'alice', 'Secret', octets(nonce), '1.2')).toBe(false);
    expect(isRightDigest(octets(digest), 'alice', 'secret', octets('AAAA'), '1.2')).toBe(false);
  });

  it('point 16: of 1.0 hash all at once', () => {
    const nonce = new Uint8Array([1, 0, 2]);
    const input = Buffer.concat([Buffer.from('alice:secret:'), nonce]);
    const digest = new Uint8Array(hash('md5', input, 'buffer'));
    expect(isRightDigest(digest, 'alice', 'secret', nonce, '1.0')).toBe(true);
    expect(isRightDigest(digest, 'alice', 'secret', nonce, '1.1')).toBe(false);
  });

  it('may come as Base64 or as sixteen octets', () => {
    const data = 'lOnT4YjHnGPOubN9TXInoQ==';
    const digest = octets(data);
    const type = 'syncml:auth-MD5';
    expect(readCredentials({ type, data })).toEqual({ kind: 'md5', digest });
    expect(readCredentials({ type, data: digest })).toEqual({ kind: 'md5', digest });
    expect(readCredentials({ type, data: 'short' })).toEqual({ kind: 'unknown' });
    expect(readCredentials({ type, data: empty })).toEqual({ kind: 'unknown' });
  });
});

describe('Basic credentials', () => {
  it('are a name and a password, which may have colons', () => {
    const data = Buffer.from('alice:se:cret').toString('base64');
    const claim = { kind: 'basic', user: 'alice', password: 'se:cret' };
    expect(readCredentials({ type: 'syncml:auth-basic', data })).toEqual(claim);
    expect(readCredentials({ type: '', data: Buffer.from(data) })).toEqual(claim);
    expect(readCredentials({ type: '', format: 'chr', data: 'alice:se:cret' })).toEqual(claim);
  });

  it('of another type are not understood', () => {
    expect(readCredentials({ type: 'syncml:auth-x', data: 'YTpi' })).toEqual({ kind: 'unknown' });
    expect(readCredentials({ type: '', data: 'YWI=' })).toEqual({ kind: 'unknown' });
  });

  it('are compared whole', () => {
    expect(isSamePassword('secret', 'secret')).toBe(true);
    expect(isSamePassword('secret', 'secreT')).toBe(false);
    expect(isSamePassword('', 'secret')).toBe(false);
  });
});
