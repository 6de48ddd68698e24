import type { Locator, Page } from '@playwright/test';
import type { Api } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';

const left = '+447700900001';
const right = '+447700900002';

/** Two virtual phones of one account, as an admin has set them up; neither has been here yet. */
async function setUpPhones(api: Api): Promise<void> {
  await api.gateways.create({ kind: 'simulator', name: 'Simulator' });
  const account = await api.accounts.create({ address: 'ada@example.org', password: 'secret' });
  for (const [name, number] of [
    ['Left', left],
    ['Right', right],
  ] as const) {
    await api.devices.create({
      accountId: account.id,
      name,
      number,
      clientType: 'synthesis',
      pushEnabled: true,
    });
  }
  await api.push.updateSettings({ mergeWindowMs: 0 });
  await api.push.setActive({ active: true });
}

/** Shows a phone in the drawer; answers with its screen. */
async function show(page: Page, name: string): Promise<Locator> {
  const drawer = page.getByRole('complementary', { name: 'Virtual phones' });
  if (!(await drawer.isVisible())) {
    await page.getByRole('button', { name: '2 virtual phones' }).click();
  }
  await drawer.getByRole('combobox', { name: 'Phone' }).click();
  await page.getByRole('option', { name: new RegExp(name, 'u') }).click();
  const screen = drawer.getByRole('group', { name: `Screen of the virtual phone ${name}` });
  await expect(screen).toBeVisible();
  return screen;
}

async function sync(screen: Locator): Promise<void> {
  await screen.getByRole('button', { name: 'Sync now' }).click();
  await expect(screen.getByText('Synchronised')).toBeVisible();
}

test('a contact that is typed into one virtual phone arrives on the other', async ({ desk }) => {
  const { page, api } = desk;
  await setUpPhones(api);
  await sync(await show(page, 'Right'));
  let screen = await show(page, 'Left');
  await sync(screen);

  await screen.getByRole('button', { name: /^Contacts/u }).click();
  await screen.getByRole('button', { name: 'New contact' }).first().click();
  await screen.getByLabel('First name').fill('Ingrid');
  await screen.getByLabel('Last name').fill('Bergman');
  await screen.getByRole('button', { name: 'Save' }).click();
  await expect(screen.getByRole('button', { name: /Ingrid Bergman/u })).toContainText('new here');
  await screen.getByRole('button', { name: 'Back to the home screen' }).click();
  await expect(screen.getByText('1 change waits')).toBeVisible();
  await screen.getByRole('button', { name: 'Sync now' }).click();
  await expect(screen.getByText('0 received, 1 sent')).toBeVisible();

  // The other one is woken by the alert, and synchronises without being touched.
  screen = await show(page, 'Right');
  await expect(screen.getByText('1 received, 0 sent')).toBeVisible({ timeout: 30_000 });
  await screen.getByRole('button', { name: /^Contacts/u }).click();
  await screen.getByRole('button', { name: /Ingrid Bergman/u }).click();
  await screen.getByLabel('Company').fill('Svensk Filmindustri');
  await screen.getByRole('button', { name: 'Save' }).click();
  await screen.getByRole('button', { name: 'Back to the home screen' }).click();

  // Now the person looks at the phone that an entry comes to.
  screen = await show(page, 'Left');
  await api.simulator.sync({ number: right });
  await expect(screen.getByText('1 message from your server')).toBeVisible({ timeout: 30_000 });
  await screen.getByRole('button', { name: 'Ingrid Bergman' }).click();
  await expect(screen.getByLabel('Company')).toHaveValue('Svensk Filmindustri');

  await screen.getByRole('button', { name: 'Delete' }).click();
  await expect(screen.getByText('deleted here')).toBeVisible();
  await screen.getByRole('button', { name: 'Back to the home screen' }).click();
  await sync(screen);
  await expect
    .poll(async () => (await api.simulator.items({ number: right })).items, { timeout: 30_000 })
    .toEqual([]);
});

test('a virtual phone says why it could not synchronise, and leads to it', async ({ desk }) => {
  const { page, api } = desk;
  await setUpPhones(api);
  await api.settings.update({ sync: { active: false } });
  const screen = await show(page, 'Left');
  await screen.getByRole('button', { name: 'Sync now' }).click();
  await expect(screen.getByRole('alert')).toContainText(
    'Check that synchronisation is switched on',
  );
  await screen.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: /^Let devices synchronise(?! that)/u }).check();
  await page
    .getByRole('region', { name: 'Synchronisation' })
    .getByRole('button', { name: 'Save' })
    .click();
  await expect.poll(async () => (await api.settings.get()).sync.active).toBe(true);
  await screen.getByRole('button', { name: 'Compare everything' }).click();
  await expect(screen.getByText('Synchronised')).toBeVisible();
});
