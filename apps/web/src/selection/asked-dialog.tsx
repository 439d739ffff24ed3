import type { Board, Card, Id } from '@talkan/board/model';
import { useEffect, useSyncExternalStore } from 'react';
import { useBoardUi } from '../board/board-ui';
import { useCanEdit } from '../board/use-can-edit';
import { FieldPicker } from '../fields/field-picker';
import { BoardContext } from '../sync/board-context';
import { useBoardPart } from '../sync/use-board-store';
import { asked } from './asked';
import { MoveCardsDialog } from './move-cards-dialog';

const close = () => asked.set(null);

/** What chooses something for several cards: where they go, or a field of theirs. What is hidden meanwhile is left alone. */
export function AskedDialog() {
  const { whole } = useBoardUi();
  const question = useSyncExternalStore(asked.subscribe, asked.get);
  const board = useBoardPart((state) => state.board);
  const canEdit = useCanEdit();
  const cards = question && canEdit ? cardsSeen(board, question.cardIds) : [];
  const isVain = question !== null && cards.length === 0;
  // Else it would come back with them.
  useEffect(() => {
    if (isVain) close();
  }, [isVain]);
  if (!question || isVain) return null;
  const { what, anchor } = question;
  return (
    <BoardContext value={whole}>
      {what === 'move' ? (
        <MoveCardsDialog cards={cards} onClose={close} />
      ) : (
        <FieldPicker key={what} field={what} cards={cards} anchor={anchor} onClose={close} />
      )}
    </BoardContext>
  );
}

function cardsSeen(board: Board, cardIds: readonly Id[]): readonly Card[] {
  const lanes = new Map(board.columns().map(({ id }) => [id, new Set(board.cardsIn(id))]));
  return cardIds.flatMap((id) => board.card(id) ?? []).filter((card) => lanes.get(card.columnId)?.has(card));
}
