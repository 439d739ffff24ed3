import { createBoard, snapshotOf } from '../board.js';
import { loadedKey, type DecideContext } from '../decide-context.js';
import type { Board, Card, Column, PlainCard, PlainColumn } from '../model.js';
import { freshRanks } from '../rank.js';

export const NOW = '2026-01-02T03:04:05.678Z';

export const context: DecideContext = { actorId: 'ada', role: 'editor', now: NOW, loaded: new Map() };

/** A board from a drawing: `{ todo: ['a', 'b'], done: [] }`. Titles are the ids in capitals. */
export function boardOf(lanes: Readonly<Record<string, readonly string[]>>): Board {
  const names = Object.keys(lanes);
  const columnRanks = freshRanks(names.length);
  let number = 0;
  const columns = names.map((id, index): PlainColumn => {
    return { id, rank: columnRanks[index] ?? '', title: id.toUpperCase() };
  });
  const cards = names.flatMap((columnId) => {
    const ids = lanes[columnId] ?? [];
    const ranks = freshRanks(ids.length);
    return ids.map((id, index): PlainCard => {
      number += 1;
      const rank = ranks[index] ?? '';
      const title = id.toUpperCase();
      return { id, number, columnId, rank, title, createdAt: NOW, createdBy: 'ada' };
    });
  });
  return createBoard({ id: 'board', key: 'RM', title: 'Board', seq: 0, lastNumber: number, columns, cards });
}

/** The drawing of a board. */
export function lanesOf(board: Board): Record<string, string[]> {
  return Object.fromEntries(board.columns().map(({ id }) => [id, board.cardsIn(id).map((card) => card.id)]));
}

/** A board with `cards` cards in `columns` columns, for what has to be fast. */
export function largeBoard(columns: number, cards: number): Board {
  const lanes: Record<string, string[]> = {};
  for (let index = 0; index < columns; index++) lanes[`c${index}`] = [];
  for (let index = 0; index < cards; index++) lanes[`c${index % columns}`]?.push(`k${index}`);
  return boardOf(lanes);
}

/** The same board with the gaps between its cards nearly used up: whatever is put into one ranks its neighbours anew. */
export function tightened(board: Board): Board {
  const snapshot = snapshotOf(board);
  const cards = snapshot.cards.map((card) => ({ ...card, rank: `a0${'V'.repeat(60)}${card.rank.slice(1)}V` }));
  return createBoard({ ...snapshot, cards });
}

/** The context with these archived rows loaded. */
export function withLoaded(rows: readonly (Card | Column)[]): DecideContext {
  const entries = rows.map((row): [string, Card | Column] => [
    loadedKey('columnId' in row ? 'card' : 'column', row.id),
    row,
  ]);
  return { ...context, loaded: new Map(entries) };
}
