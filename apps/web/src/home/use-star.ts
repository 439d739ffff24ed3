import type { Id } from '@talkan/board/model';
import { useMarking } from '../board/use-marking';
import { problemOf } from '../problem';
import { showToast } from '../ui/toast';

/** Gives a board a star, or takes it; where that is not kept it says so, and shows what is. */
export function useStar(): (boardId: Id, starred: boolean) => void {
  const marking = useMarking();
  return (boardId, starred) => {
    marking.keep(boardId, { starred }).catch((error: unknown) => {
      marking.show(boardId, { starred: !starred });
      showToast({ message: problemOf(error).message, tone: 'bad' });
    });
  };
}
