import { startDovecot } from '../../main/changes/testing/dovecot.ts';
import type { Api } from '../fixtures/desk.ts';
import { setUpOffice } from '../fixtures/office.ts';
import type { Office } from '../fixtures/office.ts';
import { expect, test } from '../fixtures/test.ts';

const token = 'a-token-of-the-office';

async function tickInboxAlone(api: Api, { device }: Office): Promise<void> {
  await api.devices.update({
    id: device.id,
    folders: device.folders.map(({ id, dataType }) => ({ id, enabled: dataType === 'inbox' })),
  });
}

test('a message that a real Dovecot delivers wakes the phone', async ({ desk, sink }) => {
  await tickInboxAlone(desk.api, await setUpOffice(desk.api, sink));
  await desk.api.settings.update({ changes: { webhookToken: token } });
  const { listeners } = await desk.api.system.status();
  const port = listeners.find(({ name }) => name === 'devices-http')?.port ?? 0;
  const dovecot = await startDovecot({
    notifyUrl: `http://pushdesk:${token}@127.0.0.1:${port}/changes/dovecot`,
    notified: ['ada@example.org'],
  });
  try {
    await dovecot.deliver('ada@example.org', 'Lunch at noon');
    await expect.poll(() => sink.notifications(), { timeout: 30_000 }).toHaveLength(1);
    expect(sink.notifications()[0]?.folders).toEqual([{ uri: 'Inbox', syncType: 206 }]);
  } finally {
    await dovecot.stop();
  }
});

test('a mailbox that is watched with IDLE wakes the phone', async ({ desk, sink }) => {
  const office = await setUpOffice(desk.api, sink);
  await tickInboxAlone(desk.api, office);
  const dovecot = await startDovecot();
  try {
    await desk.api.accounts.update({
      id: office.account.id,
      mailbox: {
        host: '127.0.0.1',
        port: dovecot.imapPort,
        security: 'none',
        user: 'ada@example.org',
        folder: 'INBOX',
        watch: true,
        password: dovecot.password,
      },
    });
    await expect
      .poll(async () => (await desk.api.accounts.get({ id: office.account.id })).mailboxState)
      .toBe('watching');
    await dovecot.deliver('ada@example.org', 'Lunch at noon');
    await expect.poll(() => sink.notifications(), { timeout: 30_000 }).toHaveLength(1);
  } finally {
    await dovecot.stop();
  }
});
