import type { Board, Card, Id } from '@talkan/board/model';
import { useEffect, useState } from 'react';
import { numberIn } from '../board/paths';
import { useBoardPart } from '../sync/use-board-store';
import { useCardRoute } from './use-card-route';

/** The card that an address names, followed by its id from then on: its number may change when it is committed. */
export function useNamedCard(name: string | null): Card | undefined {
  const { rename } = useCardRoute();
  const [known, setKnown] = useState<{ name: string; id: Id } | null>(null);
  const boardKey = useBoardPart((state) => state.board.key);
  const card = useBoardPart(({ board }) => {
    if (name === null) return undefined;
    return known?.name === name ? board.card(known.id) : findNumbered(board, numberIn(name, board.key));
  });

  useEffect(() => {
    if (name === null) return setKnown(null);
    if (!card) return;
    const now = `${boardKey}-${card.number}`;
    if (known?.id !== card.id || known.name !== now) setKnown({ name: now, id: card.id });
    if (name !== now) rename(boardKey, card.number);
  }, [name, card, known, boardKey, rename]);
  return card;
}

function findNumbered(board: Board, number: number | undefined): Card | undefined {
  if (number === undefined) return undefined;
  for (const column of board.columns()) {
    const card = board.cardsIn(column.id).find((card) => card.number === number);
    if (card) return card;
  }
  return undefined;
}
