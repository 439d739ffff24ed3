import type { Id } from '@talkan/board/model';
import { useMemo } from 'react';
import { api, trpc } from '../trpc';

interface Marks {
  readonly starred?: boolean;
  readonly collapsed?: Id[];
}

interface Marking {
  /** In the list of this page alone. */
  readonly show: (boardId: Id, marks: Marks) => void;
  /** Shown at once, and kept by the server. Rejects where it is not kept: it still shows then. */
  readonly keep: (boardId: Id, marks: Marks) => Promise<void>;
}

/** What a person notes of a board for themselves. */
export function useMarking(): Marking {
  const utils = trpc.useUtils();
  return useMemo(() => {
    const { list } = utils.boards;
    const show: Marking['show'] = (boardId, marks) =>
      list.setData(undefined, (boards) =>
        boards?.map((board) => (board.id === boardId ? { ...board, ...marks } : board)),
      );
    return {
      show,
      async keep(boardId, marks) {
        // An answer that is on its way knows nothing of them, and would take them from the screen.
        if (list.getData() !== undefined) await list.cancel();
        show(boardId, marks);
        await api.boards.mark.mutate({ boardId, ...marks });
        await list.invalidate();
      },
    };
  }, [utils]);
}
