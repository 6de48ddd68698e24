import { goTo } from '../fixtures/pages.ts';
import { expectMessage } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

const polish = '+48600100200';
const czech = '+420601123456';

test('a route is made, explained, followed, changed and removed', async ({ desk, sink }) => {
  const { page, api } = desk;
  const phones = await api.gateways.create({ kind: 'simulator', name: 'Phones', priority: 1 });
  const abroad = await api.gateways.create({
    kind: 'http',
    name: 'Abroad',
    url: sink.url,
    priority: 2,
  });
  await api.costs.setPrices({ gatewayId: abroad.id, prices: [{ prefix: '+420', price: 0.25 }] });

  await goTo(page, 'sms?tab=routes');
  const explain = page.getByRole('region', {
    name: 'Which way would an SMS go, and what does it cost?',
  });
  const asked = explain.getByLabel('To the number');
  await asked.fill('+420 601 123 456');
  await expect(explain).toContainText('It would go by Phones.');
  await expect(explain).toContainText('No route applies');

  await page.getByRole('button', { name: 'Add route' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add route' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose at least one gateway');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Czech Republic');
  const prefixes = dialog.getByRole('combobox', { name: 'Numbers that begin with' });
  await prefixes.fill('00420');
  await prefixes.press('Enter');
  await dialog.getByRole('checkbox', { name: 'Abroad' }).check();
  await dialog.getByRole('button', { name: 'Add route' }).click();
  await expect(dialog).toBeHidden();

  const row = page.getByRole('row').filter({ hasText: 'Czech Republic' });
  await expect(row).toContainText('+420');
  await expect(row).toContainText('Abroad');
  await expect(explain).toContainText('It would go by Abroad. A part costs €0.25.');
  await expect(explain).toContainText('The route Czech Republic applies, by the prefix +420.');
  const steps = explain.getByRole('list', {
    name: 'The gateways in the order in which they are tried',
  });
  await expect(steps.getByRole('listitem').first()).toContainText('takes it');

  await api.messages.send({ number: czech, text: 'Ahoj' });
  await api.messages.send({ number: polish, text: 'Cześć' });
  await expectMessage(api, czech, 'sent');
  await expectMessage(api, polish, 'delivered');
  expect(sink.received.map(({ number }) => number)).toEqual([czech]);

  await page.getByRole('button', { name: 'Change the route Czech Republic' }).click();
  await dialog.getByRole('checkbox', { name: 'Phones' }).check();
  await dialog.getByRole('combobox', { name: 'Which goes first' }).click();
  await page.getByRole('option', { name: 'By weight' }).click();
  await dialog.getByRole('textbox', { name: 'Weight of Phones' }).fill('3');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Phones (3)');
  expect((await api.routes.list({})).routes[0]).toMatchObject({
    order: 'weight',
    gateways: expect.arrayContaining([{ gatewayId: phones.id, weight: 3 }]),
  });

  await page.getByRole('button', { name: 'Remove the route Czech Republic' }).click();
  await expect(dialog).toContainText('Remove the route Czech Republic?');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await api.routes.list({})).routes).toHaveLength(1);
  await page.getByRole('button', { name: 'Remove the route Czech Republic' }).click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No routes yet')).toBeVisible();
  await expect(explain).toContainText('It would go by Phones.');
});

test('a route is switched off in its row, and says why gateways are passed over', async ({
  desk,
}) => {
  const { page, api } = desk;
  await api.gateways.create({ kind: 'simulator', name: 'Phones', priority: 1 });
  const spare = await api.gateways.create({ kind: 'simulator', name: 'Spare', priority: 2 });
  await api.routes.create({
    name: 'Poland',
    prefixes: ['+48'],
    gateways: [{ gatewayId: spare.id, weight: 1 }],
    fallback: false,
  });
  await api.gateways.setActive({ id: spare.id, active: false });
  await goTo(page, 'sms?tab=routes');
  const explain = page.getByRole('region', { name: /^Which way would an SMS go/u });
  await explain.getByLabel('To the number').fill(polish);
  await expect(explain).toContainText('It would wait: no gateway takes it at this moment.');
  await expect(explain).toContainText('passed over: switched off');
  await page.getByRole('switch', { name: 'Use the route Poland' }).press('Space');
  await expect(explain).toContainText('It would go by Phones.');
});
