import type { MailboxSettings } from '../../shared/model/account.ts';
import type { StopAsync } from '../platform/clock.ts';
import { checkMailboxPassword, testMailbox } from './imap-client.ts';
import type { MailboxTest, PasswordCheck } from './imap-client.ts';
import { watchMailbox } from './imap-idle.ts';
import type { MailboxState, MailboxToWatch, MailboxWatch, MailboxWatchDeps } from './imap-idle.ts';

/** What {@link createMailboxes} needs. */
export type MailboxesDeps = MailboxWatchDeps;

/** The watched mailboxes of all accounts. */
export interface Mailboxes {
  /** Watches every mailbox that is to be watched, and follows changes of the accounts. */
  start(): Promise<StopAsync>;
  /** How the watch of an account's mailbox goes; `off` where there is none. */
  state(accountId: string): MailboxState;
  /** All watches by account. */
  states(): ReadonlyMap<string, MailboxState>;
  /**
   * Tries the settings of an account's mailbox; without a password the stored one is taken.
   */
  testMailbox(
    account: { readonly id: string; readonly mailbox: MailboxSettings | null },
    password?: string,
  ): Promise<MailboxTest>;
  /** Whether a password is that of an account's mailbox, as its server sees it. */
  checkPassword(
    account: { readonly mailbox: MailboxSettings | null },
    password: string,
  ): Promise<PasswordCheck>;
}

interface Running {
  readonly watch: MailboxWatch;
  /** What it was started with; another text means that it has to start anew. */
  readonly settings: string;
}

/** Makes the watch of all mailboxes. */
export function createMailboxes(deps: MailboxesDeps): Mailboxes {
  const { store, events, log } = deps;
  const running = new Map<string, Running>();
  let isStopped = true;
  /** One account after the other: two starts of one mailbox must not overtake each other. */
  let syncing: Promise<void> = Promise.resolve();

  async function wanted(accountId: string): Promise<MailboxToWatch | null> {
    const account = await store.accounts.get(accountId);
    if (!account?.mailbox?.watch) return null;
    const password = (await store.secrets.get(`mailbox:${accountId}`)) ?? '';
    return { accountId, address: account.address, settings: account.mailbox, password };
  }

  async function end(accountId: string, address?: string): Promise<void> {
    const current = running.get(accountId);
    if (!current) return;
    running.delete(accountId);
    await current.watch.stop();
    if (address === undefined) return;
    log.write({
      level: 'info',
      area: 'changes',
      key: 'mailbox.stopped',
      params: { account: address },
      accountId,
    });
    events.emit({ kind: 'account', id: accountId });
  }

  async function sync(accountId: string): Promise<void> {
    if (isStopped) return;
    const mailbox = await wanted(accountId);
    if (!mailbox) {
      const account = await store.accounts.get(accountId);
      await end(accountId, account?.address);
      return;
    }
    const settings = JSON.stringify(mailbox);
    if (running.get(accountId)?.settings === settings) return;
    await end(accountId);
    running.set(accountId, { watch: watchMailbox(deps, mailbox), settings });
  }

  async function syncAll(): Promise<void> {
    const ids = new Set([...running.keys()]);
    for (const { id, mailbox } of await store.accounts.list()) if (mailbox) ids.add(id);
    for (const id of ids) await sync(id);
  }

  function later(work: () => Promise<void>): void {
    syncing = syncing.then(work).catch((error: unknown) => {
      log.write({
        level: 'error',
        area: 'system',
        key: 'system.fault',
        params: { id: 'mailboxes', detail: String(error) },
      });
    });
  }

  return {
    async start() {
      isStopped = false;
      const stopListening = events.subscribe(({ kind, id }) => {
        if (kind === 'account') later(() => (id === null ? syncAll() : sync(id)));
      });
      later(syncAll);
      await syncing;
      return async () => {
        isStopped = true;
        stopListening();
        await syncing;
        await Promise.all([...running.keys()].map((id) => end(id)));
      };
    },
    state: (accountId) => running.get(accountId)?.watch.state() ?? 'off',
    states: () => new Map([...running].map(([id, { watch }]) => [id, watch.state()])),
    async testMailbox(account, password) {
      if (!account.mailbox) return { ok: false, detail: '', canIdle: false };
      const stored = password ?? (await store.secrets.get(`mailbox:${account.id}`)) ?? '';
      return await testMailbox(account.mailbox, stored);
    },
    async checkPassword({ mailbox }, password) {
      // An empty one is how some servers let anybody in.
      if (mailbox === null || password === '') return { result: 'wrong', detail: '' };
      return await checkMailboxPassword(mailbox, password);
    },
  };
}
