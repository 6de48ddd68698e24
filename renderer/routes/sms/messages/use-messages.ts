import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Message } from '../../../../shared/model/message.ts';
import { orpc } from '../../../api/client.ts';
import { messageQuery } from './message-filter.ts';
import type { MessageFilter } from './message-filter.ts';

/** Messages that are read at once; further ones when the end of the table comes near. */
const pageSize = 500;

/** The messages that the table shows. */
export interface ShownMessages {
  readonly messages: readonly Message[];
  readonly total: number;
  /** They were looked for among so many of the newest; null: among all. */
  readonly among: number | null;
  readonly isComplete: boolean;
  readonly isLoading: boolean;
  /** Set while there is nothing to show because of it. */
  readonly error: unknown;
  readonly refetch: () => void;
  readonly readOn: () => void;
}

/** The messages of a filter, newest first, page by page. */
export function useMessages(filter: MessageFilter): ShownMessages {
  const query = messageQuery(filter);
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(
      orpc.messages.list.infiniteOptions({
        input: (before: string | undefined) => ({
          ...query,
          limit: pageSize,
          ...(before === undefined ? {} : { before }),
        }),
        initialPageParam: undefined,
        getNextPageParam: (last, all) => {
          const loaded = all.reduce((sum, page) => sum + page.messages.length, 0);
          const isAll = last.messages.length < pageSize || loaded >= (all[0]?.total ?? 0);
          return isAll ? undefined : last.messages.at(-1)?.id;
        },
        placeholderData: keepPreviousData,
      }),
    );
  const messages = useMemo(() => {
    // What comes in between two readings moves a message from one page into the next.
    const pages = data?.pages ?? [];
    return [
      ...new Map(pages.flatMap((page) => page.messages.map((one) => [one.id, one]))).values(),
    ];
  }, [data]);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    messages,
    total: data?.pages[0]?.total ?? 0,
    among: data?.pages[0]?.among ?? null,
    isComplete: !hasNextPage,
    isLoading: isPending,
    error: data === undefined ? error : null,
    refetch: () => void refetch(),
    readOn,
  };
}
