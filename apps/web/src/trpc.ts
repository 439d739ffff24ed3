import type { AppRouter } from '@talkan/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { httpBatchLink, httpLink, splitLink } from '@trpc/client';
import { createTRPCReact } from '@trpc/react-query';
import { watchSession } from './auth/session-link';

/** The router's procedures as hooks: `trpc.auth.me.useQuery()`. */
export const trpc = createTRPCReact<AppRouter>();

/** As the server takes them. */
const CALLS_A_BATCH = 10;
const url = '/trpc';

export const trpcClient = trpc.createClient({
  links: [
    watchSession,
    splitLink({
      // A turn of the chat takes seconds, and a commit must not wait for its neighbours: both go alone.
      condition: ({ path, type }) => type === 'mutation' || path.startsWith('chat.'),
      true: httpLink({ url }),
      false: httpBatchLink({ url, maxItems: CALLS_A_BATCH }),
    }),
  ],
});

/** The same procedures outside of components: `await api.boards.commit.mutate(…)`. Errors: see `problemOf`. */
export const api = trpcClient;

export type RouterOutputs = inferRouterOutputs<AppRouter>;
