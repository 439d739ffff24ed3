import type { Id } from '@talkan/board/model';
import { useMemo, useSyncExternalStore } from 'react';
import { huesFor } from '../board/hues';
import { othersOf, type Other } from './people';
import { useSigns } from './signs';

/** Everybody else on this board, with a hue for each. */
export function useOthers(): readonly (Other & { readonly hue: number })[] {
  const { people, userId } = useSigns();
  const here = useSyncExternalStore(people.subscribe, people.get);
  return useMemo(() => {
    const others = othersOf(here, userId);
    const hues = huesFor(others.map((other) => other.userId));
    return others.map((other) => ({ ...other, hue: hues.get(other.userId) ?? 0 }));
  }, [here, userId]);
}

const OWN_HUE = 196;

/** A person's hue, as their sign has it. */
export function useHueOf(userId: Id): number {
  return useOthers().find((other) => other.userId === userId)?.hue ?? OWN_HUE;
}
