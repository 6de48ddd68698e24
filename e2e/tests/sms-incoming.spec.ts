import { Buffer } from 'node:buffer';
import { goTo } from '../fixtures/pages.ts';
import { setUpPhone } from '../fixtures/phone.ts';
import { messageTo, setUpSmpp } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

const number = '+48600100200';
const ada = { address: 'ada@example.org', name: 'Ada’s E71', number };

test('what a phone writes back is counted, read, and answered', async ({ desk }) => {
  const { page, api } = desk;
  const { account } = await setUpPhone(api, ada);
  await api.messages.send({ number, text: 'Are you there?', accountId: account.id });
  await expect.poll(async () => (await messageTo(api, number))?.state).toBe('delivered');
  await goTo(page, 'sms?tab=incoming');
  await expect(page.getByText('No incoming SMS yet')).toBeVisible();

  await api.simulator.reply({ number, text: 'Yes, at the office.' });
  const tab = page.getByRole('tab', { name: /^Incoming/u });
  await expect(tab).toHaveAccessibleName(/one is new/u);
  const row = page.getByRole('row').filter({ hasText: 'Yes, at the office.' });
  await expect(row).toContainText('reply');
  await row.click();
  const panel = page.getByRole('region', { name: `SMS from ${number}` });
  await expect(panel).toContainText('It answers an SMS that was sent to this number.');
  await expect(panel.getByRole('link', { name: account.address })).toBeVisible();
  await expect(tab).toHaveAccessibleName('Incoming');

  await panel.getByRole('button', { name: 'Reply' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write an SMS' });
  await expect(dialog.getByRole('textbox', { name: 'Number' })).toHaveValue(number);
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Thank you');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('region', { name: `SMS to ${number}` })).toBeVisible();
  await expect.poll(async () => (await messageTo(api, number))?.text).toBe('Thank you');
});

test('rules by the first word decide about what a service centre brings', async ({
  desk,
  smsc,
}) => {
  const { page, api } = desk;
  await setUpSmpp(api, smsc);
  const account = await api.accounts.create({ address: 'sales@example.org' });
  await goTo(page, 'sms?tab=incoming&show=rules');
  await page.getByRole('button', { name: 'Add rule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'First word' }).fill('price');
  await dialog.getByRole('radio', { name: 'give it to the account' }).check();
  await dialog.getByRole('combobox', { name: 'Account' }).click();
  await page.getByRole('option', { name: account.address }).click();
  await dialog.getByRole('button', { name: /^(?:Add|Save)/u }).click();
  await expect(dialog).toBeHidden();

  const deliver = async (text: string) =>
    await smsc.send('deliver_sm', {
      source_addr: number.slice(1),
      source_addr_ton: 1,
      source_addr_npi: 1,
      destination_addr: '12345',
      data_coding: 0,
      short_message: Buffer.from(text, 'latin1'),
    });
  expect(await deliver('Price list please')).toBe(0);
  expect(await deliver('Something else')).toBe(0);
  await page.getByRole('radio', { name: 'SMS' }).press('Space');
  const row = page.getByRole('row').filter({ hasText: 'Price list please' });
  await expect(row).toContainText('keyword');
  await expect(row).toContainText('Carrier');
  await expect(page.getByRole('row').filter({ hasText: 'Something else' })).toContainText(
    'no rule',
  );

  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  const actions = page.getByRole('toolbar', { name: 'Actions' });
  await actions.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByRole('tab', { name: /^Incoming/u })).toHaveAccessibleName('Incoming');
  await actions.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No incoming SMS yet')).toBeVisible();
  expect((await api.incoming.list({})).total).toBe(0);
});
