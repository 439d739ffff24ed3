import type { Board, Card, Column } from '@talkan/board/model';

const MOST_WORDS = 16;
/** What says nothing of which card is meant. */
const COMMON = new Set(
  'the and for are was what which when who why how card cards move from with that this all you into column'.split(' '),
);
const SHORTEST_WORD = 3;

/** All cards, those first that what is said seems to be about, then those at the top of their columns; what is done comes last. */
export function rankCards(board: Board, about: string): readonly Card[] {
  const scoreOf = createScore(board, about);
  const places = board
    .columns()
    .flatMap((column) =>
      board.cardsIn(column.id).map((card, at) => ({ card, at, isDone: column.done, score: scoreOf(card, column) })),
    );
  return places
    .toSorted((one, other) => other.score - one.score || Number(one.isDone) - Number(other.isDone) || one.at - other.at)
    .map(({ card }) => card);
}

function createScore(board: Board, about: string): (card: Card, column: Column) => number {
  const text = about.toLowerCase();
  const named = new RegExp(`\\b${board.key.toLowerCase()}-(\\d{1,9})\\b`, 'gu');
  const numbers = new Set([...text.matchAll(named)].map(([, digits]) => Number(digits)));
  const words = [...new Set(text.match(/[\p{L}\p{N}]+/gu))]
    .filter((word) => word.length >= SHORTEST_WORD && !COMMON.has(word))
    .slice(-MOST_WORDS);
  const isNamed = ({ title }: Column) => title.length >= SHORTEST_WORD && text.includes(title.toLowerCase());
  const columns = new Set(board.columns().filter(isNamed));
  return ({ number, title }, column) => {
    if (numbers.has(number)) return MOST_WORDS * 2;
    const lower = title.toLowerCase();
    const shared = words.reduce((sum, word) => sum + (lower.includes(word) ? 1 : 0), 0);
    return shared + (columns.has(column) ? 1 : 0);
  };
}
