import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { Account, AccountInput } from '../../../shared/model/account.ts';
import { client, orpc } from '../../api/client.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';

/** What can be saved by choosing it, without a button. */
export type AccountChoice = Pick<AccountInput, 'conflicts' | 'timeZone'>;

/** Saves one choice about an account at once, and says so. */
export function useAccountUpdate(id: string): UseMutationResult<Account, unknown, AccountChoice> {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: AccountChoice) => client.accounts.update({ id, ...change }),
    onSuccess: (updated) => {
      queries.setQueryData(orpc.accounts.get.queryKey({ input: { id } }), updated);
      notify.done(t('common.saved'));
    },
    onError: notify.failed,
  });
}
