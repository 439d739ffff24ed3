import { t } from '@talkan/words/words';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../problem';
import { api, type RouterOutputs } from '../trpc';
import { announce } from '../ui/announce';
import { sayTried } from './try-words';
import type { WantedModel } from './use-settings';

export type Tried = RouterOutputs['assistant']['test'];

export interface Try {
  /** Whether the model is being asked. */
  readonly asking: boolean;
  /** What came of it last, of this model alone. */
  readonly tried: Tried | null;
  /** Why it could not even be tried. */
  readonly problem: string | null;
  readonly start: (wanted: WantedModel) => Promise<void>;
  readonly stop: () => void;
}

interface Outcome {
  readonly of: string;
  readonly tried: Tried | null;
  readonly problem: string | null;
}

/**
 * Tries the model as it is put together, until an answer comes or somebody has enough of it.
 * @param identity of what is put together: what came of another one is not shown
 */
export function useTry(identity: string): Try {
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (wanted: WantedModel) => {
    const attempt = new AbortController();
    running.current = attempt;
    setAsking(true);
    setOutcome(null);
    try {
      const tried = await api.assistant.test.mutate(wanted, { signal: attempt.signal });
      setOutcome({ of: identity, tried, problem: null });
      announce(sayTried(tried));
    } catch (error) {
      if (attempt.signal.aborted) announce(t`Stopped.`);
      else setOutcome({ of: identity, tried: null, problem: problemOf(error).message });
    }
    setAsking(false);
  };

  const own = outcome?.of === identity ? outcome : null;
  return {
    asking,
    tried: own?.tried ?? null,
    problem: own?.problem ?? null,
    start,
    stop: () => running.current?.abort(),
  };
}
