import type { Id } from '@talkan/board/model';
import { createContext, useMemo } from 'react';
import { usePeople } from '../history/use-people';
import { useBoardPart } from '../sync/use-board-store';
import { trpc } from '../trpc';
import type { HistoryEntry } from '../history/story';

export interface Member {
  readonly id: Id;
  readonly name: string;
  readonly hue: number;
}

/** Who can have something to do on this board, and how much room there is to choose. */
export const MembersContext = createContext<{ readonly members: readonly Member[]; readonly isPhone: boolean }>({
  members: [],
  isPhone: false,
});

const NO_ENTRIES: readonly HistoryEntry[] = [];

export function useMembers(): readonly Member[] {
  const boardId = useBoardPart((state) => state.board.id);
  const { data } = trpc.members.list.useQuery({ boardId });
  const { hueOf } = usePeople(NO_ENTRIES);
  return useMemo(
    () => (data ?? []).map(({ userId, name }) => ({ id: userId, name, hue: hueOf(userId) })),
    [data, hueOf],
  );
}
