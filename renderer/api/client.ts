import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/api/contract.ts';
import { isDesktop } from './bridge.ts';
import { useConnection } from './connection.ts';
import { ReconnectingLink } from './reconnecting-link.ts';
import { hasSession } from './session.ts';
import { openPort, openSocket } from './wires.ts';

/** The services, as the contract describes them. */
export type Client = ContractRouterClient<Contract>;

/** The way to the services: a message port in the desktop, a WebSocket in a browser. */
export const link = new ReconnectingLink({
  open: async () => {
    if (isDesktop()) return await openPort();
    return (await hasSession()) ? await openSocket() : null;
  },
  onState: (state) => {
    useConnection.getState().set(state);
  },
  patienceMs: 8_000,
});

/** Calls the services: `client.devices.get({ id })`. */
export const client: Client = createORPCClient(link);

/** The same as options for TanStack Query: `useQuery(orpc.devices.get.queryOptions({ input: { id } }))`. */
export const orpc = createTanstackQueryUtils(client);
