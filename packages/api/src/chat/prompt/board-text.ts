import type { Board, Card, Column, Id } from '@talkan/board/model';
import { rankCards } from './card-choice.js';
import { createLineWriter, type LineWriter } from './card-line.js';
import { quote, quoteName, quoteWithin } from './data-block.js';
import type { Names } from '../staging/short-ids.js';
import type { StageBase } from '../staging/stage.js';
import { estimateTokens } from './tokens.js';

/** What is to be told of a board. */
export interface Telling {
  /** That it may have, whatever the board. */
  readonly tokens: number;
  /** What is spoken of: cards that it is about come first where there is not room for all. */
  readonly about: string;
}

/** A board as data for a model: lines that stand in a delimited block, all words of people quoted. */
export interface BoardText {
  readonly text: string;
  /** How many cards have a line. */
  readonly cards: number;
  /** Up to this length details are shown in full; 0: none are. */
  readonly details: number;
}

/** How much of every card is shown, from all to little. */
const LEVELS = [
  { title: 500, details: 4000 },
  { title: 500, details: 400 },
  { title: 200, details: 0 },
] as const;
const SHORTEST = { title: 80, details: 0 } as const;
type Level = (typeof LEVELS)[number] | typeof SHORTEST;

/** Parts of the room that columns, people, labels and the archive take at most. */
const SHARE = { columns: 0.6, names: 0.1, archive: 0.1 } as const;
/** For what is said of what is left out. */
const NOTES = 60;

/** The board in as many lines as there is room for: its columns always, then its cards, then their details. Says what is left out. */
export function describeBoard(base: StageBase, names: Names, { tokens, about }: Telling): BoardText {
  const { board } = base;
  const writer = createLineWriter(base, names);
  const head = [
    `board ${quoteWithin(board.title, Math.max(4, tokens / 20))}, ${board.cardCount} cards`,
    ...nameLine('people', peopleIn(base), tokens * SHARE.names),
    ...nameLine(
      'labels',
      board.labels().map(({ name }) => `#${quoteName(name)}`),
      tokens * SHARE.names,
    ),
  ];
  const columns = columnLines(board, names, Math.min(tokens * SHARE.columns, tokens - costOf(head) - NOTES));
  const room = tokens - costOf([...head, ...columns.lines.values()]) - costOf(columns.note) - NOTES;
  const archive = archiveLines(base, { names, writer }, Math.min(room, tokens * SHARE.archive));
  const chosen = chooseCards(base, writer, { tokens: room - costOf(archive), about });
  const lines = [...head];
  for (const { id } of board.columns()) {
    const line = columns.lines.get(id);
    if (line !== undefined) lines.push(line);
    for (const card of board.cardsIn(id)) {
      const text = chosen.lines.get(card.id);
      if (text !== undefined) lines.push(text);
    }
  }
  const left = board.cardCount - chosen.lines.size;
  lines.push(...columns.note, ...archive, ...notesOn(chosen.level, left));
  return { text: lines.join('\n'), cards: chosen.lines.size, details: left > 0 ? 0 : chosen.level.details };
}

function costOf(lines: readonly string[]): number {
  // With the break after each.
  return lines.reduce((sum, line) => sum + estimateTokens(line) + 1, 0);
}

function peopleIn({ people, context }: StageBase): string[] {
  return people.map(({ id, name }) => `@${quoteName(name)}${id === context.actorId ? ' (in the chat)' : ''}`);
}

/** A list of names, as many as there is room for, or nothing. */
function nameLine(what: string, list: readonly string[], room: number): string[] {
  for (let count = list.length; count > 0; count = Math.floor(count * 0.8)) {
    const more = count < list.length ? ` and ${list.length - count} more` : '';
    const line = `${what} ${list.slice(0, count).join(', ')}${more}`;
    if (costOf([line]) <= room) return [line];
  }
  return [];
}

interface Columns {
  readonly lines: ReadonlyMap<Id, string>;
  readonly note: readonly string[];
}

