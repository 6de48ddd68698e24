import type { Locator, Page } from '@playwright/test';
import { goTo } from '../fixtures/pages.ts';
import { devicesUrl, gatewayCard, messageTo } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

const number = '+48600100200';

/** Opens the dialog of a new gateway and chooses its kind. */
async function chooseKind(page: Page, kind: RegExp): Promise<Locator> {
  await goTo(page, 'sms');
  await page
    .getByRole('button', { name: /^Add (?:a )?gateway$/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Which way out is to be added?');
  await dialog.getByRole('button', { name: kind }).click();
  return dialog;
}

async function add(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Add gateway' }).click();
}

/** Saves the settings in a gateway's panel: a button that has nothing to save cannot be pressed. */
async function save(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.page().getByRole('alert').getByText('Saved', { exact: true })).toBeVisible();
}

/** Tests a gateway in its panel, with an SMS to a number or without one. */
async function testIt(panel: Locator, to = ''): Promise<void> {
  await panel.getByRole('tab', { name: 'Test' }).click();
  await panel.getByLabel('Send a test SMS to').fill(to);
  await panel.getByRole('button', { name: 'Test now' }).click();
}

test('the simulator takes two clicks, and its test wakes a virtual phone', async ({ desk }) => {
  const { page, api } = desk;
  await goTo(page, 'sms');
  await page.getByRole('button', { name: 'Add the simulator' }).click();
  await add(page.getByRole('dialog', { name: 'New simulator' }));
  const panel = page.getByRole('region', { name: 'Simulator' });
  await testIt(panel, number);
  await expect(panel.getByRole('status')).toContainText('It works.');
  await expect
    .poll(async () => (await api.simulator.phones()).phones.map((phone) => phone.number))
    .toContain(number);
});

test('a provider starts from a preset; the fields say what is missing or wrong', async ({
  desk,
  sink,
}) => {
  const { page } = desk;
  const dialog = await chooseKind(page, /^HTTP provider/u);
  await add(dialog);
  await expect(dialog.getByText('Needed', { exact: true })).toHaveCount(2);

  await dialog.getByRole('combobox', { name: 'Start from' }).click();
  await page.getByRole('option', { name: /^Kannel/u }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Kannel');
  const template = dialog.getByRole('textbox', { name: 'URL template' });
  await expect(template).toHaveValue(/cgi-bin\/sendsms/u);
  await dialog.getByText('How answers are read').click();
  const success = dialog.getByLabel('Accepted when the answer matches');
  await expect(success).toHaveValue('^[03]:');

  await template.fill('http://127.0.0.1/?to=%nmber%');
  await add(dialog);
  await expect(dialog.getByText(/The template has a mistake/u).first()).toBeVisible();
  await template.fill(sink.url);
  await success.fill('^OK');
  await add(dialog);

  const panel = page.getByRole('region', { name: 'Kannel' });
  await testIt(panel, '12');
  await expect(panel.getByLabel('Send a test SMS to')).toHaveAttribute('aria-invalid', 'true');
  await testIt(panel, number);
  await expect(panel.getByRole('status')).toContainText('It works.');
  await expect(panel.getByRole('status')).toContainText('OK 1');
  expect(sink.received.map((each) => each.number)).toEqual([number]);

  sink.answerWith(503);
  await testIt(panel, number);
  await expect(panel.getByRole('status')).toContainText('It does not work.');
  await expect(panel.getByRole('status')).toContainText('503');
});

test('a service centre refuses a wrong password, and the settings mend that', async ({
  desk,
  smsc,
}) => {
  const { page } = desk;
  const dialog = await chooseKind(page, /^SMPP/u);
  await dialog.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1');
  await dialog.getByRole('textbox', { name: 'Port' }).fill(String(smsc.port));
  await dialog.getByRole('textbox', { name: 'System id' }).fill('tester');
  await dialog.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await add(dialog);

  const panel = page.getByRole('region', { name: 'SMPP' });
  await testIt(panel);
  await expect(panel.getByRole('status')).toContainText(
    'It does not accept the user name or the password.',
  );
  await expect(panel.getByRole('status')).toContainText('Check the user name and the password');

  await panel.getByRole('tab', { name: 'Settings' }).click();
  await panel.getByRole('textbox', { name: 'Password' }).fill('secret');
  await save(panel);
  await testIt(panel, number);
  await expect(panel.getByRole('status')).toContainText('It works.');
  expect(smsc.submitted).toHaveLength(1);
  await panel.getByRole('button', { name: 'Close the side panel' }).click();
  const card = gatewayCard(page, 'SMPP');
  await expect(card).toContainText('bound as transceiver');
  await expect(card).toContainText('working');
});

test('a modem that is not there says so, and what to do', async ({ desk }) => {
  const { page } = desk;
  const dialog = await chooseKind(page, /^GSM modem/u);
  await add(dialog);
  await expect(dialog.getByText('Needed', { exact: true })).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Port' }).fill('/dev/no-such-modem');
  await page.keyboard.press('Tab');
  await dialog.getByRole('textbox', { name: 'PIN of the SIM' }).fill('12');
  await add(dialog);
  await expect(dialog.getByText('4 to 8 digits', { exact: true })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'PIN of the SIM' }).fill('1234');
  await add(dialog);

  const panel = page.getByRole('region', { name: 'Modem' });
  await expect(panel).toContainText('no device');
  await expect(panel).toContainText('Plug the modem in');
  await testIt(panel);
  await expect(panel.getByRole('status')).toContainText('There is no device at its port.');
  await panel.getByRole('button', { name: 'Close the side panel' }).click();
  await expect(gatewayCard(page, 'Modem')).toContainText('There is no device at its port.');
});

test('another Pushdesk takes a test SMS once its address and its user are right', async ({
  desk,
}) => {
  const { page, api } = desk;
  const far = await api.gateways.create({ kind: 'simulator', name: 'Far phones', priority: 50 });
  // The far side is this Pushdesk again: what its user hands in is bound to the virtual phones.
  await api.smsUsers.create({ name: 'branch', password: 'secret', gatewayId: far.id });

  const dialog = await chooseKind(page, /^Another Pushdesk/u);
  await dialog.getByRole('textbox', { name: /^Address/u }).fill('http://127.0.0.1:1');
  await dialog.getByRole('textbox', { name: 'User name' }).fill('branch');
  await dialog.getByRole('textbox', { name: 'Password' }).fill('secret');
  await add(dialog);
  const panel = page.getByRole('region', { name: 'Other Pushdesk' });
  await testIt(panel);
  await expect(panel.getByRole('status')).toContainText('It does not work. It does not answer.');

  await panel.getByRole('tab', { name: 'Settings' }).click();
  await panel.getByRole('textbox', { name: /^Address/u }).fill(await devicesUrl(api));
  // A password goes to no other address than the one that it was entered for.
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Needed', { exact: true })).toBeVisible();
  await panel.getByRole('textbox', { name: 'Password' }).fill('secret');
  await save(panel);
  await testIt(panel, number);
  await expect(panel.getByRole('status')).toContainText('It works.');
  await expect.poll(async () => (await messageTo(api, number))?.state).toBe('delivered');
});

test('cards are reached and opened by the keyboard, and are switched off', async ({ desk }) => {
  const { page, api } = desk;
  for (const [name, priority] of [
    ['First', 10],
    ['Second', 20],
  ] as const) {
    await api.gateways.create({ kind: 'simulator', name, priority });
  }
  await goTo(page, 'sms');
  await gatewayCard(page, 'First').getByRole('button', { name: 'First', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Second' })).toBeVisible();
  await page.getByRole('region', { name: 'Second' }).getByRole('tab', { name: 'Test' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Second' })).toBeHidden();
  await page.getByRole('switch', { name: 'Use Second' }).press('Space');
  await expect(gatewayCard(page, 'Second')).toContainText('Switched off.');
  const { gateways } = await api.gateways.list({});
  expect(gateways.find(({ name }) => name === 'Second')?.active).toBe(false);
});
