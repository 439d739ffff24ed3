import type { Board, Card, Column } from '@talkan/board/model';
import type { Archive, Names } from './short-ids.js';

/** Roughly a quarter as many tokens. */
const BUDGET = 240_000;

/** How much of every card is shown, from all to little. */
const LEVELS = [
  { title: 500, details: 4000 },
  { title: 500, details: 400 },
  { title: 200, details: 0 },
  { title: 80, details: 0 },
] as const;
type Level = (typeof LEVELS)[number];

/**
 * The board as data for a model: names, titles and as much of the details as there is room for. All text is in JSON strings
 * without `<`, so that no card can end the block that it stands in. Says what was left out.
 */
export function describeBoard(board: Board, archive: Archive, names: Names): string {
  const { level, isWhole } = levelFor(board);
  const lines = [`board ${quote(board.title, level.title)}, ${board.cardCount} cards`];
  const share = isWhole ? Number.POSITIVE_INFINITY : fittingCards(board, level);
  for (const column of board.columns()) {
    const cards = board.cardsIn(column.id);
    const count = cards.length === 1 ? '1 card' : `${cards.length} cards`;
    lines.push(`${names.short('column', column.id)} ${quote(column.title, level.title)}, ${count}`);
    const shown = Math.ceil(cards.length * Math.min(1, share / Math.max(1, board.cardCount)));
    lines.push(...cards.slice(0, shown).map((card) => `  ${describeCard(card, board, { names, level })}`));
    if (shown < cards.length) lines.push(`  (${cards.length - shown} more cards of this column are left out here)`);
  }
  return [...lines, ...describeArchive(board, archive, names), ...notesOn(level, isWhole)].join('\n');
}

/** The length up to which `describeBoard` shows details in full. */
export function detailsShown(board: Board): number {
  return levelFor(board).level.details;
}

function levelFor(board: Board): { level: Level; isWhole: boolean } {
  const fitting = LEVELS.find((level) => sizeAt(board, level) <= BUDGET);
  return fitting ? { level: fitting, isWhole: true } : { level: LEVELS[3], isWhole: false };
}

interface Manner {
  readonly names: Names;
  readonly level: Level;
}

function describeCard(card: Card, board: Board, { names, level }: Manner): string {
  const head = `${names.short('card', card.id)} ${board.key}-${card.number} ${quote(card.title, level.title)}`;
  return level.details > 0 && card.details !== '' ? `${head}: ${quote(card.details, level.details)}` : head;
}

function describeArchive(board: Board, archive: Archive, names: Names): string[] {
  if (archive.cards.length + archive.columns.length === 0) return [];
  const nameOf = (column: Column): string => `  ${names.short('column', column.id)} ${quote(column.title, 120)}`;
  return [
    'archived lately, not on the board (can be restored)',
    ...archive.columns.map(nameOf),
    ...archive.cards.map(
      (card) => `  ${names.short('card', card.id)} ${board.key}-${card.number} ${quote(card.title, 120)}`,
    ),
  ];
}

function notesOn(level: Level, isWhole: boolean): string[] {
  const notes: string[] = [];
  if (level.details === 0)
    notes.push(
      'note: the board is large, so the details of the cards are left out. When you are about to change some, you are told them first.',
    );
  else if (level.details < 4000)
    notes.push(
      'note: long details are cut; a cut text ends in "…". When you are about to change details that you see cut, you are told all of them first.',
    );
  if (!isWhole) {
    notes.push(
      'note: not all cards are listed. A card that is not can still be named by its number. Say so if you cannot know something.',
    );
  }
  return notes;
}

function sizeAt(board: Board, level: Level): number {
  let size = 0;
  for (const column of board.columns()) {
    size += column.title.length + 30;
    for (const card of board.cardsIn(column.id)) size += weigh(card, level);
  }
  return size;
}

function weigh(card: Card, level: Level): number {
  // Names, quotes and what escaping adds to an ordinary text.
  return 24 + Math.min(card.title.length, level.title) + Math.min(card.details.length, level.details) * 1.05;
}

/** How many cards fit the budget when titles are as long as they are here on average. */
function fittingCards(board: Board, level: Level): number {
  return Math.floor((board.cardCount * BUDGET) / Math.max(1, sizeAt(board, level)));
}

function quote(text: string, most: number): string {
  const shown = text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;
  return JSON.stringify(shown).replaceAll('<', '\\u003c');
}
