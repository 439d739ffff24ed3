import { diff, type CardContent } from './diff.js';
import { PRIORITIES, type Board, type Card, type Id } from './model.js';
import type { Operation } from './operations.js';

export const SORT_KEYS = ['due', 'priority', 'title', 'created'] as const;
/** What a column's cards are put in order by. */
export type SortKey = (typeof SORT_KEYS)[number];

/** The moves that put a column's cards in order, once, as few as will do; cards that are alike stay as they stand. */
export function sortColumn(board: Board, columnId: Id, by: SortKey): Operation[] {
  const cards = board.cardsIn(columnId);
  const title = board.column(columnId)?.title ?? '';
  const contentOf = (list: readonly Card[]) => ({ columns: [{ id: columnId, title, cards: list.map(withoutTexts) }] });
  return diff(contentOf(cards), contentOf(cards.toSorted(COMPARE[by])));
}

function withoutTexts({ id }: Card): CardContent {
  return { id, title: '', details: '' };
}

const titles = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const LAST = '~';

const COMPARE: Record<SortKey, (one: Card, other: Card) => number> = {
  due: (one, other) => compare(one.dueAt ?? LAST, other.dueAt ?? LAST),
  priority: (one, other) => urgency(one) - urgency(other),
  title: (one, other) => titles.compare(one.title, other.title),
  created: (one, other) => compare(one.createdAt, other.createdAt) || one.number - other.number,
};

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function urgency({ priority }: Card): number {
  return priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}

/** The moves that take these cards to the end of another column, in the order in which they stand. */
export function moveAll(cards: readonly Card[], columnId: Id): Operation[] {
  return cards.map(({ id }) => ({ type: 'card.move', cardId: id, columnId }));
}

export function archiveAll(cards: readonly Card[]): Operation[] {
  return cards.map(({ id }) => ({ type: 'card.archive', cardId: id }));
}
