import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Device } from '../../../shared/model/device.ts';
import { orpc } from '../../api/client.ts';
import { countGroups, inGroup, withoutGroup } from './device-filter.ts';
import type { DeviceFilter, StateGroup } from './device-filter.ts';

/** The devices that the page shows, and what its chips count. */
export interface ShownDevices {
  readonly all: readonly Device[];
  readonly rows: readonly Device[];
  /** Devices that fit everything but the chips. */
  readonly total: number;
  readonly counts: Readonly<Record<StateGroup, number>>;
  /** Among all devices, whatever the filter says. */
  readonly attention: number;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}

const none: readonly Device[] = [];

/** Reads all devices once and filters them in the page, so that chips and search answer at once. */
export function useDevices(filter: DeviceFilter): ShownDevices {
  const { data, isPending, error, refetch } = useQuery(orpc.devices.list.queryOptions({}));
  const all = data?.devices ?? none;
  const { group, text, accountId, clientType } = filter;
  const fitting = useMemo(
    () => withoutGroup(all, { group: undefined, text, accountId, clientType }),
    [all, text, accountId, clientType],
  );
  const rows = useMemo(() => inGroup(fitting, group), [fitting, group]);
  const counts = useMemo(() => countGroups(fitting), [fitting]);
  const attention = useMemo(() => countGroups(all).attention, [all]);
  return {
    all,
    rows,
    total: fitting.length,
    counts,
    attention,
    isLoading: isPending,
    error,
    refetch: () => void refetch(),
  };
}
