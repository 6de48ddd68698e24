import { describe, expect, it } from 'vitest';
import { parseUrlTemplate } from './url-template.ts';

function fault(source: string): string | undefined {
  const parsed = parseUrlTemplate(source);
  return parsed.ok ? undefined : parsed.fault.code;
}

describe('a URL template', () => {
  it('says where it goes before any message is there', () => {
    const parsed = parseUrlTemplate('http://[::1]:8080/sms/?n=%number%');
    expect(parsed).toMatchObject({
      ok: true,
      url: { protocol: 'http:', hostname: '::1', port: 8080, host: '[::1]:8080' },
    });
  });

  it('gets a slash where it has no path', () => {
    const parsed = parseUrlTemplate('https://sms.example.org?n=%number%');
    expect(parsed).toMatchObject({
      ok: true,
      url: { port: 443, path: [{ text: '/' }, { text: '?n=' }, { name: 'number' }] },
    });
  });

  it('takes a login from the URL', () => {
    const parsed = parseUrlTemplate('http://me%40home:p%3Aw@host/');
    expect(parsed).toMatchObject({
      ok: true,
      url: { host: 'host', userInfo: { user: 'me@home', password: 'p:w' } },
    });
  });

  it.each([
    ['ftp://host/', 'not-a-url'],
    ['host/path', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['http://', 'not-a-url'],
    ['http://ho st/', 'not-a-url'],
    ['http://host:99999/', 'not-a-url'],
    ['file:///etc/passwd', 'not-a-url'],
    ['%number%', 'not-a-url'],
    ['http://%user%.example.org/', 'variable-in-host'],
    ['http://host%number%/', 'variable-in-host'],
    ['http://a:%password%@host/', 'variable-in-host'],
    ['http://host/%nobody%', 'unknown-variable'],
  ])('%s is refused: %s', (source, code) => {
    expect(fault(source)).toBe(code);
  });
});
