import type { Board, Card, Id } from '@talkan/board/model';
import { foldText } from '@talkan/board/search-words';
import { snippetOf } from '@talkan/board/snippet';
import { t } from '@talkan/words/words';
import { ARCHIVE_PATH, boardPath, cardPath, numberIn } from '../board/paths';
import type { RouterOutputs } from '../trpc';
import type { RecentCard } from './recent-cards';
import type { Asked, PaletteItem, Source } from './source';

export type FoundCard = RouterOutputs['search']['cards'][number];

const MOST_HERE = 8;
const MOST_RECENT = 3;
const GROUP = t`Cards`;
const RECENT = t`Recently opened`;

/** The cards of the board on this page, at once: by number, then by title, then by details. */
export function hereSource(board: Board): Source {
  let last: { readonly asked: Asked; readonly found: readonly PaletteItem[] } | undefined;
  return {
    group: GROUP,
    find(asked) {
      if (last?.asked !== asked) last = { asked, found: asked.query === '' ? [] : findHere(board, asked) };
      return last.found;
    },
  };
}

interface Folded {
  readonly title: string;
  readonly details: string;
}

/** A card's texts, made ready once: thousands of them are looked through at each letter. */
const folded = new WeakMap<Card, Folded>();

function foldCard(card: Card): Folded {
  const known = folded.get(card);
  if (known) return known;
  const made = { title: foldText(card.title), details: foldText(card.details) };
  folded.set(card, made);
  return made;
}

function findHere(board: Board, { query, pattern }: Asked): PaletteItem[] {
  const number = /^#?\d{1,9}$/.test(query) ? Number(query.replace('#', '')) : numberIn(query, board.key);
  const tiers: [Card[], Card[], Card[]] = [[], [], []];
  for (const column of board.columns()) {
    for (const card of board.cardsIn(column.id)) {
      const { title, details } = foldCard(card);
      if (card.number === number) tiers[0].push(card);
      else if (pattern.isInFolded(title)) tiers[1].push(card);
      else if (pattern.isInFolded(title, details)) tiers[2].push(card);
    }
  }
  return tiers
    .flatMap((cards) => cards.toSorted((a, b) => b.number - a.number))
    .slice(0, MOST_HERE)
    .map((card) => ({
      ...cardItem({ boardId: board.id, cardId: card.id, name: `${board.key}-${card.number}`, title: card.title }),
      titleMatches: pattern.rangesIn(card.title),
      place: board.column(card.columnId)?.title ?? '',
      snippet: snippetOf(card.details, pattern),
    }));
}

interface Everywhere {
  readonly found: readonly FoundCard[];
  /** Whether it is what was found for this. */
  readonly isFor: (query: string) => boolean;
  /** The board on this page, which need not be named. */
  readonly openId: Id | null;
}

/** What the server has found on all boards. What it had found for fewer letters stays as long as it fits. */
export function everywhereSource({ found, isFor, openId }: Everywhere): Source {
  return {
    group: GROUP,
    find: ({ query, pattern }) =>
      found
        .filter((card) => isFor(query) || pattern.isIn(card.title, card.snippet?.text ?? ''))
        .map(({ boardId, boardKey, boardTitle, cardId, number, title, titleMatches, column, archived, snippet }) => ({
          ...cardItem({ boardId, cardId, name: `${boardKey}-${number}`, title }),
          titleMatches,
          place: boardId === openId ? column : `${boardTitle} · ${column}`,
          snippet,
          archived,
          href:
            boardPath(boardId) + (archived ? `${ARCHIVE_PATH}?q=${boardKey}-${number}` : cardPath(boardKey, number)),
        })),
  };
}

/** What was opened last, while nothing is typed. */
export function recentSource(cards: readonly RecentCard[], titleOf: (boardId: Id) => string | undefined): Source {
  return {
    group: RECENT,
    find: ({ query }) =>
      cards
        .flatMap((card) => {
          const place = titleOf(card.boardId);
          // One may not see the board any more.
          return query !== '' || place === undefined ? [] : [{ ...cardItem(card), place }];
        })
        .slice(0, MOST_RECENT),
  };
}

function cardItem({ boardId, cardId, name, title }: RecentCard) {
  return { id: `card ${boardId} ${cardId}`, name, title, titleMatches: [], href: `${boardPath(boardId)}/${name}` };
}
