import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { goTo } from '../fixtures/pages.ts';

test.use({ demo: true });

const pages = ['', 'accounts', 'devices', 'push', 'sms', 'log', 'settings', 'setup'];

for (const theme of ['light', 'dark'] as const) {
  test(`no page has an accessibility violation in the ${theme} theme`, async ({ desk }) => {
    await desk.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const path of pages) {
      await goTo(desk.page, path);
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violations(desk.page), `on /${path}`).toEqual([]);
    }
    await goTo(desk.page, 'devices');
    await desk.page.getByRole('row').nth(1).click();
    await expect(desk.page.getByRole('tab', { name: 'Folders' })).toBeVisible();
    expect(await violations(desk.page), 'with the side panel').toEqual([]);
    const { alerts } = await desk.api.alerts.list({ state: 'delivered', limit: 1 });
    await goTo(desk.page, `trace/${alerts[0]?.traceId ?? ''}`);
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations(desk.page), 'on a trace').toEqual([]);
  });
}

/** What axe finds, short enough to read in a report. */
async function violations(page: Page): Promise<string[]> {
  // The desktop's page cannot be opened anew by axe, so it works in the page that is there.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
