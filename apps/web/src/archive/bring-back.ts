import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import { useLocation } from 'wouter';
import { countCards, undoOrSay, untilUndone } from '../board/actions';
import { BOARD_ROOT, cardPath } from '../board/paths';
import { problemOf } from '../problem';
import { askServer } from '../sync/ask-server';
import { useBoardStore } from '../sync/use-board-store';
import { api } from '../trpc';
import { showToast } from '../ui/toast';
import { cardsArchivedWith, type ArchivedEntry } from './archive-list';
import { loadArchiveOf } from './use-archive';

/** Brings something back from the archive as one change: a card with its column where that is archived, too, a column with the cards that went with it. */
export function useBringBack(): (entry: ArchivedEntry) => Promise<void> {
  const store = useBoardStore();
  const [, navigate] = useLocation();

  return async (entry) => {
    const { id: boardId, key } = store.getState().board;
    let operations: Operation[];
    try {
      operations = await operationsFor(entry);
    } catch (error) {
      return void showToast({ message: t`Not restored: ${problemOf(error).message}`, tone: 'bad' });
    }
    const outcome = await askServer(store, (changeId) => api.boards.commit.mutate({ boardId, changeId, operations }));
    if ('problem' in outcome) return void showToast({ message: t`Not restored: ${outcome.problem}`, tone: 'bad' });
    const { number } = entry;
    const path = number === null ? BOARD_ROOT : cardPath(key, number);
    showToast({
      message: sayRestored(entry, { boardKey: key, operations }),
      action: { label: number === null ? t`Show` : t`Open`, run: () => navigate(path) },
      secondAction: { label: t`Undo`, run: () => void undoOrSay(store, outcome.seq) },
      until: untilUndone(store, outcome),
    });
  };

  async function operationsFor(entry: ArchivedEntry): Promise<Operation[]> {
    const { board } = store.getState();
    if (entry.entity === 'column') {
      const cards = await cardsArchivedWith(entry, loadArchiveOf(board.id));
      return [
        { type: 'column.restore', columnId: entry.id },
        ...cards.map(({ id }): Operation => ({ type: 'card.restore', cardId: id })),
      ];
    }
    const { column } = entry;
    const withColumn: Operation[] =
      column && !board.column(column.id) ? [{ type: 'column.restore', columnId: column.id }] : [];
    return [...withColumn, { type: 'card.restore', cardId: entry.id }];
  }
}

function sayRestored(
  { number, title, column }: ArchivedEntry,
  { boardKey, operations }: { boardKey: string; operations: readonly Operation[] },
): string {
  const others = operations.length - 1;
  if (number !== null) {
    const name = `${boardKey}-${number}`;
    return others === 0 ? t`${name} restored.` : t`${name} restored with its column “${column?.title ?? ''}”.`;
  }
  return others === 0 ? t`“${title}” restored.` : t`“${title}” restored with ${countCards(others)}.`;
}
