import type { AppRouter } from '@talkan/api/root';
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import { watchSession } from '../auth/session-link';
import { languageHeaders } from '../language/language';
import type { RouterInputs } from '../trpc';

/** Answers come piece by piece, which nothing else of the page needs. */
const client = createTRPCClient<AppRouter>({
  links: [watchSession, httpBatchStreamLink({ url: '/trpc', maxItems: 1, headers: languageHeaders })],
});

/** Asks, and gives what comes of it as it comes. */
export function streamTurn(request: RouterInputs['chat']['turn'], signal: AbortSignal) {
  return client.chat.turn.mutate(request, { signal });
}
