import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../testing/samples.ts';
import {
  accountChange,
  accountFieldOf,
  accountToForm,
  emptyAccountForm,
  newAccountInput,
  usualPort,
} from './account-form.ts';

const mailbox = {
  host: 'imap.example.org',
  port: 143,
  security: 'starttls',
  user: 'ada',
  folder: 'INBOX',
  watch: true,
  hasPassword: true,
} as const;

describe('the form of an account', () => {
  it('sends no password and no mailbox that were not given', () => {
    const input = newAccountInput({ ...emptyAccountForm, address: 'ada@example.org' });
    expect(input).toEqual({ address: 'ada@example.org', displayName: '' });
  });

  it('keeps a password whose field stays empty, and removes it only when told', () => {
    const values = accountToForm(sampleAccount({ hasPassword: true }));
    expect(accountChange(values)).not.toHaveProperty('password');
    expect(accountChange({ ...values, password: 'new' }).password).toBe('new');
    expect(accountChange({ ...values, removesPassword: true }).password).toBeNull();
  });

  it('keeps the password of the mailbox too', () => {
    const values = accountToForm(sampleAccount({ mailbox }));
    expect(accountChange(values).mailbox).toEqual({
      host: 'imap.example.org',
      port: 143,
      security: 'starttls',
      user: 'ada',
      folder: 'INBOX',
      watch: true,
    });
    expect(accountChange({ ...values, hasMailbox: false }).mailbox).toBeNull();
  });

  it('signs in with the address where no user is given', () => {
    const values = {
      ...emptyAccountForm,
      address: 'ada@example.org',
      hasMailbox: true,
      folder: '',
    };
    expect(newAccountInput(values).mailbox).toMatchObject({
      user: 'ada@example.org',
      folder: 'INBOX',
    });
  });

  it('knows the ports of the encryptions', () => {
    expect([usualPort('tls'), usualPort('starttls'), usualPort('none')]).toEqual([993, 143, 143]);
  });

  it('shows refusals of the mailbox at its fields', () => {
    expect(accountFieldOf('mailbox.password')).toBe('mailboxPassword');
    expect(accountFieldOf('mailbox')).toBeNull();
  });
});
