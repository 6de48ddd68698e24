import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { toSearchValues } from './search.ts';
import type { SearchValues } from './search.ts';

/** Changes some values of the URL; an empty text or undefined removes one. */
export type SetUrlState = (change: SearchValues, options?: { readonly push?: boolean }) => void;

/**
 * Values that stand in the URL: filters, sort order, the opened row. A change replaces the present
 * entry of the history unless `push` asks for a step that Back undoes.
 */
export function useUrlState(): readonly [SearchValues, SetUrlState] {
  const values = useSearch({ strict: false }) as SearchValues;
  const navigate = useNavigate();
  const set = useCallback<SetUrlState>(
    (change, options) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => toSearchValues({ ...before, ...change }),
        replace: options?.push !== true,
      });
    },
    [navigate],
  );
  return [values, set];
}
