import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { statusOf } from '../problem';
import { lateAnswer } from '../sync/kept-answers';
import { api, trpc } from '../trpc';

const TRIES = 2;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // An answer of the server's stands; only silence and its own failures are worth another try.
      retry: (failures, error) => failures < TRIES && (statusOf(error) ?? 500) >= 500,
      refetchOnWindowFocus: false,
      // What may change is told by the store or invalidated by who changed it.
      staleTime: Infinity,
      // An unreachable server is said to be one, offline or not, instead of a page that waits.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

lateAnswer.subscribe(() => {
  const answer = lateAnswer.get();
  if (!answer) return;
  const { path, input, data } = answer;
  // As tRPC's hooks name their queries.
  queryClient.setQueryData([path.split('.'), { ...(input === undefined ? {} : { input }), type: 'query' }], data);
});

export function Providers({ children }: { children: ReactNode }) {
  return (
    <trpc.Provider client={api} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
