import { Button, Pill, Popover, Select, Stack } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { messageSourceSchema } from '../../../../shared/model/message.ts';
import { orpc } from '../../../api/client.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { SetUrlState } from '../../../routing/use-url-state.ts';
import type { MessageFilter } from './message-filter.ts';

/** What {@link MessageFilters} needs. */
export interface MessageFiltersProps {
  readonly filter: MessageFilter;
  readonly setUrl: SetUrlState;
}

/** The filters by gateway, account and source; what is set stands beside and can be taken off. */
export function MessageFilters({ filter, setUrl }: MessageFiltersProps): ReactNode {
  const { t } = useText();
  const accounts = useQuery(orpc.accounts.list.queryOptions({})).data?.accounts ?? [];
  const gateways = useQuery(orpc.gateways.list.queryOptions({})).data?.gateways ?? [];
  const fields = [
    {
      name: 'gateway',
      label: t('messagesPage.filter.gateway'),
      any: t('messagesPage.filter.gateway-any'),
      value: filter.gatewayId,
      data: gateways.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'account',
      label: t('messagesPage.filter.account'),
      any: t('messagesPage.filter.account-any'),
      value: filter.accountId,
      data: accounts.map(({ id, address }) => ({ value: id, label: address })),
    },
    {
      name: 'source',
      label: t('messagesPage.filter.source'),
      any: t('messagesPage.filter.source-any'),
      value: filter.source,
      data: messageSourceSchema.options.map((value) => ({
        value,
        label: t(`messageSources.${value}`),
      })),
    },
  ];
  return (
    <>
      <Popover position="bottom-start" trapFocus withRoles>
        <Popover.Target>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconFilterPlus size={14} aria-hidden />}
          >
            {t('common.filter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('common.filter')}>
          <Stack gap="sm">
            {fields.map(({ name, label, any, value, data }) => (
              <Select
                key={name}
                label={label}
                placeholder={any}
                w={240}
                searchable
                openOnFocus={false}
                clearable
                clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
                comboboxProps={{ withinPortal: false }}
                value={value ?? null}
                onChange={(chosen) => {
                  setUrl({ [name]: chosen ?? '' });
                }}
                data={data}
                limit={200}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {fields.map(({ name, value, data }) => {
        if (value === undefined) return null;
        const label = data.find((one) => one.value === value)?.label ?? value;
        return (
          <Pill
            key={name}
            size="md"
            withRemoveButton
            removeButtonProps={{
              'aria-label': t('devices.filter.take-off', { filter: label }),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => {
              setUrl({ [name]: '' });
            }}
          >
            {label}
          </Pill>
        );
      })}
    </>
  );
}
