import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/model/settings.ts';
import type { Listener } from '../../shared/model/system.ts';
import { reportBase } from './report-base.ts';

function baseOf(
  publicUrl: string,
  listener: Partial<Listener>,
): (reach: 'here' | 'outside') => string | null {
  const { listeners } = defaultSettings;
  const working = { name: 'devices-http', state: 'working', host: '0.0.0.0', port: 8100 };
  return reportBase({
    settings: () => ({ listeners: { ...listeners, publicUrl } }),
    listeners: () => [{ ...working, ...listener } as Listener],
  });
}

describe('where providers reach the server with reports', () => {
  it('is the public address, and the listener for those on this machine', () => {
    const base = baseOf('https://push.example.org/desk/', {});
    expect(base('outside')).toBe('https://push.example.org/desk');
    expect(base('here')).toBe('http://127.0.0.1:8100');
  });

  it('is unknown outside when the listener is for this machine alone', () => {
    const base = baseOf('', { host: '127.0.0.1' });
    expect(base('outside')).toBeNull();
    expect(base('here')).toBe('http://127.0.0.1:8100');
  });

  it('is the address of a listener that others reach', () => {
    expect(baseOf('', { host: '192.0.2.7' })('outside')).toBe('http://192.0.2.7:8100');
  });

  it('is unknown while nothing listens, and is none with a certificate of our own', () => {
    expect(baseOf('', { state: 'off' })('here')).toBeNull();
    expect(baseOf('', { name: 'devices-https' })('here')).toBeNull();
  });
});
