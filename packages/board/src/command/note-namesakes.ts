import { nameCard } from '../decide-context.js';
import type { Board, Id } from '../model.js';
import type { Operation } from '../operations.js';
import { cardsWith, formOf, indexOf, readForm } from './card-index.js';
import { listOf } from './questions/say.js';

/** That there is a card of this name already, or nearly: “Chapter 2” beside “Chapter 2: The storm”. It may be what was meant. */
export function noteNamesakes(board: Board, operations: readonly Operation[]): string | null {
  const ids = operations.flatMap((operation) =>
    operation.type === 'card.create' ? namesakesOf(board, operation.title).slice(0, 1) : [],
  );
  const names = [...new Set(ids)].flatMap((id) => {
    const card = board.card(id);
    return card ? [nameCard(board, card)] : [];
  });
  return names.length === 0 ? null : `There is ${listOf(names)} already.`;
}

/** Shorter beginnings are those of many titles. */
const LEAST_WORDS = 2;

function namesakesOf(board: Board, title: string): readonly Id[] {
  const { plain, stems } = readForm(title);
  const index = indexOf(board);
  const exact = index.titled(plain);
  if (exact.length > 0 || stems.length < LEAST_WORDS) return exact;
  const begins = ` ${stems.join(' ')} `;
  return cardsWith(index, stems).filter((id) => {
    const card = board.card(id);
    return card !== undefined && formOf(card).stemmed.startsWith(begins);
  });
}
