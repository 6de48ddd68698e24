import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '../../api/client.ts';

/** Names of what messages are about, by id; undefined for what is gone or not read yet. */
export interface Names {
  readonly account: (id: string | null) => string | undefined;
  readonly device: (id: string | null) => string | undefined;
  readonly gateway: (id: string | null) => string | undefined;
  readonly user: (id: string | null) => string | undefined;
}

function byId(pairs: readonly (readonly [string, string])[] | undefined) {
  const names = new Map(pairs);
  return (id: string | null) => (id === null ? undefined : names.get(id));
}

/** Reads the names of accounts, devices, gateways and SMS users once for a whole table. */
export function useNames(): Names {
  const accounts = useQuery(orpc.accounts.list.queryOptions({})).data?.accounts;
  const devices = useQuery(orpc.devices.list.queryOptions({})).data?.devices;
  const gateways = useQuery(orpc.gateways.list.queryOptions({})).data?.gateways;
  const users = useQuery(orpc.smsUsers.list.queryOptions({})).data?.users;
  return useMemo(
    () => ({
      account: byId(accounts?.map(({ id, address }) => [id, address])),
      device: byId(devices?.map(({ id, name }) => [id, name])),
      gateway: byId(gateways?.map(({ id, name }) => [id, name])),
      user: byId(users?.map(({ id, name }) => [id, name])),
    }),
    [accounts, devices, gateways, users],
  );
}
