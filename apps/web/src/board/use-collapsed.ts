import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useMemo } from 'react';
import { problemOf } from '../problem';
import { OR_KEPT } from '../sync/kept-answers';
import { trpc } from '../trpc';
import { showToast } from '../ui/toast';
import { useMarking } from './use-marking';

export type Collapse = (columnId: Id, collapsed: boolean) => void;

/** The columns that this person keeps collapsed on a board, on whatever machine, and how to change that. */
export function useCollapsed(boardId: Id): readonly [ReadonlySet<Id>, Collapse] {
  const utils = trpc.useUtils();
  const { keep } = useMarking();
  const { data } = trpc.boards.list.useQuery(undefined, OR_KEPT);
  const ids = data?.find(({ id }) => id === boardId)?.collapsed;
  const collapsed = useMemo(() => new Set(ids), [ids]);
  const collapse = useMemo((): Collapse => {
    return (columnId, isCollapsed) => {
      const before = utils.boards.list.getData()?.find(({ id }) => id === boardId)?.collapsed ?? [];
      const others = before.filter((id) => id !== columnId);
      const after = isCollapsed ? [...others, columnId] : others;
      keep(boardId, { collapsed: after }).catch((error: unknown) => {
        showToast({ message: t`Not kept for the next time: ${problemOf(error).message}`, tone: 'bad' });
      });
    };
  }, [boardId, keep, utils]);
  return [collapsed, collapse];
}
