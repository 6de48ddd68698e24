import type { Locator } from '@playwright/test';
import { goTo } from '../fixtures/pages.ts';
import { expect, test } from '../fixtures/test.ts';

/** What the first steps may cost a person. */
const MOST_CLICKS = 12;

test('the first steps lead from an empty desk to a virtual phone that synchronises', async ({
  desk,
}) => {
  const { page } = desk;
  let clicks = 0;
  async function click(target: Locator): Promise<void> {
    await target.click();
    clicks += 1;
  }

  // An empty desk opens with its first steps.
  await click(page.getByRole('button', { name: 'Use the simulator' }));
  await click(page.getByRole('button', { name: 'Next' }));
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Display name').fill('Ada Lovelace');
  await click(page.getByRole('button', { name: 'Make one' }));
  await expect(page.getByText(/Copy it now/u)).toBeVisible();
  await click(page.getByRole('button', { name: 'Add the account' }));
  await click(page.getByRole('button', { name: 'Add the device' }));
  await click(page.getByRole('button', { name: 'Switch push on and make a change' }));
  await expect(page.getByText(/woke up and synchronised/u)).toBeVisible({ timeout: 30_000 });

  test.info().annotations.push({ type: 'clicks', description: String(clicks) });
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  const { phones } = await desk.api.simulator.phones();
  expect(phones[0]?.messages[0]).toMatchObject({ kind: 'alert', digestOk: true });
  expect(phones[0]?.sync).toMatchObject({ state: 'done', problem: null });
});

test('the first steps can be left and taken up again where they were', async ({ desk }) => {
  const { page } = desk;
  await goTo(page, 'setup');
  await page.getByRole('button', { name: 'Use the simulator' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('button', { name: 'Add the account' })).toBeVisible();
  await goTo(page, 'devices');
  await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
  await goTo(page, 'setup');
  await expect(page.getByRole('button', { name: 'Add the account' })).toBeVisible();
});
