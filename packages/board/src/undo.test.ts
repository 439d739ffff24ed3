import { describe, expect, it } from 'vitest';
import type { Change } from './change.js';
import type { Operation } from './operations.js';
import { isRefusal, type Refusal } from './refusal.js';
import { boardOf, lanesOf } from './testing/boards.js';
import { LogServer } from './testing/server.js';
import { decideUndo, rowsOfUndo } from './undo.js';

function serverWith(...changes: readonly (readonly Operation[])[]): LogServer {
  const server = new LogServer(boardOf({ todo: ['a', 'b'], doing: [], done: ['x'] }));
  for (const [index, operations] of changes.entries()) {
    const answer = server.commit(`c${index}`, operations);
    if (isRefusal(answer)) throw new Error(answer.message);
  }
  return server;
}

function undoFirst(server: LogServer): readonly unknown[] | Refusal {
  const [first, ...later] = server.log;
  if (!first) throw new Error('nothing to undo');
  return decideUndo(server.board, first, {
    ...server.context,
    since: later.map((change) => ({ actorName: 'Mira', patches: change.patches })),
  });
}

const moveA: Operation = { type: 'card.move', cardId: 'a', columnId: 'doing' };

describe('undo is refused, naming who, where', () => {
  it.each<[string, Operation[], Operation[], string]>([
    [
      'a title changed since',
      [{ type: 'card.edit', cardId: 'a', title: 'Mine' }],
      [{ type: 'card.edit', cardId: 'a', title: 'Hers' }],
      'Mira changed the title of RM-1 “Hers” since.',
    ],
    [
      'a card was moved on',
      [moveA],
      [{ type: 'card.move', cardId: 'a', columnId: 'done' }],
      'Mira moved RM-1 “A” to DONE since.',
    ],
    [
      'a moved card was archived',
      [moveA],
      [{ type: 'card.archive', cardId: 'a' }],
      'Mira archived RM-1 “A” since. Restore it first.',
    ],
    [
      'the column it came from is archived',
      [{ type: 'card.move', cardId: 'x', columnId: 'todo' }],
      [{ type: 'column.archive', columnId: 'done' }],
      'Mira archived the column “DONE” since. Restore it first.',
    ],
    [
      'a created column was filled',
      [{ type: 'column.create', columnId: 'c1', title: 'New' }],
      [{ type: 'card.move', cardId: 'a', columnId: 'c1' }],
      'Mira put cards into “New” since. Move or archive them first.',
    ],
    [
      'a column was renamed again',
      [{ type: 'column.rename', columnId: 'todo', title: 'One' }],
      [{ type: 'column.rename', columnId: 'todo', title: 'Two' }],
      'Mira renamed the column to “Two” since.',
    ],
    [
      'the board was renamed again',
      [{ type: 'board.rename', title: 'One' }],
      [{ type: 'board.rename', title: 'Two' }],
      'Mira renamed the board since.',
    ],
  ])('%s', (_, mine, hers, message) => {
    const refusal = undoFirst(serverWith(mine, hers));
    expect(refusal).toMatchObject({ code: 'conflict', message });
  });
});

describe('undo goes around what others did', () => {
  it('takes a card back to its column where others reordered and edited it', () => {
    const server = serverWith(
      [moveA],
      [{ type: 'card.move', cardId: 'x', columnId: 'doing', before: 'a' }],
      [{ type: 'card.edit', cardId: 'a', title: 'Hers' }],
    );
    server.undo('u', 1);
    expect(lanesOf(server.board)).toEqual({ todo: ['a', 'b'], doing: ['x'], done: [] });
    expect(server.board.card('a')?.title).toBe('Hers');
  });

  it('puts a card beside one that took its rank', () => {
    const server = serverWith([moveA], [{ type: 'card.move', cardId: 'x', columnId: 'todo', before: 'b' }]);
    server.undo('u', 1);
    expect(lanesOf(server.board).todo).toContain('a');
    expect(new Set(server.board.cardsIn('todo').map((card) => card.rank)).size).toBe(3);
  });

  it('archives what was created, and gives no number back', () => {
    const server = serverWith([{ type: 'card.create', cardId: 'n', columnId: 'todo', title: 'New' }]);
    server.undo('u', 1);
    expect(server.board.card('n')).toBeUndefined();
    expect(server.archive.get('card:n')).toMatchObject({ number: 4, title: 'New' });
    expect(server.board.lastNumber).toBe(4);
  });

  it('restores an archived column with all its cards', () => {
    const server = serverWith([
      { type: 'card.archive', cardId: 'a' },
      { type: 'card.archive', cardId: 'b' },
      { type: 'column.archive', columnId: 'todo' },
    ]);
    server.undo('u', 1);
    expect(lanesOf(server.board)).toEqual({ todo: ['a', 'b'], doing: [], done: ['x'] });
  });

  it('changes nothing where all is already as it was', () => {
    const server = serverWith([{ type: 'card.archive', cardId: 'a' }], [{ type: 'card.restore', cardId: 'a' }]);
    expect(undoFirst(server)).toEqual([]);
  });
});

it('undo is for those who may change the board', () => {
  const server = serverWith([moveA]);
  const [change] = server.log;
  if (!change) throw new Error('no change');
  expect(decideUndo(server.board, change, { ...server.context, role: 'viewer' })).toMatchObject({ code: 'forbidden' });
});

it('names the rows that it needs, the columns that cards came from among them', () => {
  const [change] = serverWith([moveA]).log satisfies readonly Change[];
  expect(change && rowsOfUndo(change)).toEqual([
    { entity: 'column', id: 'doing' },
    { entity: 'card', id: 'a' },
    { entity: 'column', id: 'todo' },
  ]);
});
