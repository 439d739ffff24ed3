import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useMemo } from 'react';
import { huesFor } from '../board/hues';
import { useSigns } from '../presence/signs';
import { useOthers } from '../presence/use-others';
import { useBoardPart } from '../sync/use-board-store';
import { trpc } from '../trpc';
import type { HistoryEntry } from './story';

const YOU = t`You`;

interface StoryPerson {
  readonly id: Id;
  readonly name: string;
}

export interface People {
  /** Everybody who may have a part in the story: oneself, the members, and who has left since. */
  readonly all: readonly StoryPerson[];
  readonly hueOf: (id: Id) => number;
  readonly isSelf: (id: Id) => boolean;
}

export function usePeople(entries: readonly HistoryEntry[]): People {
  const { userId } = useSigns();
  const boardId = useBoardPart((state) => state.board.id);
  const members = trpc.members.list.useQuery({ boardId });
  const others = useOthers();
  return useMemo(() => {
    const people = new Map<Id, StoryPerson>();
    for (const { userId: id, name } of members.data ?? []) people.set(id, { id, name });
    for (const { actor } of entries) if (!people.has(actor.id)) people.set(actor.id, actor);
    const isSelf = (id: Id) => id === userId;
    const rest = [...people.values()].filter(({ id }) => !isSelf(id));
    const hues = huesFor([userId, ...rest.map(({ id }) => id)]);
    // As they look in the bar at the top while they are here.
    const here = new Map(others.map((other) => [other.userId, other.hue]));
    return {
      all: [{ id: userId, name: YOU }, ...rest.toSorted((one, other) => one.name.localeCompare(other.name))],
      hueOf: (id) => here.get(id) ?? hues.get(id) ?? 0,
      isSelf,
    };
  }, [members.data, entries, others, userId]);
}
