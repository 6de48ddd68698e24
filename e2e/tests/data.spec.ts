import { goTo } from '../fixtures/pages.ts';
import { setUpPhone, typeContact } from '../fixtures/phone.ts';
import { expect, test } from '../fixtures/test.ts';

const ada = { address: 'ada@example.org', name: "Ada's E71", number: '+48600100200' };
const jan = { address: 'jan@example.org', name: "Jan's P1i", number: '+48600100201' };

test('what a phone synchronised is there to be read, with its history, and comes back', async ({
  desk,
}) => {
  const { page, api } = desk;
  const { account, number } = await setUpPhone(api, ada);
  const luid = await typeContact(api, number, { lastName: 'Hopper', company: 'Navy' });
  await typeContact(api, number, { lastName: 'Babbage', company: 'Engines' });
  await api.simulator.sync({ number });
  await typeContact(api, number, { lastName: 'Hopper', company: 'Harvard' }, luid);
  expect(await api.simulator.sync({ number })).toMatchObject({ state: 'done' });

  await goTo(page, 'sync?tab=data');
  const folder = page.getByRole('navigation', { name: 'Accounts' }).getByRole('link', {
    name: /^contacts/iu,
  });
  await expect(folder).toContainText('2');
  await page.getByRole('searchbox', { name: 'Search in this folder' }).fill('hop');
  await expect(page.getByRole('row').filter({ hasText: 'Babbage' })).toBeHidden();
  await page.getByRole('row').filter({ hasText: 'Hopper' }).click();
  const panel = page.getByRole('region', { name: 'Hopper' });
  await expect(panel).toContainText('Harvard');
  await panel.getByRole('button', { name: 'Inner form (JSON)' }).click();
  await expect(panel.getByText('"kind": "contact"')).toBeVisible();

  await panel.getByRole('tab', { name: 'History' }).click();
  await expect(panel.getByRole('deletion')).toContainText('Navy');
  await panel.getByRole('button', { name: 'Restore: Version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(panel.getByRole('insertion').first()).toContainText('Navy');
  const of = { accountId: account.id, dataType: 'contacts', text: 'hop' } as const;
  const subtitle = async () => (await api.items.list(of)).items[0]?.subtitle;
  expect(await subtitle()).toContain('Navy');

  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(subtitle).toContain('Harvard');
});

test('an item that is removed goes, is still to be seen, and is brought back', async ({ desk }) => {
  const { page, api } = desk;
  const { account, number } = await setUpPhone(api, ada);
  await typeContact(api, number, { lastName: 'Hopper' });
  await api.simulator.sync({ number });

  await goTo(page, 'sync?tab=data');
  await page.getByRole('switch', { name: 'Show deleted' }).click();
  await page.getByRole('row').filter({ hasText: 'Hopper' }).click();
  const panel = page.getByRole('region', { name: 'Hopper' });
  await panel.getByRole('button', { name: 'Remove item' }).click();
  await expect(page.getByRole('dialog')).toContainText('every device');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  const count = async () =>
    (await api.items.list({ accountId: account.id, dataType: 'contacts' })).total;
  await expect.poll(count).toBe(0);

  await expect(page.getByRole('row').filter({ hasText: 'Hopper' })).toContainText('deleted');
  await panel.getByRole('button', { name: 'Bring back' }).click();
  await expect.poll(count).toBe(1);
});

test('a folder is made, shared and reached by another account’s phone', async ({ desk }) => {
  const { page, api } = desk;
  const { account } = await setUpPhone(api, ada);
  const other = await setUpPhone(api, jan);

  await goTo(page, `sync?tab=data&account=${account.id}`);
  await page.getByRole('button', { name: 'New folder' }).click();
  const dialog = page.getByRole('dialog', { name: 'New folder' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sales');
  await expect(dialog).toContainText('contacts/Sales');
  await dialog.getByRole('button', { name: 'Create folder' }).click();

  const panel = page.getByRole('region', { name: 'contacts/Sales' });
  await panel.getByPlaceholder('Account').click();
  await page.getByRole('option', { name: jan.address }).click();
  await panel.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(panel).toContainText('contacts/shared/Sales');
  const { collections } = await api.collections.list({ accountId: account.id });
  expect(collections.find(({ name }) => name === 'Sales')?.shares).toEqual([
    { accountId: other.account.id, access: 'read' },
  ]);

  await goTo(page, `sync?tab=data&account=${other.account.id}`);
  await page
    .getByRole('list', { name: /Shared by others/u })
    .getByRole('link', { name: /Sales/u })
    .click();
  await expect(page.getByText('contacts/shared/Sales').first()).toBeVisible();
});

test('a phone that deletes nearly everything has to wait for a decision', async ({ desk }) => {
  const { page, api } = desk;
  const { account, number } = await setUpPhone(api, ada);
  await api.settings.update({ sync: { holdDeletesItems: 2, holdDeletesPercent: 50 } });
  const luids: string[] = [];
  for (const lastName of ['Hopper', 'Babbage', 'Lovelace', 'Turing']) {
    luids.push(await typeContact(api, number, { lastName }));
  }
  await api.simulator.sync({ number });
  for (const luid of luids.slice(1)) await api.simulator.removeItem({ number, luid });
  await api.simulator.sync({ number });

  await goTo(page, 'sync');
  await page.getByRole('tab', { name: /Held deletions/u }).click();
  await expect(page.getByText("Ada's E71 wants to delete 3 of 4 items")).toBeVisible();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByText('No deletion waits')).toBeVisible();
  const { total } = await api.items.list({ accountId: account.id, dataType: 'contacts' });
  expect(total).toBe(4);
});
