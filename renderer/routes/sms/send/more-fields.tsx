import { Checkbox, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../../api/client.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import type { SendValues } from './send-form.ts';

/** What few messages need: account, sender, expiry, order, and bytes in place of a text. */
export function MoreFields({ form }: { readonly form: UseFormReturnType<SendValues> }): ReactNode {
  const { t } = useText();
  const accounts = useQuery(orpc.accounts.list.queryOptions({})).data?.accounts ?? [];
  return (
    <>
      <Select
        label={t('sendSms.account')}
        description={t('sendSms.account-hint')}
        searchable
        openOnFocus={false}
        allowDeselect={false}
        limit={200}
        data={[
          { value: '', label: t('sendSms.account-none') },
          ...accounts.map(({ id, address }) => ({ value: id, label: address })),
        ]}
        {...form.getInputProps('accountId')}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t('sendSms.sender')}
          description={t('sendSms.sender-hint')}
          maxLength={20}
          {...form.getInputProps('sender')}
        />
        <NumberInput
          label={t('sendSms.expires')}
          description={t('sendSms.expires-hint')}
          min={1}
          max={168}
          {...form.getInputProps('expires')}
        />
      </div>
      <Checkbox label={t('sendSms.bulk')} {...form.getInputProps('bulk', { type: 'checkbox' })} />
      <Switch
        label={t('sendSms.binary')}
        {...form.getInputProps('isBinary', { type: 'checkbox' })}
      />
    </>
  );
}
