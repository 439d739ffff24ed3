import type { Id } from '@talkan/board/model';
import type { ChosenField } from '../board/board-ui';
import { useBoardPart } from '../sync/use-board-store';
import { FieldPicker } from './field-picker';

export interface FieldChooserProps {
  readonly field: ChosenField;
  readonly cardId: Id;
  readonly onClose: () => void;
}

/** Chooses a field of a card where it lies on the board. */
export function FieldChooser({ field, cardId, onClose }: FieldChooserProps) {
  const card = useBoardPart((state) => state.board.card(cardId));
  if (!card) return null;
  const anchor = () => document.querySelector<HTMLElement>(`article[data-card-id="${CSS.escape(cardId)}"]`);
  return <FieldPicker key={`${field} ${cardId}`} field={field} card={card} anchor={anchor} onClose={onClose} />;
}
