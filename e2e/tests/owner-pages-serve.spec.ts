import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { setUpPhone } from '../fixtures/phone.ts';
import type { Api } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';

const password = 'correct horse';

/** Address of the listener that phones and their owners reach. */
async function devicesUrl(api: Api): Promise<string> {
  const { listeners } = await api.system.status();
  const port = listeners.find(({ name }) => name === 'devices-http')?.port ?? 0;
  return `http://127.0.0.1:${String(port)}`;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
}

test('an owner signs in, adds a phone, pauses another and removes it', async ({ desk }) => {
  const { api } = desk;
  const { account } = await setUpPhone(api, {
    address: 'ada@example.org',
    name: 'Ada’s E71',
    number: '+48600100200',
  });
  const base = await devicesUrl(api);
  expect((await fetch(`${base}/me`)).status).toBe(404);
  await api.settings.update({ provisioning: { selfService: true } });

  const page = await desk.page.context().newPage();
  await page.goto(`${base}/me`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The address or the password is wrong.')).toBeVisible();
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My devices' })).toBeVisible();
  await expect(page.getByText('Ada’s E71').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Add a device' }).click();
  await page.getByLabel('Name').fill('My tablet');
  await page.getByLabel('Kind of phone or program').selectOption('android');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('The device is added. Set it up now.')).toBeVisible();
  await expectAccessible(page);
  const { devices } = await api.devices.list({ accountId: account.id });
  expect(devices.map(({ name }) => name).sort()).toEqual(['Ada’s E71', 'My tablet']);

  await page.goto(`${base}/me`);
  await page.getByRole('link', { name: 'Ada’s E71' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('The device is paused.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('The device goes on.')).toBeVisible();
  await page.getByRole('link', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove the device' }).click();
  await expect(page.getByText('The device is removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.close();
});

test('a personal link shows one phone’s values, and nothing once it is revoked', async ({
  desk,
}) => {
  const { api } = desk;
  const { device } = await setUpPhone(api, {
    address: 'ada@example.org',
    name: 'Ada’s E71',
    number: '+48600100200',
  });
  const { url, id } = await api.provisioning.link({ deviceId: device.id });
  const page = await desk.page.context().newPage();
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada’s E71');
  await expect(page.getByText('It is not on this page.')).toBeVisible();
  await expectAccessible(page);
  expect(await page.content()).not.toContain(password);
  await api.provisioning.revokeLink({ id });
  const answer = await page.goto(url);
  expect([404, 410]).toContain(answer?.status());
  await expect(page.getByText('Ada')).toHaveCount(0);
  await page.close();
});
