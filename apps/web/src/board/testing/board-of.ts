import { createBoard } from '@talkan/board/board';
import type { Board, BoardSnapshot } from '@talkan/board/model';

/** A board from the names of its cards: `{todo: 'a b c', done: ''}`. */
export function snapshotOf(lanes: Record<string, string>): BoardSnapshot {
  const names = Object.keys(lanes);
  const cards = Object.entries(lanes).flatMap(([columnId, ids]) =>
    ids
      .split(' ')
      .filter(Boolean)
      .map((id) => ({ id, columnId })),
  );
  return {
    id: 'board',
    key: 'RM',
    title: 'Board',
    seq: 0,
    lastNumber: cards.length,
    columns: names.map((id, index) => ({ id, rank: `a${index}`, title: id, archivedAt: null })),
    cards: cards.map(({ id, columnId }, index) => ({
      id,
      columnId,
      number: index + 1,
      rank: `a${String.fromCodePoint(48 + index)}`,
      title: id,
      details: '',
      archivedAt: null,
      createdAt: '2026-11-23T00:00:00.000Z',
      createdBy: 'me',
    })),
  };
}

export function boardOf(lanes: Record<string, string>): Board {
  return createBoard(snapshotOf(lanes));
}
