import { describe, expect, it } from 'vitest';
import { phoneAddress } from './phone-address.ts';
import type { PhoneAddressFacts } from './phone-address.ts';

const names = ['desk', 'localhost', '127.0.0.1', '192.0.2.7', '::1'];

function address(facts: Partial<PhoneAddressFacts>): string | null {
  return phoneAddress({ publicUrl: '', listeners: [], names, isVirtual: false, ...facts });
}

function listener(host: string, name: 'devices-http' | 'devices-https' = 'devices-http') {
  return { name, state: 'working', host, port: 8443 } as const;
}

describe('the address that phones are told', () => {
  it.each([
    ['https://sync.example.org', 'https://sync.example.org:443/syncml'],
    ['http://sync.example.org/', 'http://sync.example.org:80/syncml'],
    ['https://sync.example.org:444/syncml', 'https://sync.example.org:444/syncml'],
    ['https://sync.example.org/desk/', 'https://sync.example.org:443/desk/syncml'],
    ['http://[2001:db8::1]', 'http://[2001:db8::1]:80/syncml'],
  ])('has a port where the public one, %s, has none', (publicUrl, told) => {
    expect(address({ publicUrl })).toBe(told);
  });

  it('is that of the listener where no public one is set, with TLS first', () => {
    const listeners = [listener('192.0.2.7'), listener('192.0.2.7', 'devices-https')];
    expect(address({ listeners })).toBe('https://192.0.2.7:8443/syncml');
    expect(address({ listeners: listeners.slice(0, 1) })).toBe('http://192.0.2.7:8443/syncml');
  });

  it('is an address of this machine where the listener takes all of them', () => {
    expect(address({ listeners: [listener('0.0.0.0')] })).toBe('http://192.0.2.7:8443/syncml');
  });

  it('is none when only this machine reaches the listener, unless the phone is on it', () => {
    const listeners = [listener('127.0.0.1')];
    expect(address({ listeners })).toBeNull();
    expect(address({ listeners, isVirtual: true })).toBe('http://127.0.0.1:8443/syncml');
  });

  it('is none while nothing listens', () => {
    expect(address({ listeners: [{ ...listener('192.0.2.7'), state: 'failed' }] })).toBeNull();
  });
});
