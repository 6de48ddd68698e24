import type { Locator, Page } from '@playwright/test';
import { setUpPhone } from '../fixtures/phone.ts';
import type { PhoneOwner } from '../fixtures/phone.ts';
import { goTo } from '../fixtures/pages.ts';
import type { Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';

const number = '+48600100200';
const password = 'correct horse';

/** A person whose phone has come from the factory, and a contact that waits on the server. */
async function setUpEmptyPhone({ api }: Desk): Promise<PhoneOwner> {
  const owner = await setUpPhone(api, { address: 'ada@example.org', name: 'Ada’s E71', number });
  await api.push.updateSettings({ mergeWindowMs: 0 });
  await api.push.setActive({ active: true });
  await expect
    .poll(async () => (await api.simulator.phones()).phones.map((phone) => phone.number))
    .toContain(number);
  await api.simulator.saveItem({
    number,
    dataType: 'contacts',
    fields: { firstName: 'Ingrid', lastName: 'Bergman' },
  });
  await api.simulator.sync({ number });
  await api.simulator.empty({ number });
  return owner;
}

async function openSetUp(page: Page, deviceId: string): Promise<void> {
  await goTo(page, `devices?open=${deviceId}&tab=setup`);
  await expect(page.getByRole('tab', { name: 'Set up' })).toHaveAttribute('aria-selected', 'true');
}

async function showPhone(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '1 virtual phone' }).click();
  const screen = page.getByRole('group', { name: /Screen of the virtual phone/u });
  await expect(screen).toBeVisible();
  return screen;
}

/** Sends the configuration from the device's page; answers with the PIN that the phone asks for. */
async function sendConfiguration(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Send configuration SMS' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('ada@example.org').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await dialog.getByRole('button', { name: 'Show the PIN' }).click();
  const pin = dialog.getByText(/^\d[\d\s]{3,}$/u).first();
  await expect(pin).toBeVisible();
  return (await pin.innerText()).replace(/\s/gu, '');
}

test('an empty phone is set up by one SMS, synchronises, and is configured', async ({ desk }) => {
  const { page, api } = desk;
  const { device } = await setUpEmptyPhone(desk);
  await openSetUp(page, device.id);
  const pin = await sendConfiguration(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  const screen = await showPhone(page);
  await screen.getByRole('button', { name: /Settings from your server/u }).click();
  await screen.getByLabel('PIN of the settings').fill(pin);
  await screen.getByRole('button', { name: 'Open' }).click();
  await expect(screen.getByText('ada@example.org')).toBeVisible();
  await screen.getByRole('button', { name: 'Save' }).click();
  await screen.getByLabel('Password of ada@example.org').fill(password);
  await screen.getByRole('button', { name: 'Save' }).click();
  await screen.getByRole('button', { name: 'Sync now' }).click();
  await expect(screen.getByText('Synchronised')).toBeVisible();
  await screen.getByRole('button', { name: /^Contacts/u }).click();
  await expect(screen.getByRole('button', { name: /Ingrid Bergman/u })).toBeVisible();

  await expect
    .poll(async () => {
      const { configurations } = await api.provisioning.list({ deviceId: device.id });
      return configurations[0]?.state;
    })
    .toBe('configured');
  await expect(page.getByText(/^Configured .* by SMS/u)).toBeVisible();
});

test('the same configuration goes out once, unless that is confirmed', async ({ desk }) => {
  const { page, api } = desk;
  const { device } = await setUpEmptyPhone(desk);
  await openSetUp(page, device.id);
  await sendConfiguration(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await expect(api.provisioning.send({ deviceId: device.id })).rejects.toThrow();
  await page.getByRole('button', { name: 'Send configuration SMS' }).click();
  await expect(dialog.getByRole('alert')).toContainText('was sent');
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await expect
    .poll(async () => {
      const { configurations } = await api.provisioning.list({ deviceId: device.id });
      return configurations.length;
    })
    .toBe(2);
});

test('three wrong PINs end it, and the phone says so', async ({ desk }) => {
  const { page } = desk;
  const { device } = await setUpEmptyPhone(desk);
  await openSetUp(page, device.id);
  const pin = await sendConfiguration(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  const screen = await showPhone(page);
  await screen.getByRole('button', { name: /Settings from your server/u }).click();
  const wrong = pin === '0000' ? '0001' : '0000';
  for (const left of ['2 tries left', '1 try left']) {
    await screen.getByLabel('PIN of the settings').fill(wrong);
    await screen.getByRole('button', { name: 'Open' }).click();
    await expect(screen.getByText(left)).toBeVisible();
  }
  await screen.getByLabel('PIN of the settings').fill(wrong);
  await screen.getByRole('button', { name: 'Open' }).click();
  await expect(screen.getByText(/wrong three times/u)).toBeVisible();
});

test('a client without a format says so and offers a link, which opens without a password', async ({
  desk,
}) => {
  const { page, api } = desk;
  const { account } = await setUpPhone(api, { address: 'ada@example.org', name: 'One', number });
  const device = await api.devices.create({
    accountId: account.id,
    name: 'Ada’s iPhone',
    clientType: 'ios',
  });
  await openSetUp(page, device.id);
  await expect(page.getByRole('button', { name: 'Send configuration SMS' })).toBeDisabled();
  await expect(page.getByText(/profile or a page, not an SMS/u)).toBeVisible();
  await page.getByRole('button', { name: 'Send a link' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code of the address' })).toBeVisible();

  const { url } = await api.provisioning.link({ deviceId: device.id });
  const shown = await fetch(url);
  expect(shown.status).toBe(200);
  const html = await shown.text();
  expect(html).toContain('ada@example.org');
  expect(html).not.toContain(password);
  const guessed = await fetch(url.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')));
  expect(guessed.status).toBe(404);
  expect(await guessed.text()).not.toContain('ada');
});
