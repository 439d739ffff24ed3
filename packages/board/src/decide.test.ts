import { describe, expect, it } from 'vitest';
import { applyPatches, createBoard, snapshotOf } from './board.js';
import { decide, decideChange, rowsNamed } from './decide.js';
import { LIMITS } from './limits.js';
import type { Board } from './model.js';
import type { Operation } from './operations.js';
import { isRefusal, type Refusal } from './refusal.js';
import { fingerprint } from './text.js';
import { wholeCard } from './rows.js';
import { boardOf, context, lanesOf, largeBoard, NOW, withLoaded } from './testing/boards.js';

const board = boardOf({ todo: ['a', 'b'], done: [] });

function refusalOf(on: Board, operation: Operation, given = context): Refusal {
  const decided = decide(on, operation, given);
  if (!isRefusal(decided)) throw new Error('not refused');
  return decided;
}

describe('who may change a board', () => {
  it('is an editor or an owner', () => {
    const archive: Operation = { type: 'card.archive', cardId: 'a' };
    for (const role of ['viewer', 'commenter'] as const) {
      expect(refusalOf(board, archive, { ...context, role }).code).toBe('forbidden');
    }
    for (const role of ['editor', 'owner'] as const) {
      expect(isRefusal(decide(board, archive, { ...context, role }))).toBe(false);
    }
  });
});

describe('texts', () => {
  it('are trimmed, and refused where they are empty or too long', () => {
    expect(decide(board, { type: 'card.edit', cardId: 'a', title: '  New  ' }, context)).toEqual([
      { entity: 'card', id: 'a', before: { title: 'A', changedAt: NOW }, after: { title: 'New', changedAt: NOW } },
    ]);
    const refused: Operation[] = [
      { type: 'card.edit', cardId: 'a', title: '  ' },
      { type: 'card.edit', cardId: 'a', title: 'x'.repeat(LIMITS.title + 1) },
      { type: 'card.edit', cardId: 'a', details: 'é'.repeat(LIMITS.detailsBytes / 2 + 1) },
      { type: 'card.edit', cardId: 'a', details: 'half \uD83D' },
      { type: 'card.create', cardId: 'n', columnId: 'todo', title: 'a\0b' },
      { type: 'column.rename', columnId: 'todo', title: 'x'.repeat(LIMITS.name + 1) },
      { type: 'column.create', columnId: '-', title: 'x' },
      { type: 'board.rename', title: '' },
    ];
    for (const operation of refused) expect(refusalOf(board, operation).code, operation.type).toBe('invalid');
  });

  it('conflict if, and only if, another text stands there than the author saw', () => {
    const edit = (was: string): Operation => ({
      type: 'card.edit',
      cardId: 'a',
      title: { to: 'Mine', was: fingerprint(was) },
    });
    expect(isRefusal(decide(board, edit('A'), context))).toBe(false);
    expect(refusalOf(board, edit('Older'))).toMatchObject({
      code: 'conflict',
      ids: ['a'],
      current: { title: 'A' },
      proposed: { title: 'Mine' },
    });
    expect(isRefusal(decide(board, { type: 'card.edit', cardId: 'a', title: 'Whatever it was' }, context))).toBe(false);
  });
});

describe('what is not on the board', () => {
  const archived = { ...board.cardsIn('todo')[0], id: 'old', number: 9, archivedAt: NOW, columnId: 'todo' };
  const loaded = withLoaded([wholeCard({ ...archived, rank: 'a0', title: 'Old', createdAt: NOW, createdBy: 'ada' })]);

  it('is not found where it never was, and says so where it is archived', () => {
    expect(refusalOf(board, { type: 'card.edit', cardId: 'old', title: 'x' }).code).toBe('not_found');
    expect(refusalOf(board, { type: 'card.edit', cardId: 'old', title: 'x' }, loaded)).toMatchObject({
      code: 'conflict',
      message: 'RM-9 “Old” is archived. Restore it first.',
    });
    expect(refusalOf(board, { type: 'card.create', cardId: 'old', columnId: 'todo', title: 'x' }, loaded).code).toBe(
      'conflict',
    );
    expect(decide(board, { type: 'card.archive', cardId: 'old' }, loaded)).toEqual([]);
  });

  it('comes back with all it was, beside a rank that is taken', () => {
    const decided = decideChange(board, [{ type: 'card.restore', cardId: 'old' }], loaded);
    if (isRefusal(decided)) throw new Error(decided.message);
    expect(lanesOf(decided.board).todo).toEqual(['a', 'old', 'b']);
    expect(decided.board.card('old')).toMatchObject({ number: 9, title: 'Old', archivedAt: null });
  });

  it('comes back in the first column where its own is gone', () => {
    const without = boardOf({ done: ['z'] });
    const decided = decideChange(without, [{ type: 'card.restore', cardId: 'old' }], loaded);
    if (isRefusal(decided)) throw new Error(decided.message);
    expect(lanesOf(decided.board)).toEqual({ done: ['z', 'old'] });
    expect(refusalOf(boardOf({}), { type: 'card.restore', cardId: 'old' }, loaded).code).toBe('conflict');
  });
});