const COLUMN_TITLES = [120, 40, 16] as const;

/** A line for each column, shorter where there are many; of more than there is room for the first. */
function columnLines(board: Board, names: Names, room: number): Columns {
  const columns = board.columns();
  for (const most of COLUMN_TITLES) {
    const lines = columns.map((column) => columnLine(board, column, { names, most }));
    if (costOf(lines) <= room)
      return { lines: new Map(columns.map(({ id }, index) => [id, lines[index] ?? ''])), note: [] };
  }
  const lines = new Map<Id, string>();
  let left = room - NOTES;
  for (const column of columns) {
    const line = columnLine(board, column, { names, most: 16 });
    left -= costOf([line]);
    if (left < 0) break;
    lines.set(column.id, line);
  }
  return { lines, note: [`note: ${columns.length - lines.size} more columns are not listed.`] };
}

interface Naming {
  readonly names: Names;
  /** Characters of the title. */
  readonly most: number;
}

function columnLine(board: Board, { id, title, limit, done }: Column, { names, most }: Naming): string {
  const count = board.cardsIn(id).length;
  const facts = [
    count === 1 ? '1 card' : `${count} cards`,
    ...(limit === null ? [] : [`limit ${limit}`]),
    ...(done ? ['done'] : []),
  ];
  return `${names.short('column', id) ?? ''} ${quote(title, most)}, ${facts.join(', ')}`;
}

/** What was archived last, as much as there is room for. */
function archiveLines(
  { archive }: StageBase,
  { names, writer }: { names: Names; writer: LineWriter },
  room: number,
): string[] {
  const rows = [
    ...archive.columns.map(({ id, title }) => `  ${names.short('column', id) ?? ''} ${quote(title, 80)}`),
    ...archive.cards.map((card) => `  ${writer.name(card, 80)}`),
  ];
  const lines = ['archived last, not on the board (can be restored)'];
  let left = room - costOf(lines);
  for (const row of rows) {
    left -= costOf([row]);
    if (left < 0) break;
    lines.push(row);
  }
  return lines.length > 1 ? lines : [];
}

interface Choice {
  readonly lines: ReadonlyMap<Id, string>;
  readonly level: Level;
}

/** As much of all cards as there is room for, or else of some as little as will do. */
function chooseCards(base: StageBase, writer: LineWriter, { tokens, about }: Telling): Choice {
  const { board } = base;
  const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
  const shortest = fill(cards, tokens, (card) => cardLine(card, writer, SHORTEST));
  if (shortest.size < cards.length) {
    const lines = fill(rankCards(board, about), tokens, (card) => cardLine(card, writer, SHORTEST));
    return { lines, level: SHORTEST };
  }
  for (const level of LEVELS) {
    const lines = fill(cards, tokens, (card) => cardLine(card, writer, level));
    if (lines.size === cards.length) return { lines, level };
  }
  return { lines: shortest, level: SHORTEST };
}

function fill(cards: readonly Card[], room: number, write: (card: Card) => string): Map<Id, string> {
  const lines = new Map<Id, string>();
  let left = room;
  for (const card of cards) {
    const line = write(card);
    left -= costOf([line]);
    if (left < 0) break;
    lines.set(card.id, line);
  }
  return lines;
}

function cardLine(card: Card, writer: LineWriter, level: Level): string {
  const line = `  ${writer.card(card, level.title)}`;
  if (level.details === 0) return line;
  const facts = [line, ...writer.rest(card)].join(', ');
  return card.details === '' ? facts : `${facts}: ${quote(card.details, level.details)}`;
}

function notesOn({ details }: Level, left: number): string[] {
  if (left > 0)
    return [`note: ${left} cards and all details are not shown. search_cards finds them, get_card shows one.`];
  if (details === 0) return ['note: details are not shown. get_card shows those of a card.'];
  return details < LEVELS[0].details ? ['note: long details are cut and end in "…". get_card shows all of them.'] : [];
}
