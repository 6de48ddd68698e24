import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { FilterChips } from '../../components/filter-chips.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useText } from '../../i18n/provider.tsx';
import type { SetUrlState } from '../../routing/use-url-state.ts';
import { stateGroups } from './device-filter.ts';
import type { DeviceFilter, StateGroup } from './device-filter.ts';
import { MoreFilters } from './more-filters.tsx';

/** What {@link DeviceToolbar} needs. */
export interface DeviceToolbarProps {
  readonly filter: DeviceFilter;
  readonly total: number;
  readonly counts: Readonly<Record<StateGroup, number>>;
  /** Clients that wait for a device. */
  readonly pending: number;
  /** Whether there is a client without a device, be it one that was put away. */
  readonly hasClients: boolean;
  readonly isPendingShown: boolean;
  readonly setUrl: SetUrlState;
}

/** Search, chips by state, and the filters by account and client type; all of them in the URL. */
export function DeviceToolbar(props: DeviceToolbarProps): ReactNode {
  const { filter, total, counts, pending, hasClients, isPendingShown, setUrl } = props;
  const { t } = useText();
  const setText = useCallback(
    (text: string) => {
      setUrl({ text });
    },
    [setUrl],
  );
  return (
    <>
      <FilterChips
        label={t('devices.column.state')}
        value={isPendingShown ? 'pending' : (filter.group ?? '')}
        onChange={(state) => {
          setUrl({ state });
        }}
        chips={[
          { value: '', label: t('devices.filter.all'), count: total },
          ...stateGroups
            .filter((group) => counts[group] > 0 || group === filter.group)
            .map((group) => ({
              value: group,
              label: t(`devices.filter.${group}`),
              count: counts[group],
              state: group,
            })),
          ...(hasClients || isPendingShown
            ? [
                {
                  value: 'pending',
                  label: t('devices.pending.chip'),
                  count: pending,
                  state: 'attention' as const,
                },
              ]
            : []),
        ]}
      />
      <SearchField label={t('devices.search')} value={filter.text} onChange={setText} />
      <MoreFilters filter={filter} setUrl={setUrl} />
    </>
  );
}
