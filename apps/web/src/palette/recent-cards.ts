import type { Id } from '@talkan/board/model';
import { browserStorage, keepSetting, readSetting } from '../ui/storage';

/** A card that was opened in this browser. */
export interface RecentCard {
  readonly boardId: Id;
  readonly cardId: Id;
  /** As `RM-4`. */
  readonly name: string;
  readonly title: string;
}

const MOST = 8;
const keyOf = (userId: Id) => `talkan:recent-cards:${userId}`;

/** The cards that this person has opened in this browser, the last one first. */
export function recentCards(userId: Id): readonly RecentCard[] {
  try {
    const kept: unknown = JSON.parse(readSetting(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecentCard) : [];
  } catch {
    return [];
  }
}

export function rememberCard(userId: Id, card: RecentCard): void {
  const others = recentCards(userId).filter(
    ({ boardId, cardId }) => boardId !== card.boardId || cardId !== card.cardId,
  );
  keepSetting(keyOf(userId), JSON.stringify([card, ...others].slice(0, MOST)));
}

export function forgetRecentCards(userId: Id): void {
  try {
    browserStorage()?.removeItem(keyOf(userId));
  } catch {
    // Then nothing was kept either.
  }
}

function isRecentCard(value: unknown): value is RecentCard {
  if (typeof value !== 'object' || value === null) return false;
  return ['boardId', 'cardId', 'name', 'title'].every((field) => typeof Reflect.get(value, field) === 'string');
}
