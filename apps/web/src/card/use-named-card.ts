import type { Board, Card, Id } from '@talkan/board/model';
import { useEffect, useState } from 'react';
import { numberNamed } from '../board/paths';
import { useBoardPart } from '../sync/use-board-store';
import { useCardRoute } from './use-card-route';

/** The card that an address names, followed by its id from then on: its number may change when it is committed. */
export function useNamedCard(name: string | null): Card | undefined {
  const { rename } = useCardRoute();
  const [known, setKnown] = useState<{ readonly name: string; readonly id: Id } | null>(null);
  const boardKey = useBoardPart((state) => state.board.key);
  const card = useBoardPart(({ board }) => {
    if (name === null) return undefined;
    return known?.name === name ? board.card(known.id) : findNumbered(board, numberNamed(name));
  });
  if (name !== null && card && known?.name !== name) setKnown({ name, id: card.id });

  const nameNow = card ? `${boardKey}-${card.number}` : name;
  useEffect(() => {
    if (card && name !== nameNow) rename(boardKey, card.number);
  }, [card, name, nameNow, boardKey, rename]);
  return card;
}

function findNumbered(board: Board, number: number): Card | undefined {
  for (const column of board.columns()) {
    const card = board.cardsIn(column.id).find((card) => card.number === number);
    if (card) return card;
  }
  return undefined;
}
