import { api, trpc, type RouterOutputs } from '../trpc';

export type AssistantSettings = RouterOutputs['assistant']['get'];
export type Limits = AssistantSettings['limits'];
type Saving = Parameters<typeof api.assistant.save.mutate>[0];
export type WantedModel = NonNullable<Saving['model']>;

/** Others change it, and nobody pushes it. */
const FRESH = { staleTime: 0, refetchOnWindowFocus: 'always', refetchOnReconnect: 'always' } as const;

export interface Settings {
  readonly data: AssistantSettings | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
  readonly saveModel: (model: WantedModel) => Promise<AssistantSettings>;
  readonly saveLimits: (limits: Limits) => Promise<AssistantSettings>;
  readonly reset: () => Promise<AssistantSettings>;
}

/** The settings as they are, and what can be done about them. What is refused throws. */
export function useSettings(): Settings {
  const utils = trpc.useUtils();
  const { data, error, isFetching, refetch } = trpc.assistant.get.useQuery(undefined, FRESH);

  const change = async (work: (version: number) => Promise<AssistantSettings>): Promise<AssistantSettings> => {
    try {
      const settings = await work(data?.version ?? 0);
      utils.assistant.get.setData(undefined, settings);
      // Whether the assistant has a model to talk with.
      void utils.auth.me.invalidate();
      return settings;
    } catch (failure) {
      // What somebody else has saved may be why.
      void refetch();
      throw failure;
    }
  };

  return {
    data,
    error,
    isFetching,
    refetch,
    saveModel: (model) => change((version) => api.assistant.save.mutate({ version, model })),
    saveLimits: (limits) => change((version) => api.assistant.save.mutate({ version, limits })),
    reset: () => change((version) => api.assistant.reset.mutate({ version })),
  };
}
