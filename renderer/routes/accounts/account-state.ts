import type { Account } from '../../../shared/model/account.ts';
import type { Device } from '../../../shared/model/device.ts';
import type { StateMark } from '../../../shared/model/words.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** Why an account shows the state it shows; the sentence is `accounts.reason.<reason>`. */
export type AccountReason =
  'ok' | 'connecting' | 'mailbox-failed' | 'device-attention' | 'no-device';

/** An account with what its mailbox and its devices make of it. */
export interface AccountRow {
  readonly account: Account;
  readonly devices: readonly Device[];
  readonly state: StateMark;
  readonly reason: AccountReason;
}

const marks: Readonly<Record<AccountReason, StateMark>> = {
  ok: 'working',
  connecting: 'waiting',
  'mailbox-failed': 'attention',
  'device-attention': 'attention',
  'no-device': 'off',
};

function reasonOf(account: Account, devices: readonly Device[]): AccountReason {
  if (account.mailboxState === 'failed') return 'mailbox-failed';
  if (devices.some(({ state }) => state === 'attention' || state === 'failed')) {
    return 'device-attention';
  }
  if (account.deviceCount === 0) return 'no-device';
  return account.mailboxState === 'connecting' ? 'connecting' : 'ok';
}

/** The rows of the table: each account with its devices. */
export function accountRows(
  accounts: readonly Account[],
  devices: readonly Device[],
): AccountRow[] {
  const byAccount = new Map<string, Device[]>();
  for (const device of devices) {
    const known = byAccount.get(device.accountId);
    if (known === undefined) byAccount.set(device.accountId, [device]);
    else known.push(device);
  }
  return accounts.map((account) => {
    const own = byAccount.get(account.id) ?? [];
    const reason = reasonOf(account, own);
    return { account, devices: own, reason, state: marks[reason] };
  });
}

/** The chips above the table. */
export const accountGroups = ['attention', 'no-device'] as const;
export type AccountGroup = (typeof accountGroups)[number];

/** Which accounts are to be seen, as the URL's `state` and `text` say it. */
export interface AccountFilter {
  readonly group: AccountGroup | undefined;
  readonly text: string;
}

/** Reads the filter from the URL. */
export function readAccountFilter(url: SearchValues): AccountFilter {
  return { group: oneOf(url['state'], accountGroups), text: url['text'] ?? '' };
}

/** Whether a row belongs to a chip. */
export function isInGroup(row: AccountRow, group: AccountGroup): boolean {
  return group === 'attention' ? row.state === 'attention' : row.account.deviceCount === 0;
}

/** Whether the address or the name has the text in it, in any letter case. */
export function accountHasText(account: Account, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return (
    account.address.includes(wanted) || account.displayName.toLocaleLowerCase().includes(wanted)
  );
}
