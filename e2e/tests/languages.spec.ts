import { messages } from '../../shared/i18n/index.ts';
import { languages } from '../../shared/i18n/languages.ts';
import { goTo } from '../fixtures/pages.ts';
import { prefer } from '../fixtures/preferences.ts';
import { expect, test } from '../fixtures/test.ts';

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
  'setup',
];

/** A key that reached the screen in place of its text, or a placeholder that nobody filled. */
const leftovers = /\b(?:[a-z]+[A-Z]?[a-z]*\.){1,3}[a-z][a-zA-Z]*-[a-z]+\b|\{[a-z]+[,}]/u;

for (const language of languages) {
  test(`every page speaks ${language}`, async ({ desk }) => {
    const { page } = desk;
    await prefer(page, { language });
    const texts = messages[language];
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const navigation = page.getByRole('navigation', { name: texts.nav.main });
    await expect(navigation.getByRole('link', { name: texts.nav.devices })).toBeVisible();
    for (const path of pages) {
      await goTo(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.getByRole('main').innerText(), `on /${path}`).not.toMatch(leftovers);
    }
  });
}
