import { violations } from '../fixtures/axe.ts';
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
  'sms?tab=routes',
  'sms?tab=messages',
  'sms?tab=incoming',
  'sms?tab=incoming&show=rules',
  'sms?tab=costs',
  'sms?tab=users',
  'sms?tab=budgets',
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
    test.setTimeout(300_000);
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
