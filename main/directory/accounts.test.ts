import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectoryRig } from './testing/directory-rig.ts';
import type { DirectoryRig } from './testing/directory-rig.ts';

let rig: DirectoryRig;
const mailbox = {
  host: 'mail.example.org',
  port: 993,
  security: 'tls',
  user: 'anna',
  folder: 'INBOX',
  watch: true,
} as const;

beforeEach(async () => {
  rig = await createDirectoryRig();
});

afterEach(() => rig.store.close());

describe('an account', () => {
  it('tells of its passwords only that they are set', async () => {
    const account = await rig.accounts.create({
      address: 'anna@example.org',
      displayName: 'Anna',
      password: 'opensesame',
      mailbox: { ...mailbox, password: 'imapsecret' },
    });
    expect(account).toMatchObject({
      hasPassword: true,
      mailbox: { host: 'mail.example.org', hasPassword: true },
      mailboxState: 'off',
      deviceCount: 0,
    });
    const told = JSON.stringify([account, await rig.accounts.list({}), rig.lines, rig.events]);
    expect(told).not.toMatch(/opensesame|imapsecret/u);
    expect(await rig.store.secrets.get(`account:${account.id}`)).toBe('opensesame');
    expect(await rig.store.secrets.get(`mailbox:${account.id}`)).toBe('imapsecret');
  });

  it('keeps its passwords when something else changes, and gives them up when told to', async () => {
    const { id } = await rig.accounts.create({
      address: 'anna@example.org',
      displayName: '',
      password: 'opensesame',
      mailbox: { ...mailbox, password: 'imapsecret' },
    });
    const renamed = await rig.accounts.update({ id, displayName: 'Anna', mailbox });
    expect(renamed).toMatchObject({ hasPassword: true, mailbox: { hasPassword: true } });
    const bare = await rig.accounts.update({ id, password: null, mailbox: null });
    expect(bare).toMatchObject({ hasPassword: false, mailbox: null });
    expect(await rig.store.secrets.names()).toEqual(new Set());
  });

  it('is refused an address that is taken, when it is made and when it is changed', async () => {
    await rig.accounts.create({ address: 'anna@example.org', displayName: '' });
    const bob = await rig.accounts.create({ address: 'bob@example.org', displayName: '' });
    const taken = expect.objectContaining({
      code: 'DUPLICATE',
      fields: [{ path: 'address', code: 'duplicate' }],
    });
    await expect(
      rig.accounts.create({ address: 'anna@example.org', displayName: '', password: 'x' }),
    ).rejects.toThrow(taken);
    await expect(rig.accounts.update({ id: bob.id, address: 'anna@example.org' })).rejects.toThrow(
      taken,
    );
    expect(await rig.store.secrets.names()).toEqual(new Set());
  });

  it('takes its devices and secrets with it', async () => {
    const { id } = await rig.accounts.create({
      address: 'anna@example.org',
      displayName: '',
      password: 'opensesame',
    });
    const device = await rig.devices.create({
      accountId: id,
      name: 'Phone',
      clientType: 'nokia',
      pushEnabled: true,
    });
    expect((await rig.accounts.get({ id })).deviceCount).toBe(1);
    rig.events.length = 0;
    expect(await rig.accounts.remove({ id })).toEqual({ done: true });
    expect(await rig.store.devices.count()).toBe(0);
    expect(await rig.store.secrets.names()).toEqual(new Set());
    expect(rig.events).toEqual([
      { kind: 'account', id },
      { kind: 'device', id: device.id },
    ]);
    expect(rig.lines.at(-1)).toMatchObject({
      key: 'account.removed',
      params: { account: 'anna@example.org', devices: 1 },
    });
    await expect(rig.accounts.get({ id })).rejects.toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  it('is found by a part of its address or name', async () => {
    await rig.accounts.create({ address: 'anna@example.org', displayName: 'Anna Nowak' });
    await rig.accounts.create({ address: 'bob@example.org', displayName: 'Bob' });
    const found = async (text: string) =>
      (await rig.accounts.list({ text })).accounts.map(({ address }) => address);
    expect(await found('NOWAK')).toEqual(['anna@example.org']);
    expect(await found('bob@')).toEqual(['bob@example.org']);
    expect(await found('nobody')).toEqual([]);
    expect((await rig.accounts.list(undefined)).accounts).toHaveLength(2);
  });

  it('has its mailbox tested only when it has one', async () => {
    const { id } = await rig.accounts.create({ address: 'anna@example.org', displayName: '' });
    await expect(rig.accounts.testMailbox({ id })).rejects.toThrow(
      expect.objectContaining({ fields: [{ path: 'mailbox', code: 'required' }] }),
    );
    await rig.accounts.update({ id, mailbox });
    expect(await rig.accounts.testMailbox({ id })).toEqual({
      ok: true,
      detail: 'signed in',
      canIdle: true,
    });
  });
});
