import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { goTo } from '../fixtures/pages.ts';
import { prefer } from '../fixtures/preferences.ts';

test.use({ demo: true });

const pages = [
  '',
  'accounts',
  'devices',
  'devices?state=pending',
  'push',
  'sms',
  'sync',
  'sync?tab=data',
  'sync?tab=held',
  'log',
  'guides',
  'guides?clientType=nokia',
  'settings',
  'settings?section=provisioning',
  'setup',
];

for (const theme of ['light', 'dark'] as const) {
  test(`no page has an accessibility violation in the ${theme} theme`, async ({ desk }) => {
    const { page } = desk;
    // Opened in its theme: colours that are just changing would be judged half-way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await prefer(page, { theme, language: 'en' });
    const found: string[] = [];
    async function check(place: string): Promise<void> {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      found.push(...(await violations(page)).map((violation) => `${place}: ${violation}`));
    }
    for (const path of pages) {
      await goTo(page, path);
      await check(`/${path}`);
    }
    await goTo(page, 'devices');
    await page.getByRole('row').nth(1).click();
    for (const tab of [
      'Folders',
      'Log',
      'Alerts',
      'Sessions',
      'Client',
      'Settings',
      'Set up',
      'Check',
    ]) {
      await page.getByRole('tab', { name: tab }).click();
      await check(`device, ${tab}`);
    }
    const { alerts } = await desk.api.alerts.list({ state: 'delivered', limit: 1 });
    await goTo(page, `trace/${alerts[0]?.traceId ?? ''}`);
    await check('trace');
    const device = (await desk.api.devices.list()).devices.find(({ isVirtual }) => isVirtual);
    if (device?.number === undefined || device.number === null) throw new Error('no phone');
    await desk.api.devices.update({ id: device.id, logMessages: true });
    await desk.api.simulator.sync({ number: device.number });
    const { sessions } = await desk.api.sessions.list({ deviceId: device.id, limit: 1 });
    await goTo(page, `session/${sessions[0]?.id ?? ''}`);
    for (const tab of ['Folders', 'Log', 'Messages']) {
      await page.getByRole('tab', { name: tab }).click();
      await check(`session, ${tab}`);
    }
    expect(found).toEqual([]);
  });
}

/** What axe finds, short enough to read in a report. */
async function violations(page: Page): Promise<string[]> {
  // The desktop's page cannot be opened anew by axe, so it works in the page that is there.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
