import { expect, test } from '../fixtures/test.ts';
import { setUpOffice } from '../fixtures/office.ts';
import type { Office } from '../fixtures/office.ts';
import type { Api } from '../fixtures/desk.ts';

const CHANGES = 1_000;
const DEVICES = 50;

test('a kill in the middle of 1,000 changes loses none and tells no phone twice', async ({
  desk,
  sink,
}) => {
  const office = await setUpOffice(desk.api, sink, { mergeWindowMs: 200 });
  const accounts = [office.account.address, ...(await addAccounts(desk.api))];

  const accepted: string[] = [];
  const reports = Array.from({ length: CHANGES }, (_, index) => {
    const account = accounts[index % accounts.length] ?? office.account.address;
    return desk.api.changes
      .report({ account, folder: index % 3 === 0 ? 'calendar' : 'contacts' })
      .then(({ traceId }) => void accepted.push(traceId))
      .catch(() => undefined);
  });
  await expect.poll(() => accepted.length).toBeGreaterThan(CHANGES / 4);
  await desk.killAndRestart();
  await Promise.race([Promise.all(reports), desk.api.system.status()]);

  await expect.poll(() => unfinished(desk.api), { timeout: 60_000 }).toBe(0);
  await expectEveryChangeCarriedOnce(desk.api, accepted, office);
  // A hand-over that the kill cut off is repeated with the same octets, which a phone drops; so what
  // a phone acts upon is each notification once.
  const { alerts } = await desk.api.alerts.list({ limit: 10_000 });
  const distinct = new Set(sink.notifications().map(({ number, bytes }) => `${number} ${bytes}`));
  expect(distinct.size).toBe(alerts.filter(({ state }) => state === 'sent').length);
  expect(sink.received.length - distinct.size).toBeLessThanOrEqual(office.gateway.concurrency);
});

async function addAccounts(api: Api): Promise<string[]> {
  return await Promise.all(
    Array.from({ length: DEVICES - 1 }, async (_, index) => {
      const address = `person${index}@example.org`;
      const { id } = await api.accounts.create({ address, displayName: '' });
      await api.devices.create({
        accountId: id,
        name: 'Phone',
        clientType: 'nokia',
        number: `+486002${String(index).padStart(5, '0')}`,
        pushEnabled: true,
      });
      return address;
    }),
  );
}

async function unfinished(api: Api): Promise<number> {
  const { planned, queued } = await api.push.status();
  return planned + queued;
}

/** Every accepted change must lie in exactly one alert of its account's one device. */
async function expectEveryChangeCarriedOnce(
  api: Api,
  accepted: readonly string[],
  office: Office,
): Promise<void> {
  const { alerts } = await api.alerts.list({ limit: 10_000 });
  const carried = alerts.reduce((sum, alert) => sum + alert.changeCount, 0);
  const { counts } = await api.system.status();
  expect(carried).toBe(counts.changes);
  expect(counts.changes).toBeGreaterThanOrEqual(accepted.length);
  for (const traceId of accepted.slice(0, 50)) {
    const { branches } = await api.traces.get({ id: traceId });
    expect(branches).toHaveLength(1);
  }
  expect(alerts.filter(({ deviceId }) => deviceId === office.device.id)).not.toHaveLength(0);
}
