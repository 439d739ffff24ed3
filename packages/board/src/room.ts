import { LIMITS } from './limits.js';
import type { Board, Card } from './model.js';
import { refuse, type Refusal } from './refusal.js';
import { utf8Size } from './text.js';

/** What is to be on a board besides what it holds; less than nothing where something goes. */
export interface Added {
  readonly columns?: number;
  readonly cards?: number;
  /** Of the titles and details of cards, in UTF-8. */
  readonly bytes?: number;
}

/** Whether there is no room on the board for more. What does not grow is not refused: a full board can still be worked on. */
export function refuseFull(board: Board, { columns = 0, cards = 0, bytes = 0 }: Added): Refusal | undefined {
  if (columns > 0 && board.columns().length + columns > LIMITS.columns) {
    return refuse('limit', `A board holds at most ${LIMITS.columns} columns. Archive one that you no longer need.`);
  }
  if (cards > 0 && board.cardCount + cards > LIMITS.cards) {
    return refuse('limit', 'A board holds at most 20,000 cards. Archive some that are done.');
  }
  if (bytes > 0 && board.textBytes + bytes > LIMITS.textBytes) {
    return refuse('limit', 'A board holds at most 16 MiB of text. Archive some cards, or shorten their details.');
  }
  return undefined;
}

/** What counts of a card's text. */
export function bytesOf({ title, details }: Pick<Card, 'title' | 'details'>): number {
  return utf8Size(title) + utf8Size(details);
}
