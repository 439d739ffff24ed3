import type { Id } from '@talkan/board/model';
import { useEffect, useState, type RefObject } from 'react';
import { useCanEdit } from '../board/use-can-edit';
import { useBoardPart } from '../sync/use-board-store';
import { useLoaded } from '../ui/use-loaded';
import type { CardFieldName } from './field-names';

const loadPicker = () => import('./field-picker');

const KEYS: Readonly<Record<string, CardFieldName>> = { l: 'labels', p: 'people', d: 'due' };

interface Chosen {
  readonly field: CardFieldName;
  readonly cardId: Id;
}

/** With the focus on a card, L, P and D choose its labels, people and due date beside it. */
export function FieldKeys({ board }: { board: RefObject<HTMLElement | null> }) {
  const canEdit = useCanEdit();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const card = useBoardPart((state) => (chosen ? state.board.card(chosen.cardId) : undefined));
  const picker = useLoaded(loadPicker, chosen !== null);

  useEffect(() => {
    const element = board.current;
    if (!element || !canEdit) return;
    const press = (event: KeyboardEvent) => {
      const next = chosenBy(event);
      if (!next) return;
      event.preventDefault();
      setChosen(next);
    };
    element.addEventListener('keydown', press);
    return () => element.removeEventListener('keydown', press);
  }, [board, canEdit]);

  if (!chosen || !card || !picker) return null;
  const anchor = () => document.querySelector<HTMLElement>(`article[data-card-id="${CSS.escape(card.id)}"]`);
  return <picker.FieldPicker field={chosen.field} cards={[card]} anchor={anchor} onClose={() => setChosen(null)} />;
}

function chosenBy(event: KeyboardEvent): Chosen | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const field = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (!field || !(event.target instanceof Element) || !event.target.matches('[data-card-link]')) return null;
  const cardId = event.target.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'];
  return cardId === undefined ? null : { field, cardId };
}
