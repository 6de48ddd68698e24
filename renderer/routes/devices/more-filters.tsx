import { Button, Pill, Popover, Select, Stack } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { clientTypeIdSchema } from '../../../shared/model/words.ts';
import { orpc } from '../../api/client.ts';
import { useText } from '../../i18n/provider.tsx';
import type { SetUrlState } from '../../routing/use-url-state.ts';
import type { DeviceFilter } from './device-filter.ts';

/** What {@link MoreFilters} needs. */
export interface MoreFiltersProps {
  readonly filter: DeviceFilter;
  readonly setUrl: SetUrlState;
}

/** The filters by account and client type; what is set stands beside the button and can be taken off. */
export function MoreFilters({ filter, setUrl }: MoreFiltersProps): ReactNode {
  const { t } = useText();
  const { data } = useQuery(orpc.accounts.list.queryOptions({}));
  const accounts = data?.accounts ?? [];
  const account = accounts.find((one) => one.id === filter.accountId);
  const set = [
    ...(filter.accountId === undefined
      ? []
      : [{ name: 'account', label: account?.address ?? filter.accountId }]),
    ...(filter.clientType === undefined
      ? []
      : [{ name: 'client', label: t(`clientTypes.${filter.clientType}`) }]),
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
            <Select
              label={t('devices.filter.account')}
              placeholder={t('devices.filter.account-any')}
              w={240}
              searchable
              openOnFocus={false}
              clearable
              clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
              comboboxProps={{ withinPortal: false }}
              value={filter.accountId ?? null}
              onChange={(chosen) => {
                setUrl({ account: chosen ?? '' });
              }}
              data={accounts.map(({ id, address }) => ({ value: id, label: address }))}
              limit={200}
            />
            <Select
              label={t('devices.filter.client')}
              placeholder={t('devices.filter.client-any')}
              w={240}
              openOnFocus={false}
              clearable
              clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
              comboboxProps={{ withinPortal: false }}
              value={filter.clientType ?? null}
              onChange={(chosen) => {
                setUrl({ client: chosen ?? '' });
              }}
              data={clientTypeIdSchema.options.map((id) => ({
                value: id,
                label: t(`clientTypes.${id}`),
              }))}
            />
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {set.map((one) => (
        <Pill
          key={one.name}
          size="md"
          withRemoveButton
          removeButtonProps={{
            'aria-label': t('devices.filter.take-off', { filter: one.label }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => {
            setUrl({ [one.name]: '' });
          }}
        >
          {one.label}
        </Pill>
      ))}
    </>
  );
}
