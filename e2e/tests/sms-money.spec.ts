import { goTo } from '../fixtures/pages.ts';
import { catchSavedFiles, lastSavedFile } from '../fixtures/saved-files.ts';
import { expectMessage, gatewayCard, messageTo } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

const polish = '+48600100200';
const czech = '+420601123456';

test('prices are pasted, and the report says by gateway what SMS cost', async ({ desk, sink }) => {
  const { page, api } = desk;
  const provider = await api.gateways.create({
    kind: 'http',
    name: 'Provider',
    url: sink.url,
    priority: 1,
  });
  const phones = await api.gateways.create({ kind: 'simulator', name: 'Phones', priority: 2 });

  await goTo(page, `sms?open=${provider.id}&view=prices`);
  const panel = page.getByRole('region', { name: 'Provider' });
  await panel.getByText('Paste a list').click();
  await panel.getByRole('textbox', { name: 'List of prices' }).fill('+48; 0.09\n+420\t0.25\nrest');
  await panel.getByRole('button', { name: 'Take over' }).click();
  await expect(panel).toContainText('1 line is not understood');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await api.costs.prices({ gatewayId: provider.id })).prices.length)
    .toBe(2);

  await api.messages.send({ number: polish, text: 'x'.repeat(161) });
  await expectMessage(api, polish, 'sent');
  await api.messages.send({ number: czech, text: 'Ahoj' });
  await expectMessage(api, czech, 'sent');
  const free = '+48600100201';
  await api.messages.send({ number: free, text: 'By the phones', gatewayId: phones.id });
  await expectMessage(api, free, 'delivered');

  await goTo(page, 'sms?tab=costs');
  await page.getByRole('combobox', { name: 'By', exact: true }).click();
  await page.getByRole('option', { name: 'Gateway' }).click();
  const costs = page.getByRole('grid', { name: 'Costs' });
  const line = costs.getByRole('row').filter({ hasText: 'Provider' });
  await expect(line).toContainText('€0.43');
  await expect(page.getByText('3 SMS in 4 parts, €0.43 in all.')).toBeVisible();
  await expect(page.getByText(/One part went out without a known price/u)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Prices of Phones' })).toBeVisible();

  await catchSavedFiles(page);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.poll(() => lastSavedFile(page)).not.toBeNull();
  const file = await lastSavedFile(page);
  expect(file?.name).toMatch(/^pushdesk-sms-costs-gateway-.*\.csv$/u);
  const lines = file?.text.trim().split(/\r\n/u) ?? [];
  expect(lines[0]).toContain('month,id,name');
  expect(lines.slice(1).map((each) => each.replace(/^[\d-]+,/u, ''))).toEqual(
    expect.arrayContaining([
      `${phones.id},Phones,1,1,1,0,0,EUR,1`,
      `${provider.id},Provider,2,3,0,0,0.43,EUR,0`,
    ]),
  );
  expect(lines).toHaveLength(3);
});

test('an account at its limit waits with the reason, and goes on when the limit is raised', async ({
  desk,
  sink,
}) => {
  const { page, api } = desk;
  await api.gateways.create({ kind: 'http', name: 'Provider', url: sink.url });
  const account = await api.accounts.create({ address: 'ada@example.org' });
  await goTo(page, 'sms?tab=budgets');
  await page.getByRole('button', { name: 'Limits for one account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Set one limit at least, or cancel.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Account' }).click();
  await page.getByRole('option', { name: account.address }).click();
  await dialog.getByRole('textbox', { name: 'A day' }).fill('1');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const send = async (number: string) =>
    await api.messages.send({ number, text: 'Hello', accountId: account.id });
  await send(polish);
  await expectMessage(api, polish, 'sent');
  await send(czech);
  await expect.poll(async () => (await messageTo(api, czech))?.reason).toBe('budget');
  await goTo(page, 'sms?tab=messages');
  const row = page.getByRole('row').filter({ hasText: czech });
  await expect(row).toContainText('The budget of its account or device is used up.');
  expect(sink.received).toHaveLength(1);

  await goTo(page, 'sms?tab=budgets');
  const budget = page.getByRole('row').filter({ hasText: account.address });
  await expect(budget).toContainText('1 of 1');
  await expect(budget).toContainText('used up');
  await page.getByRole('button', { name: `Edit: ${account.address}` }).click();
  await dialog.getByRole('textbox', { name: 'A day' }).fill('5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectMessage(api, czech, 'sent');
  await expect(budget).toContainText('2 of 5');
  await page.getByRole('button', { name: `Remove: ${account.address}` }).click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No account has limits of its own.')).toBeVisible();
});

test('a gateway at its limit is passed over, and its card says so', async ({ desk, sink }) => {
  const { page, api } = desk;
  await api.gateways.create({
    kind: 'http',
    name: 'Provider',
    url: sink.url,
    priority: 1,
    perDay: 1,
  });
  await api.gateways.create({ kind: 'simulator', name: 'Phones', priority: 2 });
  await api.messages.send({ number: polish, text: 'Hello' });
  await expectMessage(api, polish, 'sent');
  await api.messages.send({ number: czech, text: 'Hello' });
  await expectMessage(api, czech, 'delivered');
  expect(sink.received).toHaveLength(1);
  await goTo(page, 'sms');
  const card = gatewayCard(page, 'Provider');
  await expect(card.getByRole('meter', { name: 'Today' })).toHaveAttribute(
    'aria-valuetext',
    '1 of 1 parts, used up',
  );
  await expect(card).toContainText('Its budget is used up.');
});
