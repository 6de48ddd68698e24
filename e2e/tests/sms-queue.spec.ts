import type { Page } from '@playwright/test';
import { goTo } from '../fixtures/pages.ts';
import { expectMessage, messageTo, setUpSmpp } from '../fixtures/sms.ts';
import { expect, test } from '../fixtures/test.ts';

const numbers = ['+48600100201', '+48600100202', '+48600100203'] as const;

function rowOf(page: Page, number: string) {
  return page.getByRole('row').filter({ hasText: number });
}

test('a paused queue holds messages back; they are dropped, sent another way, and let go', async ({
  desk,
  sink,
}) => {
  const { page, api } = desk;
  await api.gateways.create({ kind: 'http', name: 'Provider', url: sink.url, priority: 1 });
  await api.gateways.create({ kind: 'simulator', name: 'Phones', priority: 2 });
  await goTo(page, 'sms?tab=messages');
  const isRunning = page.getByRole('switch', { name: 'The queue is running' });
  await isRunning.press('Space');
  await expect(page.getByText('The queue is paused. Nothing goes out until')).toBeVisible();
  for (const number of numbers) await api.messages.send({ number, text: 'Hello' });
  await expect(page.getByText('3 messages wait.')).toBeVisible();
  await expect(rowOf(page, numbers[2])).toContainText('The whole queue is paused.');

  await page.getByRole('checkbox', { name: `Select ${numbers[0]}` }).check();
  const actions = page.getByRole('toolbar', { name: 'Actions' });
  await actions.getByRole('button', { name: 'Drop' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drop one message?' });
  await dialog.getByRole('button', { name: 'Drop' }).click();
  await expectMessage(api, numbers[0], 'dropped');

  await page.getByRole('checkbox', { name: 'Select all rows' }).check();
  await expect(actions).toContainText('3 selected');
  await actions.getByRole('button', { name: 'Other gateway' }).click();
  await page.getByRole('menuitem', { name: 'Phones' }).click();
  await expect(page.getByText(/2 messages take the other way\. One was left/u)).toBeVisible();

  await isRunning.press('Space');
  for (const number of numbers.slice(1)) {
    await expectMessage(api, number, 'delivered');
    await expect(rowOf(page, number)).toContainText('Phones');
  }
  await expect(rowOf(page, numbers[0])).toContainText('dropped');
  expect(sink.received).toEqual([]);

  await page
    .getByRole('group', { name: 'State' })
    .getByRole('button', { name: /Dropped/u })
    .click();
  await rowOf(page, numbers[0]).click();
  await page
    .getByRole('region', { name: `SMS to ${numbers[0]}` })
    .getByRole('button', { name: 'Send again' })
    .click();
  await expectMessage(api, numbers[0], 'sent');
  expect(sink.received.map(({ number }) => number)).toEqual([numbers[0]]);
});

test('one message is held back and resumed, while the others go', async ({ desk, sink }) => {
  const { page, api } = desk;
  await api.messages.setQueuePaused({ paused: true });
  await api.gateways.create({ kind: 'http', name: 'Provider', url: sink.url });
  for (const number of numbers) await api.messages.send({ number, text: 'Hello' });
  await goTo(page, 'sms?tab=messages');
  await rowOf(page, numbers[0]).click();
  const panel = page.getByRole('region', { name: `SMS to ${numbers[0]}` });
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel).toContainText('An admin holds it back');
  await api.messages.setQueuePaused({ paused: false });
  await expect
    .poll(() => sink.received.map(({ number }) => number).sort())
    .toEqual(numbers.slice(1));
  await panel.getByRole('button', { name: 'Resume' }).click();
  await expectMessage(api, numbers[0], 'sent');
});

test('an SMS whose hand-over was cut off waits for a decision, and is sent again', async ({
  desk,
  smsc,
}) => {
  const { page, api } = desk;
  const [number] = numbers;
  await setUpSmpp(api, smsc);
  smsc.behaviour.isMute.submit = true;
  await api.messages.send({ number, text: 'Hello' });
  await expect.poll(() => smsc.submitted.length).toBe(1);
  smsc.drop();
  await expectMessage(api, number, 'uncertain');
  smsc.behaviour.isMute.submit = false;

  await goTo(page, 'sms?tab=messages');
  await page
    .getByRole('group', { name: 'State' })
    .getByRole('button', { name: /Uncertain/u })
    .click();
  await rowOf(page, number).click();
  const panel = page.getByRole('region', { name: `SMS to ${number}` });
  await expect(panel).toContainText('Whether “Carrier” has it is not known');
  await panel.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => smsc.submitted.length).toBe(2);
  await expectMessage(api, number, 'sent');
  expect(await smsc.report({ id: smsc.submitted[1]?.id ?? '' })).toBe(0);
  await expect.poll(async () => (await messageTo(api, number))?.state).toBe('delivered');
});

test('what waits survives a power cut, and a paused queue stays paused', async ({ desk, sink }) => {
  const [number] = numbers;
  await desk.api.messages.setQueuePaused({ paused: true });
  await desk.api.gateways.create({ kind: 'http', name: 'Provider', url: sink.url });
  await desk.api.messages.send({ number, text: 'Hello' });
  await desk.killAndRestart();
  await goTo(desk.page, 'sms?tab=messages');
  await expect(desk.page.getByText('One message waits.')).toBeVisible();
  expect(sink.received).toEqual([]);
  await desk.page.getByRole('switch', { name: 'The queue is running' }).press('Space');
  await expectMessage(desk.api, number, 'sent');
  expect(sink.received).toHaveLength(1);
});
