import type { AppRouter } from '@talkan/api/root';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import { createTRPCReact } from '@trpc/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { ownAnswer } from './foreign-answer';
import { languageHeaders } from './language/language';
import { keepAnswers } from './sync/kept-answers';
import { watchSession } from './auth/session-link';
import { fetchNoticing } from './update/server-build';

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** As the server takes them. */
const CALLS_A_BATCH = 10;
const url = '/trpc';
/** What something in between answers is no answer. */
const fetchOwn = async (input: RequestInfo | URL, init?: object) => ownAnswer(await fetchNoticing(input, init));

/** The server's procedures as hooks: `trpc.auth.me.useQuery()`. */
export const trpc = createTRPCReact<AppRouter>();

/** The same outside of components: `await api.boards.commit.mutate(…)`. Errors: see `problemOf`. */
export const api = createTRPCClient<AppRouter>({
  links: [
    watchSession,
    keepAnswers,
    splitLink({
      // A commit must not wait for its neighbours: it goes alone.
      condition: ({ type }) => type === 'mutation',
      true: httpLink({ url, fetch: fetchOwn, headers: languageHeaders }),
      false: httpBatchLink({ url, fetch: fetchOwn, maxItems: CALLS_A_BATCH, headers: languageHeaders }),
    }),
  ],
});
