import { describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../../state/loopback.ts';
import { keepSecret, makeSecret, secretInput } from './secret.ts';

describe('a secret', () => {
  it('is left out unless it is changed', () => {
    expect(secretInput('webhookToken', keepSecret)).toEqual({});
    expect(secretInput('webhookToken', { value: 'x', removes: false })).toEqual({
      webhookToken: 'x',
    });
    expect(secretInput('webhookToken', { value: '', removes: true })).toEqual({ webhookToken: '' });
  });

  it('is made of 32 random octets in letters that any program can hold', () => {
    const secret = makeSecret();
    expect(secret).toMatch(/^[\w-]{43}$/u);
    expect(makeSecret()).not.toBe(secret);
  });
});

describe('an address of this machine alone', () => {
  it.each(['127.0.0.1', '127.8.0.1', ' localhost ', '::1'])('is %j', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '192.168.1.1', '127.example.org', 'localhost.example.org', ''])(
    'is not %j',
    (host) => {
      expect(isLoopbackHost(host)).toBe(false);
    },
  );
});
