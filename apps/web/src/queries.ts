import { queryOptions } from '@tanstack/react-query';
import { api } from './trpc';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['auth.me'],
  queryFn: ({ signal }) => api.auth.me.query(undefined, { signal }),
  staleTime: Infinity,
});

/** The boards of who is signed in, the oldest first. */
export const boardsQuery = queryOptions({
  queryKey: ['boards.list'],
  queryFn: ({ signal }) => api.boards.list.query(undefined, { signal }),
  staleTime: Infinity,
});

/** Where a board's store starts from. Dropped with the page: another visit starts from what is true then. */
export function firstBoardQuery(boardId: string) {
  return queryOptions({
    queryKey: ['boards.get', boardId],
    queryFn: ({ signal }) => api.boards.get.query({ boardId }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
}
