import { describe, expect, it } from 'vitest';
import { phoneAddresses } from './phone-addresses.ts';

const plain = { name: 'devices-http', state: 'working', host: '127.0.0.1', port: 8080 } as const;
const secure = { name: 'devices-https', state: 'working', host: '0.0.0.0', port: 443 } as const;

describe('the addresses for a device', () => {
  it('are those of the listeners that run, TLS first', () => {
    const facts = { publicUrl: '', listeners: [plain, secure], names: ['desk.lan', '10.0.0.5'] };
    expect(phoneAddresses(facts)).toEqual([
      { kind: 'secure', url: 'https://desk.lan/syncml', isLocal: false },
      { kind: 'secure', url: 'https://10.0.0.5/syncml', isLocal: false },
      { kind: 'plain', url: 'http://127.0.0.1:8080/syncml', isLocal: true },
    ]);
  });

  it('begin with the public one, however it was typed', () => {
    for (const publicUrl of ['https://a.example/pim/', 'https://a.example/pim/syncml']) {
      const [first] = phoneAddresses({ publicUrl, listeners: [plain], names: [] });
      expect(first).toEqual({
        kind: 'public',
        url: 'https://a.example/pim/syncml',
        isLocal: false,
      });
    }
  });

  it('are none when nothing listens', () => {
    const off = { ...plain, state: 'failed' } as const;
    expect(phoneAddresses({ publicUrl: '', listeners: [off], names: [] })).toEqual([]);
  });

  it('have IPv6 addresses in brackets, and loopback where no other name is known', () => {
    const six = { ...plain, host: '::1' };
    const wide = { ...plain, host: '::' };
    const of = (listener: typeof six) =>
      phoneAddresses({ publicUrl: '', listeners: [listener], names: ['127.0.0.1'] })[0]?.url;
    expect([of(six), of(wide)]).toEqual([
      'http://[::1]:8080/syncml',
      'http://127.0.0.1:8080/syncml',
    ]);
  });
});
