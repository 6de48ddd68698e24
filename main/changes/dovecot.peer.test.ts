import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MailboxSettings } from '../../shared/model/account.ts';
import { systemClock } from '../platform/clock.ts';
import type { Store } from '../store/types.ts';
import { openTestStore } from '../testing/memory-store.ts';
import { hasProgram } from '../testing/programs.ts';
import { createDovecotDoor } from './dovecot.ts';
import { createJournal } from './journal.ts';
import type { Journal } from './journal.ts';
import { createMailboxes } from './mailboxes.ts';
import type { Mailboxes } from './mailboxes.ts';
import { startDovecot } from './testing/dovecot.ts';
import type { TestDovecot } from './testing/dovecot.ts';
import { createTestWorld } from './testing/world.ts';

/** A loaded machine and a real program: what comes, comes within a good while. */
const until = <Value>(check: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(check, { timeout: 30_000, interval: 50 });

const token = 'dovecot-token';

describe.skipIf(!hasProgram('doveadm'))('Dovecot', () => {
  const world = { ...createTestWorld(), clock: systemClock };
  let store: Store;
  let journal: Journal;
  let door: Server;
  let dovecot: TestDovecot;
  let mailboxes: Mailboxes;
  let stopMailboxes: (() => Promise<void>) | null = null;

  const settings = (user: string): MailboxSettings => ({
    host: '127.0.0.1',
    port: dovecot.imapPort,
    security: 'none',
    user,
    folder: 'INBOX',
    watch: true,
  });
  const changes = async () =>
    (await store.changes.listAfter(0, 100)).map(({ accountId, dataType, source }) => [
      accountId,
      dataType,
      source,
    ]);

  beforeAll(async () => {
    store = await openTestStore();
    journal = createJournal({ ...world, store, onAppended: () => undefined });
    const handler = createDovecotDoor({
      ...world,
      journal,
      config: () => ({ enabled: true, token }),
    });
    door = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { headers, socket } = request;
        const asked = { headers, body: Buffer.concat(chunks), remote: socket.remoteAddress ?? '' };
        void handler.handle(asked).then(({ status, body }) => {
          response.writeHead(status).end(body === null ? undefined : JSON.stringify(body));
        });
      });
    }).listen(0, '127.0.0.1');
    await once(door, 'listening');
    const { port } = door.address() as AddressInfo;
    dovecot = await startDovecot({
      notifyUrl: `http://pushdesk:${token}@127.0.0.1:${port}/changes/dovecot`,
      notified: ['ada@example.org'],
    });
    await world.addAccount(store, 'ada', 'ada@example.org');
    mailboxes = createMailboxes({ ...world, store, journal });
  });

  afterAll(async () => {
    await stopMailboxes?.();
    await dovecot.stop();
    door.close();
    await journal.stop();
    await store.close();
  });

  it('tells of a delivered message, and the change is in the journal', async () => {
    await dovecot.deliver('ada@example.org', 'Lunch');
    // Somebody without the METADATA entry: Dovecot says nothing of them.
    await dovecot.deliver('bob@example.org', 'Lunch');
    await until(async () => expect(await changes()).toEqual([['ada', 'inbox', 'dovecot']]));
    expect(await dovecot.readLog()).not.toMatch(/Error/u);
  });

  it('lets a mailbox be tested: right, with a wrong password, and with nobody there', async () => {
    const account = { id: 'eve', mailbox: settings('eve@example.org') };
    expect(await mailboxes.testMailbox(account, dovecot.password)).toEqual({
      ok: true,
      detail: 'INBOX: 0',
      canIdle: true,
    });
    expect(await mailboxes.testMailbox(account, 'wrong')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/fail/iu) as string,
    });
    const nowhere = { ...account, mailbox: { ...account.mailbox, port: 1 } };
    expect(await mailboxes.testMailbox(nowhere, 'any')).toMatchObject({ ok: false });
  });

  it('is watched with IDLE: an appended message becomes a change', async () => {
    const row = await world.addAccount(
      store,
      'cleo',
      'cleo@example.org',
      settings('cleo@example.org'),
    );
    await store.secrets.set('mailbox:cleo', dovecot.password);
    stopMailboxes = await mailboxes.start();
    await until(() => expect(mailboxes.state('cleo')).toBe('watching'));

    const client = new ImapFlow({
      ...settings('cleo@example.org'),
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'cleo@example.org', pass: dovecot.password },
      logger: false,
    });
    await client.connect();
    await client.append('INBOX', 'Subject: One\r\n\r\nHello.\r\n');
    await until(async () =>
      expect((await changes()).slice(1)).toEqual([['cleo', 'inbox', 'imap']]),
    );

    // Mail that comes while nobody watches is noticed at the next connection.
    await stopMailboxes();
    expect(mailboxes.state('cleo')).toBe('off');
    await client.append('INBOX', 'Subject: Two\r\n\r\nHello.\r\n');
    stopMailboxes = await mailboxes.start();
    await until(async () => expect(await changes()).toHaveLength(3));
    await until(() => expect(mailboxes.state('cleo')).toBe('watching'));

    // And nothing is told twice: a third watch finds nothing new.
    await stopMailboxes();
    stopMailboxes = await mailboxes.start();
    await until(() => expect(mailboxes.state('cleo')).toBe('watching'));
    expect(await changes()).toHaveLength(3);
    await client.logout();

    // Without settings the watch ends.
    await store.accounts.update({ ...row, mailbox: null });
    world.events.emit({ kind: 'account', id: 'cleo' });
    await until(() => expect(mailboxes.state('cleo')).toBe('off'));
  });

  it('is connected to again when it comes back', async () => {
    await world.addAccount(store, 'dora', 'dora@example.org', settings('dora@example.org'));
    await store.secrets.set('mailbox:dora', dovecot.password);
    world.events.emit({ kind: 'account', id: 'dora' });
    await until(() => expect(mailboxes.state('dora')).toBe('watching'));
    const { imapPort } = dovecot;
    await dovecot.stop();
    await until(() => expect(mailboxes.state('dora')).toBe('failed'));
    expect(world.lines).toContainEqual(expect.objectContaining({ key: 'mailbox.failed' }));
    dovecot = await startDovecot({ imapPort });
    await until(() => expect(mailboxes.state('dora')).toBe('watching'));
  });
});
