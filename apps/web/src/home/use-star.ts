import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useMarking } from '../board/use-marking';
import { problemOf } from '../problem';
import { announce } from '../ui/announce';
import { showToast } from '../ui/toast';

/** Gives a board a star, or takes it; where that is not kept it says so, and shows what is. */
export function useStar(): (boardId: Id, starred: boolean) => void {
  const marking = useMarking();
  return (boardId, starred) => {
    // A button that is pressed, or is no longer, says so itself.
    if (!document.activeElement?.ariaPressed) announce(starred ? t`The board has a star.` : t`The star is gone.`);
    marking.keep(boardId, { starred }).catch((error: unknown) => {
      marking.show(boardId, { starred: !starred });
      showToast({ message: problemOf(error).message, tone: 'bad' });
    });
  };
}
