import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useLocation } from 'wouter';
import { undoOrSay, untilUndone } from '../board/actions';
import { cardPath } from '../board/paths';
import { askServer } from '../sync/ask-server';
import type { BoardStore } from '../sync/board-state';
import { api } from '../trpc';
import { showToast } from '../ui/toast';
import { useLiveStore } from './live-store';

/** Which past of a card, in numbers and in words. */
interface CardMoment {
  readonly seq: number;
  readonly name: string;
  readonly when: string;
}

/** Makes a card what it was, and leads to it: whoever brings something back wants to see it where it is now. */
export function useRestoreCard(): (card: Card, moment: CardMoment) => Promise<void> {
  const live = useLiveStore();
  const [, navigate] = useLocation();
  return async (card, { seq, name, when }) => {
    const { id: boardId, key } = live.getState().board;
    const outcome = await askServer(live, (changeId) =>
      api.boards.restore.mutate({ boardId, seq, cardId: card.id, changeId }),
    );
    if ('problem' in outcome) return void showToast({ message: t`Not restored: ${outcome.problem}`, tone: 'bad' });
    navigate(cardPath(key, card.number));
    if (outcome.patches.length === 0) return void showToast({ message: t`${name} is as it was then already.` });
    showToast({ message: t`${name} is as it was ${when}.`, ...undoOf(live, outcome) });
  };
}

/** Makes the whole board what it was. Resolves with the sentence that says why not, if so. */
export async function restoreWholeBoard(live: BoardStore, seq: number): Promise<string | null> {
  const boardId = live.getState().board.id;
  const outcome = await askServer(live, (changeId) => api.boards.restore.mutate({ boardId, seq, changeId }));
  if ('problem' in outcome) return outcome.problem;
  if (outcome.patches.length === 0) showToast({ message: t`The board is as it was then already.` });
  else showToast({ message: t`The board is as it was after change ${seq}.`, ...undoOf(live, outcome) });
  return null;
}

function undoOf(live: BoardStore, { seq }: { readonly seq: number }) {
  const action = { label: t`Undo`, run: () => void undoOrSay(live, seq) };
  return { action, until: untilUndone(live, { seq }) };
}
