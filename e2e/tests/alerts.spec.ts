import { expect, test } from '../fixtures/test.ts';
import { goTo } from '../fixtures/pages.ts';
import { setUpOffice } from '../fixtures/office.ts';

test('a change becomes one alert at the provider, naming the ticked folders alone', async ({
  desk,
  sink,
}) => {
  const { account, device } = await setUpOffice(desk.api, sink);
  await goTo(desk.page, 'devices');
  await desk.page.getByRole('row').filter({ hasText: "Ada's E71" }).click();
  const panel = desk.page.getByRole('region', { name: "Ada's E71" });
  await panel.getByRole('tab', { name: 'Folders' }).click();
  await panel.getByRole('checkbox', { name: /Calendar/u }).uncheck();
  await expect
    .poll(async () => (await desk.api.devices.get({ id: device.id })).folders)
    .toContainEqual(expect.objectContaining({ dataType: 'calendar', enabled: false }));

  await desk.api.changes.report({ account: account.address, folder: 'calendar' });
  await desk.api.changes.report({ account: account.address, folder: 'contacts' });

  await expect.poll(() => sink.notifications()).toHaveLength(1);
  expect(sink.notifications()[0]).toMatchObject({
    number: '+48600100200',
    serverId: 'Pushdesk',
    folders: [{ uri: 'Contacts', syncType: 206 }],
  });
  await panel.getByRole('tab', { name: 'Log' }).click();
  await expect(panel.getByRole('log')).toContainText('Alert sent to');
});

test('changes within the window become one alert, and two alerts are never alike', async ({
  desk,
  sink,
}) => {
  const { account } = await setUpOffice(desk.api, sink, { mergeWindowMs: 1_000 });
  for (const folder of ['contacts', 'calendar', 'contacts']) {
    await desk.api.changes.report({ account: account.address, folder });
  }
  await expect.poll(() => sink.notifications()).toHaveLength(1);
  expect(
    sink
      .notifications()[0]
      ?.folders.map(({ uri }) => uri)
      .sort(),
  ).toEqual(['Calendar', 'Contacts']);
  await desk.api.changes.report({ account: account.address, folder: 'contacts' });
  await desk.api.changes.report({ account: account.address, folder: 'calendar' });
  await expect.poll(() => sink.notifications()).toHaveLength(2);
  expect(new Set(sink.notifications().map(({ bytes }) => bytes)).size).toBe(2);
});

test('the phone that made a change is left alone, and its sibling is told', async ({
  desk,
  sink,
}) => {
  const { account, device } = await setUpOffice(desk.api, sink);
  await desk.api.devices.create({
    accountId: account.id,
    name: "Ada's tablet",
    clientType: 'synthesis',
    number: '+48600100201',
    pushEnabled: true,
  });
  await desk.api.changes.report({
    account: account.address,
    folder: 'contacts',
    origin: device.id,
  });
  await expect.poll(() => sink.notifications()).toHaveLength(1);
  expect(sink.notifications()[0]?.number).toBe('+48600100201');
});

test('a paused device gets nothing until it is resumed', async ({ desk, sink }) => {
  const { account, device } = await setUpOffice(desk.api, sink);
  await goTo(desk.page, 'devices');
  await desk.page.getByRole('row').filter({ hasText: "Ada's E71" }).click();
  const panel = desk.page.getByRole('region', { name: "Ada's E71" });
  await panel.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(desk.page.getByRole('row').filter({ hasText: "Ada's E71" })).toContainText('paused');

  await desk.api.changes.report({ account: account.address, folder: 'contacts' });
  await expect
    .poll(async () => (await desk.api.alerts.list({ deviceId: device.id })).alerts[0]?.state)
    .toBe('suppressed');
  expect(sink.received).toHaveLength(0);

  await panel.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect
    .poll(async () => (await desk.api.devices.get({ id: device.id })).pausedBy)
    .toBeNull();
  await desk.api.changes.report({ account: account.address, folder: 'contacts' });
  await expect.poll(() => sink.notifications()).toHaveLength(1);
});

test('an alert waits for a gateway that fails, and leaves once it works again', async ({
  desk,
  sink,
}) => {
  const { account, gateway } = await setUpOffice(desk.api, sink);
  sink.answerWith(503);
  await desk.api.changes.report({ account: account.address, folder: 'contacts' });
  await goTo(desk.page, 'sms');
  await expect(desk.page.getByText('Test provider').first()).toBeVisible();
  await expect
    .poll(async () => (await desk.api.gateways.get({ id: gateway.id })).state)
    .toBe('failed');
  await expect(desk.page.getByText('503').first()).toBeVisible();

  sink.answerWith(200);
  await expect.poll(() => sink.notifications(), { timeout: 30_000 }).toHaveLength(1);
  await expect
    .poll(async () => (await desk.api.gateways.get({ id: gateway.id })).state)
    .toBe('working');
});
