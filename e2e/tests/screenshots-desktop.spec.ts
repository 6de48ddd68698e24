import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desk } from '../fixtures/desk.ts';
import { goTo } from '../fixtures/pages.ts';
import { prefer } from '../fixtures/preferences.ts';
import { expect, test } from '../fixtures/test.ts';

/** The same office at the same moment every time. */
const moment = '2026-03-10T13:45:00Z';
const folder = join(import.meta.dirname, '../../docs/screenshots');

test.use({ demo: true, clock: moment });

/** Which way numbers go, one SMS from the hand that wrote it to the phone, and what all of them cost. */
async function pictureSms(
  { page, api }: Desk,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  const { devices } = await api.devices.list({});
  const owner = devices.find(({ name }) => name === 'Ada’s E71');
  const number = owner?.number ?? '';
  await goTo(page, 'sms?tab=routes');
  await page.getByLabel('To the number').fill(number);
  await expect(page.getByText(/^It would go by/u)).toBeVisible();
  await picture('sms-routes');
  const { id } = await api.messages.send({
    number,
    text: 'The office is closed on Friday. Urgent calls: +48 22 555 01 00',
    ...(owner === undefined ? {} : { accountId: owner.accountId }),
  });
  await expect.poll(async () => (await api.messages.get({ id })).message.state).toBe('delivered');
  await goTo(page, `sms?tab=messages&message=${id}`);
  await expect(page.getByRole('list', { name: 'Course' })).toContainText('The phone has it');
  await picture('sms-message');
  await goTo(page, 'sms?tab=costs&by=gateway');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await picture('sms-costs');
}

/** The demo's busiest stretch lies an hour back; seconds do not show. */
async function standStill(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date(Date.parse(moment) + 30_000));
  await page.emulateMedia({ reducedMotion: 'reduce' });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the pictures of the documents, ${theme}`, async ({ desk }) => {
    const { page } = desk;
    await mkdir(folder, { recursive: true });
    await standStill(page);
    await prefer(page, { theme, language: 'en' });
    async function picture(name: string): Promise<void> {
      // Behind a dialog the page and its heading are hidden from everybody but the eye.
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await page.mouse.move(0, 0);
      await page.screenshot({
        path: join(folder, `${name}-${theme}.png`),
        animations: 'disabled',
        caret: 'hide',
      });
    }

    await desk.api.settings.update({ listeners: { publicUrl: 'https://sync.example.org' } });
    await goTo(page, '');
    await picture('overview');
    await goTo(page, 'devices');
    await page.getByRole('row').filter({ hasText: 'Ada’s E71' }).click();
    await expect(page.getByRole('tab', { name: 'Folders' })).toBeVisible();
    await picture('device');
    await page.getByRole('tab', { name: 'Set up' }).click();
    await page.getByRole('button', { name: 'Send configuration SMS' }).click();
    await expect(page.getByRole('dialog').getByText('Contacts').first()).toBeVisible();
    await picture('set-up');
    await page.keyboard.press('Escape');
    await goTo(page, 'guides?clientType=nokia');
    await expect(page.getByRole('img').first()).toBeVisible();
    await picture('guide');
    await goTo(page, 'push');
    await picture('push');
    await goTo(page, 'sms');
    await expect(page.getByRole('list', { name: 'Gateways' })).toBeVisible();
    await picture('sms-gateways');
    await goTo(page, 'sync');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await picture('sync');
    const { accounts } = await desk.api.accounts.list({ text: 'ada@' });
    await goTo(page, `sync?tab=data&account=${accounts[0]?.id ?? ''}&dataType=contacts`);
    await page.getByRole('row').nth(1).click();
    await picture('data');
    await goTo(page, 'log?area=push');
    await expect(page.getByRole('log')).toContainText('Alert');
    await picture('log');
    const { alerts } = await desk.api.alerts.list({ state: 'answered', limit: 1 });
    await goTo(page, `trace/${alerts[0]?.traceId ?? ''}`);
    // One change may reach several devices, and a paused one of them has no SMS to show.
    await page
      .getByRole('tab', { name: /SMS Taken by/u })
      .first()
      .click();
    await expect(page.getByText('push.syncml').first()).toBeVisible();
    await picture('trace');
    const { sessions } = await desk.api.sessions.list({ limit: 1 });
    await goTo(page, `session/${sessions[0]?.id ?? ''}`);
    await picture('session');
    await goTo(page, 'setup');
    await picture('setup');
    if (theme === 'light') await pictureSms(desk, picture);
  });
}
