import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { conflictPolicySchema } from '../../../shared/model/account.ts';
import type { Account } from '../../../shared/model/account.ts';
import { dataTypeSchema } from '../../../shared/model/words.ts';
import { orpc } from '../../api/client.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './accounts.module.css';
import { followsSetting, withPolicy } from './conflict-choice.ts';
import { useAccountUpdate } from './use-account-update.ts';

/** Who wins when an item was changed on both sides, by data type. */
export function ConflictsSection({ account }: { readonly account: Account }): ReactNode {
  const { t } = useText();
  const settings = useQuery(orpc.settings.get.queryOptions({}));
  const update = useAccountUpdate(account.id);
  const general = settings.data?.sync.conflict ?? 'newer';
  const policies = [
    {
      value: followsSetting,
      label: t('accounts.data.follow', { policy: t(`conflictPolicies.${general}`) }),
    },
    ...conflictPolicySchema.options.map((value) => ({
      value: value as string,
      label: t(`conflictPolicies.${value}`),
    })),
  ];
  return (
    <Section title={t('accounts.data.conflicts')} text={t('accounts.data.conflicts-text')}>
      <div className={styles['policies']}>
        {dataTypeSchema.options.map((dataType) => (
          <Select
            key={dataType}
            className={styles['policy']}
            label={t(`dataTypes.${dataType}`)}
            allowDeselect={false}
            disabled={update.isPending}
            data={policies}
            value={account.conflicts[dataType] ?? followsSetting}
            onChange={(chosen) => {
              update.mutate({ conflicts: withPolicy(account.conflicts, dataType, chosen) });
            }}
          />
        ))}
      </div>
    </Section>
  );
}
