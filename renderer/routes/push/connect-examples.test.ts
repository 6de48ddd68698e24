import { describe, expect, it } from 'vitest';
import {
  dovecotExample,
  dovecotUserExample,
  udpExample,
  webhookExample,
} from './connect-examples.ts';

const door = { host: '127.0.0.1', port: 4_711 };

describe('the examples of how to connect', () => {
  it('have the real host and port', () => {
    expect(udpExample(door, 'ada@example.org')).toContain('/dev/udp/127.0.0.1/4711');
    expect(webhookExample(door, 'ada@example.org', false)).toContain(
      'http://127.0.0.1:4711/changes',
    );
    expect(dovecotExample(door, false)).toContain('url=http://127.0.0.1:4711/changes/dovecot');
  });

  it('ask for a token only where one is set', () => {
    expect(webhookExample(door, 'a@b.example', true)).toContain('Authorization: Bearer TOKEN');
    expect(webhookExample(door, 'a@b.example', false)).not.toContain('TOKEN');
    expect(dovecotExample(door, true)).toContain('http://pushdesk:TOKEN@');
  });

  it('reach a listener on every address by the loopback, and spell IPv6 with brackets', () => {
    expect(webhookExample({ host: '0.0.0.0', port: 1 }, 'a@b.example', false)).toContain(
      'http://127.0.0.1:1/',
    );
    expect(webhookExample({ host: '::1', port: 1 }, 'a@b.example', false)).toContain(
      'http://[::1]:1/',
    );
  });

  it('let no address end the quotes of the shell', () => {
    const account = "o'hara;rm@example.org";
    expect(udpExample(door, account)).toContain("o'\\''hara;rm");
    expect(dovecotUserExample(account)).toContain("'user=o'\\''hara;rm@example.org'");
  });
});
