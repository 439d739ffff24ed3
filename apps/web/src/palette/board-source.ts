import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { SquareKanban, Star } from 'lucide-react';
import { boardPath } from '../board/paths';
import { boardChoices, type BoardEntry } from '../home/board-list';
import type { Source } from './source';

const MOST = 6;
const MOST_IDLE = 2;

/** All boards that one may see, by title and key; the likeliest first, archived ones last, and none of those while nothing is typed. */
export function boardSource(boards: readonly BoardEntry[], openId: Id | null): Source {
  const all = [...boardChoices(boards), ...boards.filter(({ archivedAt }) => archivedAt !== null)];
  return {
    group: t`Boards`,
    find: ({ query, pattern }) =>
      all
        .filter(({ id, title, key, archivedAt }) =>
          query === '' ? id !== openId && archivedAt === null : pattern.isIn(title, key),
        )
        .slice(0, query === '' ? MOST_IDLE : MOST)
        .map(({ id, key, title, starred, archivedAt }) => ({
          id: `board ${id}`,
          icon: starred ? Star : SquareKanban,
          title,
          titleMatches: pattern.rangesIn(title),
          archived: archivedAt !== null,
          place: id === openId ? t`This board` : key,
          href: boardPath(id),
        })),
  };
}
