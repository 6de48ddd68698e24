import type { Page } from '@playwright/test';
import { goTo } from '../fixtures/pages.ts';
import { prefer } from '../fixtures/preferences.ts';
import { expectMessage, gatewayCard, messageTo, setUpSmpp } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

const number = '+48600100200';
const spaced = '+48 600 100 200';

/** Writes an SMS from the list of messages; answers with its panel. */
async function write(page: Page, text: string) {
  await goTo(page, 'sms?tab=messages');
  await page.getByRole('button', { name: 'Write an SMS' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Write an SMS' });
  await dialog.getByRole('textbox', { name: 'Number' }).fill(spaced);
  await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
  return dialog;
}

test('the counter tells alphabet, parts, way and cost while an SMS is written', async ({
  desk,
  smsc,
}) => {
  const { page, api } = desk;
  const { id } = await setUpSmpp(api, smsc);
  await api.costs.setPrices({ gatewayId: id, prices: [{ prefix: '+48', price: 0.09 }] });
  const dialog = await write(page, 'x'.repeat(160));
  const counter = dialog.getByRole('status');
  const text = dialog.getByRole('textbox', { name: 'Text' });
  await expect(counter).toContainText('1 part · 0 characters left · GSM alphabet');
  await expect(counter).toContainText('It would go by “Carrier”. It costs €0.09.');

  await text.fill('x'.repeat(161));
  await expect(counter).toContainText('2 parts · 145 characters left · GSM alphabet');
  await expect(counter).toContainText('It costs €0.18.');

  await text.fill('Zażółć, 你好');
  await expect(counter).toContainText('1 part · 60 characters left · Unicode');
  await expect(counter).toContainText('Unicode because of');
  await text.fill('');
  await expect(counter).toContainText('Nothing is written yet.');
});

for (const theme of ['light', 'dark'] as const) {
  test(`an SMS goes to the service centre, and its course ends with the receipt, ${theme}`, async ({
    desk,
    smsc,
  }) => {
    const { page, api } = desk;
    await setUpSmpp(api, smsc);
    await prefer(page, { theme, language: 'en' });
    const dialog = await write(page, 'The office is closed today.');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    const panel = page.getByRole('region', { name: `SMS to ${number}` });
    const course = panel.getByRole('list', { name: 'Course' });
    await expect(course.getByRole('listitem')).toHaveText([
      /^Written in the console/u,
      /“Carrier” took it/u,
      /It waits for the report of the network/u,
    ]);
    expect(smsc.submitted).toHaveLength(1);
    expect(Buffer.from(smsc.submitted[0]?.octets ?? '', 'hex').toString('latin1')).toBe(
      'The office is closed today.',
    );

    const receipt = { id: smsc.submitted[0]?.id ?? '', from: number.slice(1) };
    expect(await smsc.report({ ...receipt, state: 'ACCEPTD' })).toBe(0);
    await expect(course).toContainText('The network accepted it');
    expect(await smsc.report(receipt)).toBe(0);
    await expect(course).toContainText('The phone has it');
    await expect(page.getByRole('row').filter({ hasText: number })).toContainText('delivered');
    await expectMessage(api, number, 'delivered');
  });
}

test('a receipt that says no ends an SMS with the reason in words', async ({ desk, smsc }) => {
  const { page, api } = desk;
  await setUpSmpp(api, smsc);
  await api.messages.send({ number, text: 'Hello' });
  await expectMessage(api, number, 'sent');
  await smsc.report({ id: smsc.submitted[0]?.id ?? '', state: 'UNDELIV', error: '027' });
  await expectMessage(api, number, 'failed');
  await goTo(page, 'sms?tab=messages&state=failed');
  await page.getByRole('row').filter({ hasText: number }).click();
  const panel = page.getByRole('region', { name: `SMS to ${number}` });
  await expect(panel.getByRole('list', { name: 'Course' })).toContainText(
    'The network could not deliver it',
  );
  await panel.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => smsc.submitted.length).toBe(2);
});

test('fields of the dialog say what is wrong, and bytes go as they are', async ({ desk, smsc }) => {
  const { page, api } = desk;
  await setUpSmpp(api, smsc);
  const dialog = await write(page, '');
  await dialog.getByRole('textbox', { name: 'Number' }).fill('12 ab');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await dialog.getByRole('button', { name: 'More settings' }).click();
  await dialog.getByRole('switch', { name: 'Send bytes in place of a text' }).press('Space');
  await dialog.getByRole('textbox', { name: 'User data', exact: true }).fill('01 06 03');
  await dialog.getByRole('textbox', { name: 'User data header' }).fill('06 05 04');
  await dialog.getByRole('textbox', { name: 'Number' }).fill(spaced);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByText(/The first octet has to tell the length/u)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'User data header' }).fill('06 05 04 0B 84 C0 02');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => smsc.submitted[0]?.octets).toBe('0605040b84c002010603');
});

test('when a service centre dies the next SMS goes by the other, and its card says why', async ({
  desk,
  smsc,
  sink,
}) => {
  const { page, api } = desk;
  await setUpSmpp(api, smsc, { priority: 1 });
  await api.gateways.create({ kind: 'http', name: 'Spare', url: sink.url, priority: 2 });
  await api.messages.send({ number, text: 'By the carrier' });
  await expectMessage(api, number, 'sent');
  expect(smsc.submitted).toHaveLength(1);

  await smsc.close();
  const other = '+48600100201';
  const dialog = await write(page, 'By the spare one');
  await dialog.getByRole('textbox', { name: 'Number' }).fill(other);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  const course = page
    .getByRole('region', { name: `SMS to ${other}` })
    .getByRole('list', { name: 'Course' });
  await expect(course).toContainText('“Spare” took it');
  expect(sink.received.map((each) => each.number)).toEqual([other]);
  expect((await messageTo(api, other))?.state).toBe('sent');

  await goTo(page, 'sms');
  const card = gatewayCard(page, 'Carrier');
  await expect(card).toContainText('unreachable');
  await expect(card).toContainText('not bound');
  await expect(card).toContainText('ECONNREFUSED');
});

test('a provider that fails is left alone for a while, and its card counts down', async ({
  desk,
  sink,
}) => {
  const { page, api } = desk;
  await api.gateways.create({ kind: 'http', name: 'Provider', url: sink.url, priority: 1 });
  await api.gateways.create({ kind: 'simulator', name: 'Phones', priority: 2 });
  sink.answerWith(503);
  await api.messages.send({ number, text: 'Hello' });
  await expectMessage(api, number, 'delivered');
  const { message, deliveries } = await api.messages.get({
    id: (await messageTo(api, number))?.id ?? '',
  });
  expect(message.attempts).toBe(2);
  expect(deliveries.map(({ gatewayName }) => gatewayName)).toEqual(['Provider', 'Phones']);
  await goTo(page, 'sms');
  const card = gatewayCard(page, 'Provider');
  await expect(card).toContainText(/Left alone after failures|One message tries/u);
  await expect(card).toContainText('503');
});
