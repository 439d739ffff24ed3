import { nameCard } from '../decide-context.js';
import type { Board, Id } from '../model.js';
import type { Choice } from './command.js';

/** More than this a question does not offer. */
export const MOST_CHOICES = 6;

/** Cards as the choices of a question: their numbers stand for them. */
export function choicesOf(board: Board, ids: readonly Id[]): readonly Choice[] {
  return ids.slice(0, MOST_CHOICES).flatMap((id) => {
    const card = board.card(id);
    return card ? [{ label: nameCard(board, card), words: `${board.key}-${card.number}` }] : [];
  });
}

/** A text as it stands for itself in a command. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '”')}"`;
}
