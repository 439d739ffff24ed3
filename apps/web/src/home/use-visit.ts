import type { Id } from '@talkan/board/model';
import { useEffect } from 'react';
import { setFreshBoard } from '../board/fresh-board';
import { api, trpc } from '../trpc';
import { OR_KEPT } from '../sync/kept-answers';

/** Who only passes by has not been there. */
const STAY_MS = 2000;
/** To know it to the minute is to write it at each reload. */
const AGAIN_MS = 5 * 60_000;

/** Notes that this person has opened the board, for the list of those that they opened last. */
export function useVisit(boardId: Id): void {
  const utils = trpc.useUtils();
  const { data } = trpc.boards.list.useQuery(undefined, OR_KEPT);
  const visitedAt = data?.find(({ id }) => id === boardId)?.visitedAt ?? null;
  useEffect(() => {
    // By now its first field is open.
    setFreshBoard(null);
    if (visitedAt !== null && Date.now() - Date.parse(visitedAt) < AGAIN_MS) return;
    const note = async () => {
      if (!navigator.onLine) return;
      const marks = await api.boards.mark.mutate({ boardId, visited: true });
      utils.boards.list.setData(undefined, (boards) =>
        boards?.map((board) => (board.id === boardId ? { ...board, ...marks } : board)),
      );
    };
    // What cannot be noted is not worth a word.
    const timer = setTimeout(() => void note().catch(() => {}), STAY_MS);
    return () => clearTimeout(timer);
  }, [boardId, visitedAt, utils]);
}
