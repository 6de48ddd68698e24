import { QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem.ts';

/** The memory of what was read. Live events say when a reading is stale, so time alone does not. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 3 && toProblem(error).isRetryable,
        retryDelay: 500,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
