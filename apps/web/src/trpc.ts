import type { AppRouter } from '@talkan/api/root';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { watchSession } from './auth/session-link';

export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** As the server takes them. */
const CALLS_A_BATCH = 10;
const url = '/trpc';

/** The server's procedures: `await api.boards.commit.mutate(…)`. Errors: see `problemOf`. In components: `queries`. */
export const api = createTRPCClient<AppRouter>({
  links: [
    watchSession,
    splitLink({
      // A turn of the chat takes seconds, and a commit must not wait for its neighbours: both go alone.
      condition: ({ type }) => type === 'mutation',
      true: httpLink({ url }),
      false: httpBatchLink({ url, maxItems: CALLS_A_BATCH }),
    }),
  ],
});
