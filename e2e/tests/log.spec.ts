import { readFile } from 'node:fs/promises';
import { goTo } from '../fixtures/pages.ts';
import { setUpOffice } from '../fixtures/office.ts';
import { expect, test } from '../fixtures/test.ts';

test('the log follows what happens, and its filters are in the address', async ({ desk, sink }) => {
  const { page } = desk;
  const { account } = await setUpOffice(desk.api, sink);
  await goTo(page, 'log');
  const log = page.getByRole('log');
  await desk.api.changes.report({ account: account.address, folder: 'contacts' });
  await expect(log.getByText(/Alert sent to/u).first()).toBeVisible();

  await goTo(page, 'log?text=alert%20sent');
  await expect(log.getByText(/Alert sent to/u).first()).toBeVisible();
  await expect(log.getByText(/is running/u)).toHaveCount(0);
});

test('the log can be taken along as lines of JSON', async ({ desk, sink }) => {
  test.skip(test.info().project.name === 'electron', 'the desktop asks where to save');
  await setUpOffice(desk.api, sink);
  await goTo(desk.page, 'log');
  await desk.page.getByRole('button', { name: /export/iu }).click();
  const download = desk.page.waitForEvent('download');
  await desk.page.getByRole('menuitem', { name: /NDJSON/u }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { text: string });
  expect(entries.map(({ text }) => text)).toContainEqual(expect.stringContaining('Push is on'));
});

test('a trace shows the way from the change to the phone, with its bytes', async ({
  desk,
  sink,
}) => {
  const { account } = await setUpOffice(desk.api, sink);
  const { traceId } = await desk.api.changes.report({
    account: account.address,
    folder: 'contacts',
  });
  await expect.poll(() => sink.notifications()).toHaveLength(1);
  await goTo(desk.page, `trace/${traceId}`);
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(
    desk.page.getByText('"Test provider"').or(desk.page.getByText('Test provider')).first(),
  ).toBeVisible();
  const sent = sink.received[0]?.data.toString('hex').slice(0, 12) ?? 'nothing';
  const shown = await desk.page.getByRole('main').innerText();
  expect(shown.replace(/\s+/gu, '').toLowerCase()).toContain(sent);
});
