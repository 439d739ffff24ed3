import { isRefusal } from '@talkan/board/refusal';
import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import { offerUndo } from '../board/actions';
import { useBoardStore } from '../sync/use-board-store';
import { trpc } from '../trpc';

interface Archiving {
  /** What is refused throws. */
  readonly archive: () => Promise<void>;
  readonly restore: () => void;
}

/** Takes the open board out of use, and back. */
export function useArchiving(): Archiving {
  const store = useBoardStore();
  const utils = trpc.useUtils();
  const commit = async (operation: Operation, message: string) => {
    const changeId = store.commit([operation]);
    const settlement = await store.settled(changeId);
    if (isRefusal(settlement)) throw new Error(settlement.message);
    offerUndo(store, changeId, message);
    await utils.boards.list.invalidate();
  };
  return {
    archive: () => commit({ type: 'board.archive' }, t`The board is archived.`),
    restore: () => {
      // Where it is refused the store tells why, as it does of every change.
      commit({ type: 'board.restore' }, t`The board is back.`).catch(() => {});
    },
  };
}
