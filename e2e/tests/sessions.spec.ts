import { goTo } from '../fixtures/pages.ts';
import type { Api, Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';

/** A virtual phone of an account with a password, as an admin would set it up. */
async function setUpPhone(api: Api) {
  await api.gateways.create({ kind: 'simulator', name: 'Simulator' });
  const account = await api.accounts.create({
    address: 'ada@example.org',
    displayName: 'Ada Lovelace',
    password: 'a long password',
  });
  const device = await api.devices.create({
    accountId: account.id,
    name: "Ada's E71",
    clientType: 'nokia',
    number: '+48600100200',
    pushEnabled: true,
  });
  await api.push.updateSettings({ mergeWindowMs: 0 });
  await api.push.setActive({ active: true });
  const phone = '+48600100200';
  await expect
    .poll(async () => (await api.simulator.phones()).phones.map(({ number }) => number))
    .toContain(phone);
  return { account, device, phone };
}

/** Port of the listener that phones talk to. */
async function syncPort(api: Api): Promise<number> {
  const { listeners } = await api.system.status();
  return listeners.find(({ name }) => name === 'devices-http')?.port ?? 0;
}

/** The first message of a client that the account does not know, with the account's password. */
async function strangerCalls(desk: Desk, syncId: string, password: string): Promise<string> {
  const credentials = Buffer.from(`ada@example.org:${password}`).toString('base64');
  const meta = (content: string): string => `<Meta>${content}</Meta>`;
  const message =
    '<SyncML><SyncHdr><VerDTD>1.2</VerDTD><VerProto>SyncML/1.2</VerProto>' +
    '<SessionID>7</SessionID><MsgID>1</MsgID><Target><LocURI>http://desk/syncml</LocURI></Target>' +
    `<Source><LocURI>${syncId}</LocURI><LocName>ada@example.org</LocName></Source><Cred>` +
    meta(
      '<Format xmlns="syncml:metinf">b64</Format><Type xmlns="syncml:metinf">syncml:auth-basic</Type>',
    ) +
    `<Data>${credentials}</Data></Cred></SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Data>200</Data>` +
    '<Item><Target><LocURI>./contacts</LocURI></Target><Source><LocURI>./contacts</LocURI></Source>' +
    meta('<Anchor xmlns="syncml:metinf"><Last>0</Last><Next>1</Next></Anchor>') +
    '</Item></Alert><Final/></SyncBody></SyncML>';
  const answer = await fetch(`http://127.0.0.1:${String(await syncPort(desk.api))}/syncml`, {
    method: 'POST',
    headers: { 'content-type': 'application/vnd.syncml+xml' },
    body: message,
  });
  return await answer.text();
}

test('a session is listed, and its page tells counts, log and messages', async ({ desk }) => {
  const { page, api } = desk;
  await goTo(page, 'sync');
  await expect(page.getByText('No sessions yet')).toBeVisible();
  await expect(page.getByText(/:\d+\/syncml$/u).first()).toBeVisible();

  const { device, phone } = await setUpPhone(api);
  await api.devices.update({ id: device.id, logMessages: true });
  await api.simulator.saveItem({
    number: phone,
    dataType: 'contacts',
    fields: { firstName: 'Grace', lastName: 'Hopper', mobile: '+48600100300' },
  });
  await api.simulator.sync({ number: phone });

  const row = page.getByRole('row').filter({ hasText: "Ada's E71" }).first();
  await expect(row).toContainText('done');
  await expect(row).toContainText('contacts ↑ +1');
  await row.getByText('done').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("Session of Ada's E71");
  await expect(page.getByRole('row').filter({ hasText: 'contacts' }).first()).toContainText('+1');
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect(page.getByRole('log')).toContainText('starts a session');
  await page.getByRole('tab', { name: 'Messages' }).click();
  await expect(page.getByRole('region', { name: 'Readable' })).toContainText('<SyncML>');
  await expect(page.getByRole('region', { name: 'Readable' })).not.toContainText('a long password');
  await expect(page.getByRole('region', { name: 'On the wire' })).toContainText('octets');
});

test('a trace ends with the session that answered the alert', async ({ desk }) => {
  const { page, api } = desk;
  const { device, phone } = await setUpPhone(api);
  await api.simulator.sync({ number: phone });
  const { traceId } = await api.devices.alertNow({ id: device.id });
  await goTo(page, `trace/${traceId}`);
  await page.getByRole('tab', { name: /^Session/u }).click();
  await page.getByRole('link', { name: 'Show the session' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("Session of Ada's E71");
  await expect(page.getByRole('link', { name: /the alert of/u })).toBeVisible();
});

test('a test alert shows that the phone itself answers, and resync compares all', async ({
  desk,
}) => {
  const { page, api } = desk;
  const { device, phone } = await setUpPhone(api);
  await api.simulator.sync({ number: phone });
  await goTo(page, `devices?open=${device.id}&tab=client`);
  const panel = page.getByRole('region', { name: "Ada's E71" });
  await panel.getByRole('button', { name: 'Send a test alert and wait' }).click();
  await expect(panel.getByText('has answered its own alert')).toBeVisible();

  await panel.getByRole('button', { name: 'Compare everything again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Compare again' }).click();
  await expect(page.getByText("The next session of Ada's E71 compares again.")).toBeVisible();
  await api.simulator.sync({ number: phone });
  const { sessions } = await api.sessions.list({ deviceId: device.id, limit: 1 });
  expect(sessions[0]?.datastores.map(({ mode }) => mode)).toContain('slow');
});

test('a client that nobody knows waits, and becomes a new device', async ({ desk }) => {
  const { page, api } = desk;
  const { phone } = await setUpPhone(api);
  await api.simulator.sync({ number: phone });
  expect(await strangerCalls(desk, 'IMEI:356938035643809', 'wrong')).toContain('<Data>401</Data>');
  await strangerCalls(desk, 'IMEI:356938035643809', 'a long password');

  await goTo(page, 'devices');
  await page.getByRole('button', { name: /^Pending/u }).click();
  await page.getByRole('button', { name: 'Assign: IMEI:356938035643809' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make a new device of it' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill("Ada's spare");
  await dialog.getByRole('button', { name: 'Add and assign' }).click();
  await expect(page.getByRole('region', { name: "Ada's spare" })).toContainText(
    'IMEI:356938035643809',
  );
  await expect.poll(async () => (await api.pending.list()).pending).toHaveLength(0);

  await goTo(page, 'sync?state=refused');
  await expect(page.getByRole('row').filter({ hasText: 'The password was wrong.' })).toBeVisible();
});
