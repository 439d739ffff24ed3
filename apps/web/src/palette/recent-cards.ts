import type { Id } from '@talkan/board/model';
import { isString, keptList } from '../ui/kept-list';

/** A card that was opened in this browser. */
export interface RecentCard {
  readonly boardId: Id;
  readonly cardId: Id;
  /** As `RM-4`. */
  readonly name: string;
  readonly title: string;
}

/** The cards that this person has opened in this browser. */
export const recentCards = keptList({
  name: 'recent-cards',
  most: 8,
  isOne: isRecentCard,
  isSame: (one, other) => one.boardId === other.boardId && one.cardId === other.cardId,
});

function isRecentCard(value: unknown): value is RecentCard {
  if (typeof value !== 'object' || value === null) return false;
  return ['boardId', 'cardId', 'name', 'title'].every((field) => isString(Reflect.get(value, field)));
}
