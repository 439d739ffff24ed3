import { isRefusal } from '@talkan/board/refusal';
import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import { useBoardStore } from '../sync/use-board-store';
import { trpc } from '../trpc';
import { showToast } from '../ui/toast';

interface Archiving {
  /** What is refused throws. */
  readonly archive: () => Promise<void>;
  readonly restore: () => void;
}

/** Takes the open board out of use, and back. */
export function useArchiving(): Archiving {
  const store = useBoardStore();
  const utils = trpc.useUtils();
  const commit = async (operation: Operation) => {
    const settlement = await store.settled(store.commit([operation]));
    if (isRefusal(settlement)) throw new Error(settlement.message);
    await utils.boards.list.invalidate();
  };
  return {
    archive: () => commit({ type: 'board.archive' }),
    restore: () => {
      commit({ type: 'board.restore' }).then(
        () => showToast({ message: t`The board is back.` }),
        // The store tells why, as it does of every change that is refused.
        () => {},
      );
    },
  };
}
