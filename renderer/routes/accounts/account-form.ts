import type { Account, AccountInput } from '../../../shared/model/account.ts';

/** What stands in the fields of an account. */
export interface AccountFormValues {
  readonly address: string;
  readonly displayName: string;
  /** Empty keeps what is set. */
  readonly password: string;
  readonly removesPassword: boolean;
  readonly hasMailbox: boolean;
  readonly host: string;
  readonly port: number | string;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly mailboxPassword: string;
  readonly folder: string;
  readonly watch: boolean;
}

/** Fields of a new account. */
export const emptyAccountForm: AccountFormValues = {
  address: '',
  displayName: '',
  password: '',
  removesPassword: false,
  hasMailbox: false,
  host: '',
  port: 993,
  security: 'tls',
  user: '',
  mailboxPassword: '',
  folder: 'INBOX',
  watch: true,
};

/** The fields of an account as it is. */
export function accountToForm(account: Account): AccountFormValues {
  const { mailbox } = account;
  return {
    ...emptyAccountForm,
    address: account.address,
    displayName: account.displayName,
    ...(mailbox === null
      ? {}
      : {
          hasMailbox: true,
          host: mailbox.host,
          port: mailbox.port,
          security: mailbox.security,
          user: mailbox.user,
          folder: mailbox.folder,
          watch: mailbox.watch,
        }),
  };
}

/** The port that mail servers use with an encryption (RFC 8314 §3.2, RFC 3501). */
export function usualPort(security: AccountFormValues['security']): number {
  return security === 'tls' ? 993 : 143;
}

/** Mailbox part of what is sent; null takes the mailbox away. */
function mailboxInput(values: AccountFormValues): AccountInput['mailbox'] {
  if (!values.hasMailbox) return null;
  return {
    host: values.host,
    port: Number(values.port),
    security: values.security,
    user: values.user === '' ? values.address : values.user,
    folder: values.folder === '' ? 'INBOX' : values.folder,
    watch: values.watch,
    ...(values.mailboxPassword === '' ? {} : { password: values.mailboxPassword }),
  };
}

/** What is sent for a new account. */
export function newAccountInput(values: AccountFormValues): AccountInput {
  return {
    address: values.address,
    displayName: values.displayName,
    ...(values.password === '' ? {} : { password: values.password }),
    ...(values.hasMailbox ? { mailbox: mailboxInput(values) } : {}),
  };
}

/** What is sent to change an account. */
export function accountChange(
  values: AccountFormValues,
): Omit<AccountInput, 'password'> & { password?: string | null } {
  return {
    address: values.address,
    displayName: values.displayName,
    mailbox: mailboxInput(values),
    ...(values.removesPassword
      ? { password: null }
      : values.password === ''
        ? {}
        : { password: values.password }),
  };
}

/** The form's field of a field of the service. */
export function accountFieldOf(path: string): keyof AccountFormValues | null {
  switch (path) {
    case 'address':
    case 'displayName':
    case 'password':
      return path;
    case 'mailbox.host':
      return 'host';
    case 'mailbox.port':
      return 'port';
    case 'mailbox.user':
      return 'user';
    case 'mailbox.folder':
      return 'folder';
    case 'mailbox.password':
      return 'mailboxPassword';
    default:
      return null;
  }
}
