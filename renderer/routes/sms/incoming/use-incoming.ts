import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { IncomingMessage } from '../../../../shared/model/incoming.ts';
import { orpc } from '../../../api/client.ts';

/** SMS that are read at once; further ones when the end of the table comes near. */
const pageSize = 500;

/** The incoming SMS that the table shows. */
export interface ShownIncoming {
  readonly messages: readonly IncomingMessage[];
  readonly total: number;
  readonly unread: number;
  readonly isLoading: boolean;
  /** Set while there is nothing to show because of it. */
  readonly error: unknown;
  readonly refetch: () => void;
  readonly readOn: () => void;
}

/** The incoming SMS, newest first, page by page. */
export function useIncoming(onlyUnread: boolean): ShownIncoming {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(
      orpc.incoming.list.infiniteOptions({
        input: (before: string | undefined) => ({
          ...(onlyUnread ? { unread: true } : {}),
          limit: pageSize,
          ...(before === undefined ? {} : { before }),
        }),
        initialPageParam: undefined,
        getNextPageParam: (last) =>
          last.messages.length < pageSize ? undefined : last.messages.at(-1)?.id,
        placeholderData: keepPreviousData,
      }),
    );
  const messages = useMemo(() => {
    // What comes in between two readings moves an SMS from one page into the next.
    const all = data?.pages.flatMap((page) => page.messages.map((one) => [one.id, one] as const));
    return [...new Map(all).values()];
  }, [data]);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    messages,
    total: data?.pages[0]?.total ?? 0,
    unread: data?.pages[0]?.unread ?? 0,
    isLoading: isPending,
    error: data === undefined ? error : null,
    refetch: () => void refetch(),
    readOn,
  };
}
