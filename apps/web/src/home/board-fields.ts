import { BOARD_KEY } from '@talkan/board/board-key';
import { t } from '@talkan/words/words';
import type { BoardEntry } from './board-list';

/** A key as it is typed: capitals, and nothing else. */
export function readKey(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 5);
}

export function keyProblem(key: string): string | null {
  return BOARD_KEY.test(key) ? null : t`Two to five letters, A to Z.`;
}

/** What to say of a key that is fit: two boards may have the same one, but their cards are told apart less easily. */
export function sharedKeyHint(key: string, others: readonly Pick<BoardEntry, 'key' | 'title'>[]): string {
  const same = others.find((board) => board.key === key);
  if (same) return t`“${same.title}” has this key, too.`;
  return t`Cards are ${key === '' ? 'ABC' : key}-1, -2 …`;
}
