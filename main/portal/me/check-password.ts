import { addressSchema } from '../../../shared/model/account.ts';
import type { AccountRow } from '../../store/types.ts';
import { isSame } from '../cookies.ts';
import type { PortalDeps } from '../portal-deps.ts';

/** Whether somebody is who they say. */
export type PasswordCheck =
  | { readonly result: 'right'; readonly account: AccountRow }
  | { readonly result: 'wrong' }
  | { readonly result: 'unreachable'; readonly account: AccountRow; readonly detail: string };

/**
 * Checks the password of an account: that of its mailbox, asked at the mail server, or, where it has
 * none, the one that its devices sign in with. What is compared here takes the same time whether
 * there is such an account or not.
 */
export async function checkPassword(
  { store, checkMailbox }: Pick<PortalDeps, 'store' | 'checkMailbox'>,
  given: { readonly address: string; readonly password: string },
): Promise<PasswordCheck> {
  const parsed = addressSchema.safeParse(given.address);
  const address = parsed.success ? parsed.data : '';
  const account = address === '' ? undefined : await store.accounts.getByAddress(address);
  if (account !== undefined && account.mailbox !== null) {
    const { result, detail } = await checkMailbox(account, given.password);
    if (result === 'unreachable') return { result, account, detail };
    return result === 'right' ? { result, account } : { result };
  }
  const stored = account && (await store.secrets.get(`account:${account.id}`));
  const isRight = isSame(given.password, stored ?? '');
  if (account === undefined || stored === undefined || !isRight) return { result: 'wrong' };
  return { result: 'right', account };
}
