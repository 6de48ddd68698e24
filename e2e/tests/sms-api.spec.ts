import { goTo } from '../fixtures/pages.ts';
import { devicesUrl, expectMessage } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

const number = '+48600100200';
const password = 'tall-ship-41';

test('a user of the API is made, sends, reaches the limit, and is removed', async ({
  desk,
  sink,
}) => {
  const { page, api } = desk;
  await api.gateways.create({ kind: 'http', name: 'Provider', url: sink.url });
  const address = `${await devicesUrl(api)}/sms/`;
  const send = async (text: string, pass = password) => {
    const query = new URLSearchParams({ user: 'backup', pass, number, data: text });
    return await fetch(`${address}?${query.toString()}`);
  };

  await goTo(page, 'sms?tab=users');
  await page.getByRole('button', { name: 'Add user' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog.getByText('Needed', { exact: true })).toHaveCount(2);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('backup');
  await dialog.getByRole('textbox', { name: 'Password' }).fill(password);
  await dialog.getByRole('textbox', { name: 'SMS parts a month' }).fill('1');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row').filter({ hasText: 'backup' });
  await expect(row).toContainText('may send');
  await expect(page.getByRole('main')).toContainText('/sms/');
  await expect(page.getByRole('main')).not.toContainText(password);

  expect((await send('Hello', 'wrong')).status).toBe(401);
  const taken = await send('Backup failed');
  expect(taken.status).toBe(200);
  expect(await taken.text()).toMatch(/^OK \S+/u);
  await expectMessage(api, number, 'sent');
  expect(sink.received).toHaveLength(1);
  await expect(row).toContainText('limit reached');
  await expect(row).toContainText('1 of 1');

  const refused = await send('Once more');
  expect(refused.status).toBe(429);
  expect(await refused.text()).toMatch(/^ERROR limit-reached /u);

  await goTo(page, 'sms?tab=messages');
  await page.getByRole('row').filter({ hasText: number }).click();
  await expect(page.getByRole('region', { name: `SMS to ${number}` })).toContainText(
    'Handed in over the API by backup',
  );

  await goTo(page, 'sms?tab=users');
  await page.getByRole('button', { name: 'Edit backup' }).click();
  await dialog.getByRole('textbox', { name: 'SMS parts a month' }).fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect((await send('Once more')).status).toBe(200);
  await page.getByRole('button', { name: 'Remove backup' }).click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No user yet')).toBeVisible();
  expect((await send('Never')).status).toBe(401);
  // Neither the log nor the page knows the password of a query.
  await goTo(page, 'log');
  await expect(page.getByRole('log')).toContainText('SMS user backup is created');
  await expect(page.getByRole('log')).not.toContainText(password);
});
