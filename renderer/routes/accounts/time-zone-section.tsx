import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { orpc } from '../../api/client.ts';
import { Section } from '../../components/section.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useAccountUpdate } from './use-account-update.ts';

const followsSetting = '';

/** The zone that times without one mean on the account's phones. */
export function TimeZoneSection({ account }: { readonly account: Account }): ReactNode {
  const { t } = useText();
  const settings = useQuery(orpc.settings.get.queryOptions({}));
  const update = useAccountUpdate(account.id);
  const general = settings.data?.sync.timeZone ?? 'UTC';
  const zones = new Set([
    ...(account.timeZone === null ? [] : [account.timeZone]),
    'UTC',
    ...Intl.supportedValuesOf('timeZone'),
  ]);
  return (
    <Section title={t('accounts.data.zone')} text={t('accounts.data.zone-text')}>
      <Select
        aria-label={t('accounts.data.zone')}
        searchable
        limit={50}
        allowDeselect={false}
        disabled={update.isPending}
        data={[
          { value: followsSetting, label: t('accounts.data.zone-follow', { zone: general }) },
          ...[...zones].map((zone) => ({ value: zone, label: zone })),
        ]}
        value={account.timeZone ?? followsSetting}
        onChange={(chosen) => {
          update.mutate({ timeZone: chosen === null || chosen === followsSetting ? null : chosen });
        }}
      />
    </Section>
  );
}
