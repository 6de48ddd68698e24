import { describe, expect, it } from 'vitest';
import { clientTypes } from '../../shared/catalogue/client-types.ts';
import { guideLanguageSchema, guideSchema, guideTopicSchema } from '../../shared/model/guide.ts';
import type { Guide } from '../../shared/model/guide.ts';
import { defaultSettings } from '../../shared/model/settings.ts';
import { guidesOf } from './testing/guide-fixture.ts';

function stepsOf(guide: Guide) {
  return guide.blocks.filter((block) => block.kind === 'step');
}

function valuesOf(guide: Guide): Record<string, string | null> {
  const rows = guide.blocks.flatMap((block) => (block.kind === 'values' ? block.rows : []));
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

describe('the guides', () => {
  it('are listed with their titles in the language that is asked for', async () => {
    const { guides } = await guidesOf().list({ language: 'pl' });
    expect(guides).toHaveLength(clientTypes.length + guideTopicSchema.options.length);
    expect(new Set(guides.map(({ title }) => title)).size).toBe(guides.length);
  });

  it.each(guideLanguageSchema.options)('can all be read in %s', async (language) => {
    const service = guidesOf();
    const wanted = [
      ...clientTypes.map(({ id }) => ({ clientType: id })),
      ...guideTopicSchema.options.map((topic) => ({ topic })),
    ];
    for (const which of wanted) {
      const guide = await service.read({ ...which, language });
      expect(guideSchema.parse(guide)).toEqual(guide);
      expect(stepsOf(guide).length).toBeGreaterThan(3);
      const numbers = stepsOf(guide).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    }
  });

  it('of a device have its own values, and leave its password to the owner', async () => {
    const guide = await guidesOf().read({ deviceId: 'phone', language: 'en' });
    expect(guide).toMatchObject({ clientType: 'nokia', deviceName: 'Ada’s E71' });
    expect(valuesOf(guide)).toEqual({
      'Name of the profile': 'Analytical',
      'Server address': 'https://sync.example.org:443/syncml',
      'User name': 'ada@example.org',
      Password: null,
      'Name for contacts': 'Contacts',
      'Name for calendar': 'Calendar',
    });
    expect(JSON.stringify(guide)).not.toContain('‹');
  });

  it('of a device do not add it once more', async () => {
    const service = guidesOf();
    const own = await service.read({ deviceId: 'phone', language: 'en' });
    const general = await service.read({ clientType: 'nokia', language: 'en' });
    expect(stepsOf(own).length).toBeLessThan(stepsOf(general).length);
    expect(stepsOf(own).map(({ title }) => title)).not.toContain('Add the device');
  });

  it('say what stands in for a value that the installation does not know', async () => {
    const installation = () =>
      Promise.resolve({
        ...defaultSettings.provisioning,
        serverUrl: null,
        serverId: 'Pushdesk',
        mergeWindowMs: 5_000,
        certificatePath: '/certificate.crt',
      });
    const guide = await guidesOf({}, { installation }).read({
      clientType: 'other',
      language: 'en',
    });
    expect(Object.values(valuesOf(guide)).filter((value) => value?.startsWith('‹')).length).toBe(4);
  });

  it('tell of the PIN as it is delivered', async () => {
    async function titles(pinDelivery: 'screen' | 'mail', security: 'userpin' | 'none') {
      const provisioning = () => ({ ...defaultSettings.provisioning, pinDelivery, security });
      const service = guidesOf({}, { provisioning });
      const guide = await service.read({ clientType: 'nokia', language: 'en' });
      return stepsOf(guide).map(({ title }) => title);
    }
    expect(await titles('screen', 'userpin')).toContain('Tell the owner the PIN');
    expect(await titles('mail', 'userpin')).not.toContain('Tell the owner the PIN');
    expect(await titles('mail', 'userpin')).toContain('Type the PIN');
    expect(await titles('screen', 'none')).not.toContain('Type the PIN');
  });

  it('teach phones a certificate of the server’s own only where it has one', async () => {
    async function titles(hasOwnCertificate: boolean) {
      const service = guidesOf({}, { hasOwnCertificate: () => hasOwnCertificate });
      const guide = await service.read({ deviceId: 'phone', language: 'en' });
      return JSON.stringify(guide);
    }
    expect(await titles(true)).toContain('https://sync.example.org:443/certificate.crt');
    expect(await titles(false)).not.toContain('certificate.crt');
  });

  it('are read where no picture was taken', async () => {
    const assets = {
      picture: () => Promise.resolve(undefined),
      font: () => Promise.reject(new Error('no font is needed')),
    };
    const guide = await guidesOf({}, { assets }).read({ topic: 'gateways', language: 'cs' });
    expect(stepsOf(guide).every(({ picture }) => picture === null)).toBe(true);
  });

  it('of a device that does not exist are not found', async () => {
    const wanted = guidesOf().read({ deviceId: 'nobody', language: 'en' });
    await expect(wanted).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('want to know which one', async () => {
    const wanted = guidesOf().read({ language: 'en' });
    await expect(wanted).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('are rendered as a page and as paper', async () => {
    const service = guidesOf();
    const html = await service.render({ deviceId: 'phone', language: 'en', format: 'html' });
    expect(html).toMatchObject({ encoding: 'utf8', contentType: 'text/html; charset=utf-8' });
    expect(html.fileName).toMatch(/Ada-s-E71[.]html$/u);
    expect(html.content).toMatch(/^<!doctype html>/u);
    const pdf = await service.render({ deviceId: 'phone', language: 'en', format: 'pdf' });
    expect(pdf).toMatchObject({ encoding: 'base64', contentType: 'application/pdf' });
    expect(Buffer.from(pdf.content, 'base64').toString('latin1', 0, 8)).toBe('%PDF-1.7');
  });
});
