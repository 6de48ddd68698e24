import { mailboxSettingsSchema } from '../../shared/model/account.ts';
import type { Account } from '../../shared/model/account.ts';
import { AppError, invalidField } from '../../shared/model/errors.ts';
import type { AreaService } from '../api/services.ts';
import type { AccountRow, Repositories } from '../store/types.ts';
import { removeDeviceSecrets } from './device-secrets.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { refuseDuplicate } from './duplicate-field.ts';
import { knownZone } from './time-zone.ts';

type Mailbox = NonNullable<Parameters<AreaService<'accounts'>['create']>[0]['mailbox']>;

/** Makes the area of the API that keeps accounts. */
export function createAccounts(deps: DirectoryDeps): AreaService<'accounts'> {
  const { store, clock, ids, events, log, mailboxes } = deps;

  async function find(id: string): Promise<AccountRow> {
    return found(await store.accounts.get(id), id);
  }

  async function show(rows: readonly AccountRow[]): Promise<Account[]> {
    const secrets = await store.secrets.names();
    const counts = new Map<string, number>();
    const only = rows.length === 1 ? rows[0]?.id : undefined;
    for (const { accountId } of await store.devices.list(only)) {
      counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
    }
    return rows.map((row) => ({
      ...row,
      hasPassword: secrets.has(`account:${row.id}`),
      mailbox: row.mailbox && { ...row.mailbox, hasPassword: secrets.has(`mailbox:${row.id}`) },
      mailboxState: mailboxes.state(row.id),
      deviceCount: counts.get(row.id) ?? 0,
    }));
  }

  async function shown(id: string): Promise<Account> {
    const [account] = await show([await find(id)]);
    return found(account, id);
  }

  function changed(row: AccountRow, key: 'account.created' | 'account.updated'): void {
    const params = { account: row.address };
    log.write({ level: 'info', area: 'system', key, params, accountId: row.id });
    events.emit({ kind: 'account', id: row.id });
  }

  return {
    async create(input) {
      const now = clock.now();
      const row: AccountRow = {
        id: ids.next(),
        address: input.address,
        displayName: input.displayName ?? '',
        mailbox: input.mailbox ? settingsOf(input.mailbox) : null,
        conflicts: input.conflicts ?? {},
        timeZone: knownZone('timeZone', input.timeZone ?? null),
        createdAt: now,
        updatedAt: now,
      };
      await store
        .transaction(async (tx) => {
          await tx.accounts.insert(row);
          await keepSecret(tx, `account:${row.id}`, input.password);
          await keepSecret(tx, `mailbox:${row.id}`, input.mailbox?.password);
        })
        .catch(refuseDuplicate);
      changed(row, 'account.created');
      return await shown(row.id);
    },

    async list(input) {
      const text = input?.text?.trim().toLowerCase() ?? '';
      const rows = (await store.accounts.list()).filter(({ address, displayName }) =>
        `${address}\n${displayName}`.toLowerCase().includes(text),
      );
      return { accounts: rows.length === 0 ? [] : await show(rows) };
    },

    get: ({ id }) => shown(id),

    async update({ id, password, ...input }) {
      const row = await store
        .transaction(async (tx) => {
          const before = found(await tx.accounts.get(id), id);
          const row: AccountRow = {
            ...before,
            address: input.address ?? before.address,
            displayName: input.displayName ?? before.displayName,
            mailbox: changedMailbox(before, input.mailbox),
            conflicts: input.conflicts ?? before.conflicts,
            timeZone:
              input.timeZone === undefined
                ? before.timeZone
                : knownZone('timeZone', input.timeZone),
            updatedAt: clock.now(),
          };
          await tx.accounts.update(row);
          await keepSecret(tx, `account:${id}`, password);
          const removed = row.mailbox === null ? null : undefined;
          await keepSecret(tx, `mailbox:${id}`, input.mailbox?.password ?? removed);
          return row;
        })
        .catch(refuseDuplicate);
      changed(row, 'account.updated');
      return await shown(id);
    },

    async remove({ id }) {
      const { row, devices } = await store.transaction(async (tx) => {
        const row = found(await tx.accounts.get(id), id);
        const devices = await tx.devices.list(id);
        await tx.accounts.remove(id);
        await tx.secrets.remove(`account:${id}`);
        await tx.secrets.remove(`mailbox:${id}`);
        for (const device of devices) await removeDeviceSecrets(tx, device.id, clock.now());
        return { row, devices };
      });
      log.write({
        level: 'info',
        area: 'system',
        key: 'account.removed',
        params: { account: row.address, devices: devices.length },
        accountId: id,
      });
      events.emit({ kind: 'account', id });
      for (const device of devices) events.emit({ kind: 'device', id: device.id });
      return { done: true };
    },

    async testMailbox({ id }) {
      const row = await find(id);
      if (row.mailbox === null) throw invalidField('mailbox', 'required');
      return await mailboxes.testMailbox(row);
    },
  };
}

function found<Value>(value: Value | undefined, id: string): Value {
  if (value === undefined) throw new AppError('NOT_FOUND', { params: { kind: 'account', id } });
  return value;
}

/** The settings without the password, which is a secret and lies elsewhere. */
function settingsOf(mailbox: Mailbox): NonNullable<AccountRow['mailbox']> {
  return mailboxSettingsSchema.parse(mailbox);
}

function changedMailbox(
  before: AccountRow,
  mailbox: Mailbox | null | undefined,
): AccountRow['mailbox'] {
  if (mailbox === undefined) return before.mailbox;
  return mailbox === null ? null : settingsOf(mailbox);
}

/** Undefined leaves a secret as it is; null and the empty text remove it. */
async function keepSecret(
  tx: Repositories,
  name: string,
  secret: string | null | undefined,
): Promise<void> {
  if (secret === undefined) return;
  if (secret === null || secret === '') await tx.secrets.remove(name);
  else await tx.secrets.set(name, secret);
}
