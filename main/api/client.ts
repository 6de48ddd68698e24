import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '../../shared/api/contract.ts';
import type { AppRouter } from './router.ts';

/** The contract as a caller sees it, whatever transport is between. */
export type ApiClient = ContractRouterClient<Contract>;

/** Calls the router in the same process: input is judged and errors have their form all the same. */
export function createLocalClient(router: AppRouter): ApiClient {
  return createRouterClient(router, { context: { caller: 'process' } });
}
