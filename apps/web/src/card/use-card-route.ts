import type { Card } from '@talkan/board/model';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { BOARD_ROOT, cardNameIn, cardPath } from '../board/paths';

export interface CardRoute {
  /** The card in the address, as `RM-4`; `null` where only the board is shown. */
  readonly name: string | null;
  readonly open: (boardKey: string, card: Card) => void;
  /** The same card under another number: a new one gets its own only when it is committed. */
  readonly rename: (boardKey: string, number: number) => void;
  readonly close: () => void;
}

/** What a link to a card leaves in the history, so that closing the card is the same as going back. */
export const FROM_BOARD = { fromBoard: true };

/** The open card, as the address says it. */
export function useCardRoute(): CardRoute {
  const [address, navigate] = useLocation();
  const open = useCallback(
    (boardKey: string, card: Card) => navigate(cardPath(boardKey, card.number), { state: FROM_BOARD }),
    [navigate],
  );
  const rename = useCallback(
    (boardKey: string, number: number) => {
      const state: unknown = history.state;
      navigate(cardPath(boardKey, number), { replace: true, state });
    },
    [navigate],
  );
  const close = useCallback(() => {
    if (isFromBoard(history.state)) history.back();
    else navigate(BOARD_ROOT);
  }, [navigate]);
  return { name: cardNameIn(address), open, rename, close };
}

function isFromBoard(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'fromBoard' in state;
}
