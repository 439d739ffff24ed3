import { createBoard } from '@talkan/board/board';
import type { Board, PlainCard } from '@talkan/board/model';
import { DEMO_BOARD } from '../../boards/demo-board.js';
import type { Scope } from '../scope/goes-beyond.js';

const MADE_AT = '2026-11-01T09:00:00.000Z';
/** A Wednesday. */
const NOW = '2026-11-25T10:00:00.000Z';

/** The board that a newcomer finds, with labels, a list and dates. @param changed other titles and fields, by card */
export function demoBoard(changed: Readonly<Record<string, Partial<PlainCard>>> = {}): Board {
  const { operations } = DEMO_BOARD;
  const columns = operations.flatMap((one, index) =>
    one.type === 'column.create'
      ? [{ id: one.columnId, title: one.title, rank: `a${index}`, done: one.title === 'Done' }]
      : [],
  );
  const cards = operations
    .flatMap((one) => (one.type === 'card.create' ? [one] : []))
    .map(({ cardId: id, columnId, title, details = '' }, index): PlainCard => ({
      id,
      columnId,
      title,
      details,
      number: index + 1,
      rank: `a${index}`,
      createdAt: MADE_AT,
      createdBy: 'sam',
      ...changed[id],
    }));
  const labels = ['bug', 'design'].map((name, index) => ({
    id: `label-${name}`,
    name,
    hue: index * 90,
    archivedAt: null,
    mergedInto: null,
  }));
  return createBoard({
    id: 'b',
    key: 'RM',
    title: DEMO_BOARD.title,
    seq: 1,
    lastNumber: cards.length,
    columns,
    cards,
    labels,
  });
}

/** What sam says on a board with ana and ben. */
export function saying(said: string, more: Partial<Scope> = {}): Scope {
  return {
    board: demoBoard(),
    archive: { cards: [], columns: [] },
    said,
    earlier: [],
    people: [
      { id: 'sam', name: 'sam' },
      { id: 'ana', name: 'Ana Silva' },
      { id: 'ben', name: 'Ben Okafor' },
    ],
    actorId: 'sam',
    now: NOW,
    understood: [],
    ...more,
  };
}
