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
  await expect
    .poll(async () => {
      const shown = await desk.page.getByRole('main').innerText();
      return shown.replace(/\s+/gu, '').toLowerCase();
    })
    .toContain(sent);
});
