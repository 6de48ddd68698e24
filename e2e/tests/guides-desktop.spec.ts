import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { picturedScreens } from '../../main/guides/screen-controls.ts';
import { guideLanguageSchema } from '../../shared/model/guide.ts';
import { furnishForGuides } from '../fixtures/guide-office.ts';
import { controlNamed, labelOf } from '../fixtures/labels.ts';
import { goTo } from '../fixtures/pages.ts';
import { prefer } from '../fixtures/preferences.ts';
import { expect, test } from '../fixtures/test.ts';

const moment = '2026-03-10T13:45:00Z';
const folder = join(import.meta.dirname, '../../main/guides/pictures');

test.use({ demo: true, clock: moment });

/** The part of the window that a screen is about. */
function partOf(page: Page, part: 'window' | 'panel' | 'dialog'): Locator | Page {
  if (part === 'dialog') return page.getByRole('dialog').last();
  if (part === 'panel') return page.locator('section:has(> [role="separator"])').last();
  return page;
}

/** Writes a folder as an office has it where the page shows that of the test. */
async function hideTestFolder(page: Page): Promise<void> {
  for (const place of await page.getByText('pushdesk-e2e').all()) {
    await place.evaluate((element) => {
      const text = element.textContent;
      element.textContent = text.replace(/\S*pushdesk-e2e-[^/\s]*/u, '/home/desk/.config/Pushdesk');
    });
  }
}

for (const language of guideLanguageSchema.options) {
  test(`guides name what is on the screens, ${language}`, async ({ desk }) => {
    test.setTimeout(300_000);
    const { page } = desk;
    const office = await furnishForGuides(desk.api);
    await page.clock.setFixedTime(new Date(Date.parse(moment) + 30_000));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // What fits on paper and can still be read there.
    await page.setViewportSize({ width: 1120, height: 700 });
    await prefer(page, { theme: 'light', language });
    await mkdir(join(folder, language), { recursive: true });
    for (const screen of picturedScreens(language)) {
      await test.step(screen.name, async () => {
        await goTo(page, office.routeOf(screen));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        for (const key of screen.press ?? []) {
          const scope = page.getByRole('dialog').last();
          const name = labelOf(language, key);
          const inDialog = scope.getByRole('button', { name });
          const button = (await inDialog.isVisible())
            ? inDialog
            : page.getByRole('button', { name }).first();
          await button.click();
        }
        const part = partOf(page, screen.part);
        if ('waitFor' in part) await expect(part).toBeVisible();
        for (const key of screen.controls) {
          const control = controlNamed(page, labelOf(language, key));
          await expect(control, `${key} on ${screen.name}`).toBeVisible();
        }
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await hideTestFolder(page);
        await page.mouse.move(0, 0);
        await part.screenshot({
          path: join(folder, language, `${screen.name}.png`),
          animations: 'disabled',
          caret: 'hide',
        });
        await page.keyboard.press('Escape');
      });
    }
  });
}
