import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceProfile } from '../../../shared/model/device-profile.ts';
import { escapeHtml } from './escape.ts';
import { adasPhone, guidesOf } from '../testing/guide-fixture.ts';

async function page(profile: Partial<DeviceProfile> = {}): Promise<string> {
  const service = guidesOf(profile);
  return (await service.render({ deviceId: 'phone', language: 'en', format: 'html' })).content;
}

/** The elements of a page in their order, without their texts and attributes. */
function elements(html: string): string[] {
  return [...html.matchAll(/<[^>]*>/gu)].map(([tag]) => tag.replace(/[\s>].*$/su, ''));
}

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    '</style><script>',
    '<!--',
    '&lt;script&gt;',
    '{url}',
    '[[devices.add]]',
    '$& $1 {folder}',
  ),
);

describe('a guide as a page', () => {
  it('has the same elements whatever a device, a person or a folder is called', async () => {
    const usual = elements(await page());
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, address, folder) => {
        const html = await page({
          deviceName: name,
          address,
          organisation: name,
          profileName: name,
          folders: adasPhone.folders.map((known) => ({ ...known, name: folder })),
        });
        const isLink = [name, address].some((text) => /^https?:/u.test(text));
        if (!isLink) expect(elements(html)).toEqual(usual);
        expect(html).not.toMatch(/<script|onerror=alert\(1\)>/iu);
      }),
      { numRuns: 60 },
    );
  });

  it('loads and runs nothing, and says its language', async () => {
    const html = await page();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<(script|link|iframe|object|form)\b/u);
    const sources = [...html.matchAll(/ src="([^"]*)"/gu)].map(([, source = '']) => source);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source).toMatch(/^data:image\/png;base64,/u);
  });

  it('has one main heading, steps as a list and an alternative for each picture', async () => {
    const html = await page();
    expect(html.match(/<h1>/gu)).toHaveLength(1);
    expect(html).toMatch(/<ol start="1">/u);
    const figures = html.match(/<figure>/gu)?.length ?? 0;
    const named =
      (html.match(/<svg role="img"[^>]*><title>[^<]+</gu)?.length ?? 0) +
      (html.match(/<img [^>]*alt="[^"]+"/gu)?.length ?? 0);
    expect(figures).toBeGreaterThan(4);
    expect(named).toBe(figures);
  });

  it('leads to addresses of the web and to nothing else', async () => {
    const html = await page({ serverUrl: 'javascript:alert(1)', address: 'javascript:alert(1)' });
    const targets = [...html.matchAll(/ href="([^"]*)"/gu)].map(([, target = '']) => target);
    for (const target of targets) expect(target).toMatch(/^https?:\/\//u);
  });
});

describe('a text that is put into a page', () => {
  it('has no character left that begins or ends anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/u);
      }),
    );
  });
});