describe('a column', () => {
  it('is not archived while it holds cards, and names them', () => {
    expect(refusalOf(board, { type: 'column.archive', columnId: 'todo' })).toMatchObject({
      code: 'conflict',
      message: '“TODO” still holds 2 cards. Move or archive what is in it first.',
      ids: ['todo', 'a', 'b'],
    });
  });

  it('goes with its cards in one change, and they can come back in one', () => {
    const away: Operation[] = [
      { type: 'card.archive', cardId: 'a' },
      { type: 'card.archive', cardId: 'b' },
      { type: 'column.archive', columnId: 'todo' },
    ];
    const back: Operation[] = [
      { type: 'column.restore', columnId: 'todo' },
      { type: 'card.restore', cardId: 'a' },
      { type: 'card.restore', cardId: 'b' },
    ];
    const gone = decideChange(board, away, context);
    if (isRefusal(gone)) throw new Error(gone.message);
    expect(lanesOf(gone.board)).toEqual({ done: [] });
    const both = decideChange(board, [...away, ...back], context);
    if (isRefusal(both)) throw new Error(both.message);
    expect(lanesOf(both.board)).toEqual(lanesOf(board));
  });
});

describe('a change', () => {
  it('is all of its operations or none', () => {
    const refused = decideChange(
      board,
      [
        { type: 'card.archive', cardId: 'a' },
        { type: 'card.archive', cardId: 'nobody' },
      ],
      context,
    );
    expect(refused).toMatchObject({ code: 'not_found', ids: ['nobody'] });
    expect(lanesOf(board)).toEqual({ todo: ['a', 'b'], done: [] });
  });

  it('gives new cards numbers that were never used, and names the rows it needs', () => {
    const create = (cardId: string): Operation => ({ type: 'card.create', cardId, columnId: 'done', title: cardId });
    const decided = decideChange(board, [create('n1'), { type: 'card.archive', cardId: 'n1' }, create('n2')], context);
    if (isRefusal(decided)) throw new Error(decided.message);
    expect(decided.board.card('n2')?.number).toBe(4);
    expect(rowsNamed([create('n1'), create('n1')])).toEqual([
      { entity: 'column', id: 'done' },
      { entity: 'card', id: 'n1' },
    ]);
  });
});

describe('a full board', () => {
  it('takes no card, column or text beyond its limits', () => {
    const full = largeBoard(LIMITS.columns, LIMITS.cards);
    expect(refusalOf(full, { type: 'card.create', cardId: 'n', columnId: 'c0', title: 'n' }).code).toBe('limit');
    expect(refusalOf(full, { type: 'column.create', columnId: 'n', title: 'n' }).code).toBe('limit');
    const text = 'x'.repeat(LIMITS.detailsBytes);
    const snapshot = snapshotOf(largeBoard(1, 256));
    const heavy = createBoard({
      ...snapshot,
      cards: snapshot.cards.map((card, index) => (index < 255 ? { ...card, details: text } : card)),
    });
    expect(refusalOf(heavy, { type: 'card.edit', cardId: 'k255', details: text }).code).toBe('limit');
    expect(isRefusal(decide(heavy, { type: 'card.edit', cardId: 'k0', details: 'less' }, context))).toBe(false);
  });
});

describe('a new version of a board', () => {
  it('shares every card, list and column that did not change', () => {
    const before = boardOf({ todo: ['a', 'b'], doing: ['c'], done: ['d'] });
    const decided = decide(before, { type: 'card.move', cardId: 'a', columnId: 'doing' }, context);
    if (isRefusal(decided)) throw new Error(decided.message);
    const after = applyPatches(before, decided, 1);
    expect(after.cardsIn('done')).toBe(before.cardsIn('done'));
    expect(after.cardsIn('todo')).not.toBe(before.cardsIn('todo'));
    for (const id of ['b', 'c', 'd']) expect(after.card(id)).toBe(before.card(id));
    expect(after.column('todo')).toBe(before.column('todo'));
    expect(after.columns()).toBe(before.columns());
    expect(before.cardsIn('doing').map((card) => card.id)).toEqual(['c']);
    expect(after.seq).toBe(1);
  });

  it('leaves the one before as it was, also where many operations made it', () => {
    const before = boardOf({ todo: ['a', 'b'], done: ['c'] });
    const move = (cardId: string, columnId: string): Operation => ({ type: 'card.move', cardId, columnId });
    const first = decideChange(before, [move('a', 'done'), move('b', 'done')], context);
    if (isRefusal(first)) throw new Error(first.message);
    const second = decideChange(first.board, [move('c', 'todo'), move('a', 'todo')], context);
    if (isRefusal(second)) throw new Error(second.message);
    expect(lanesOf(before)).toEqual({ todo: ['a', 'b'], done: ['c'] });
    expect(lanesOf(first.board)).toEqual({ todo: [], done: ['c', 'a', 'b'] });
    expect(lanesOf(second.board)).toEqual({ todo: ['c', 'a'], done: ['b'] });
  });

  it('keeps ids that are names of object properties', () => {
    const odd = boardOf({ constructor: ['toString', 'hasOwnProperty'] });
    expect(odd.card('toString')?.title).toBe('TOSTRING');
    expect(odd.card('valueOf')).toBeUndefined();
    expect(odd.column('constructor')).toBeDefined();
  });
});

it('refuses an operation of another version of the app, that a browser had queued', () => {
  const queued: Operation = JSON.parse('{"type":"card.colour","cardId":"a"}');
  expect(refusalOf(board, queued).code).toBe('invalid');
});
