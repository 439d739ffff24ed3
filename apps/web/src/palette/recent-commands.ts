import type { Id } from '@talkan/board/model';
import { browserStorage, keepSetting, readSetting } from '../ui/storage';

const MOST = 5;
const keyOf = (userId: Id) => `talkan:recent-commands:${userId}`;

/** The commands that this person has given in this browser, the last one first. */
export function recentCommands(userId: Id): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readSetting(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberCommand(userId: Id, text: string): void {
  const others = recentCommands(userId).filter((one) => one !== text);
  keepSetting(keyOf(userId), JSON.stringify([text, ...others].slice(0, MOST)));
}

export function forgetRecentCommands(userId: Id): void {
  try {
    browserStorage()?.removeItem(keyOf(userId));
  } catch {
    // Then nothing was kept either.
  }
}
