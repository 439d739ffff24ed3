import { useEffect } from 'react';
import { useOthers } from '../presence/use-others';
import { OR_KEPT } from '../sync/kept-answers';
import { useBoardPart } from '../sync/use-board-store';
import { trpc, type RouterOutputs } from '../trpc';

const NOBODY: RouterOutputs['members']['list'] = [];

/**
 * The members of this board. Whoever shows up and is not among them came after the page had asked: it asks again, for all that reads the same
 * list, as what suggests whom a text could name.
 */
export function useMembers(): RouterOutputs['members']['list'] {
  const boardId = useBoardPart((state) => state.board.id);
  const { data = NOBODY, refetch } = trpc.members.list.useQuery({ boardId }, OR_KEPT);
  const others = useOthers();
  const strangers =
    data === NOBODY ? [] : others.filter((other) => data.every((member) => member.userId !== other.userId));
  const news = strangers.map(({ userId }) => userId).join(' ');
  useEffect(() => {
    if (news !== '') void refetch();
  }, [news, refetch]);
  return data;
}
