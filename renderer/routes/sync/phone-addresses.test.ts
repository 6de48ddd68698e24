import { describe, expect, it } from 'vitest';
import type { Listener } from '../../../shared/model/system.ts';
import { phoneAddresses } from './phone-addresses.ts';

function listener(given: Partial<Listener>): Listener {
  return {
    name: 'devices-http',
    host: '0.0.0.0',
    port: 8_080,
    state: 'working',
    detail: '',
    ...given,
  };
}

const secure = listener({ name: 'devices-https', port: 8_443 });

describe('the addresses for phones', () => {
  it('begin with the public one, whatever path was written behind it', () => {
    for (const url of ['https://sync.example.org', 'https://sync.example.org/syncml/']) {
      expect(phoneAddresses([listener({}), secure], url, 'desk.local')).toEqual([
        { kind: 'public', url: 'https://sync.example.org/syncml' },
        { kind: 'secure', url: 'https://desk.local:8443/syncml' },
        { kind: 'plain', url: 'http://desk.local:8080/syncml' },
      ]);
    }
  });

  it('name the host that the listener is bound to', () => {
    const bound = [
      listener({ host: '192.0.2.7' }),
      listener({ name: 'devices-https', host: '::1' }),
    ];
    expect(phoneAddresses(bound, '', 'desk.local').map(({ url }) => url)).toEqual([
      'https://[::1]:8080/syncml',
      'http://192.0.2.7:8080/syncml',
    ]);
  });

  it('are none where no listener works', () => {
    const failed = [listener({ state: 'failed' }), listener({ name: 'console-http' })];
    expect(phoneAddresses(failed, '', 'desk.local')).toEqual([]);
  });
});
