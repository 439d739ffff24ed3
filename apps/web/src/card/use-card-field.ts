import type { Card } from '@talkan/board/model';
import { useMemo } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { cardFieldDraft, type CardField } from './field-draft';
import { useTextField, type BoardText, type TextFieldState } from './use-text-field';

/** A text of a card that can be typed in. */
export function useCardField(card: Card, field: CardField): TextFieldState {
  const boardId = useBoardPart((state) => state.board.id);
  const { id: cardId, [field]: standing } = card;
  const text = useMemo(
    (): BoardText => ({
      draft: cardFieldDraft(boardId, cardId, field),
      standing,
      kind: field,
      edit: (to, was) => ({ type: 'card.edit', cardId, [field]: { to, was } }),
      isMeant: (one) => one.type === 'card.edit' && one.cardId === cardId && one[field] !== undefined,
    }),
    [boardId, cardId, field, standing],
  );
  return useTextField(text);
}
