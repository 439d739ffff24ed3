import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from './board.js';
import { isRefusal } from './refusal.js';
import type { Operation } from './operations.js';
import { tellChange } from './tell-change.js';
import { boardOf } from './testing/boards.js';
import { attempts, operationFor } from './testing/operations.js';
import { LogServer } from './testing/server.js';

const start = () => boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: [] });

/** What is told of the undo of these operations, made as one change. */
function undoOf(...operations: Operation[]) {
  const server = new LogServer(start());
  const made = server.commit('one', operations);
  if (isRefusal(made)) throw new Error(made.message);
  const before = server.board;
  const undone = server.undo('two', 1);
  if (isRefusal(undone)) throw new Error(undone.message);
  return tellChange(before, undone, { undone: { seq: 1, again: false } });
}

describe('an undo is told by what it did', () => {
  it.each<[string, Operation]>([
    ['Undid change 1: moved RM-1 “A” from “DONE” to “TODO”.', { type: 'card.move', cardId: 'a', columnId: 'done' }],
    ['Undid change 1: moved RM-1 “A” within “TODO”.', { type: 'card.move', cardId: 'a', columnId: 'todo' }],
    ['Undid change 1: renamed RM-1 “New” to “A”.', { type: 'card.edit', cardId: 'a', title: 'New' }],
    ['Undid change 1: changed the details of RM-1 “A”.', { type: 'card.edit', cardId: 'a', details: 'New' }],
    ['Undid change 1: restored RM-1 “A”.', { type: 'card.archive', cardId: 'a' }],
    ['Undid change 1: archived RM-5 “N”.', { type: 'card.create', cardId: 'n', columnId: 'todo', title: 'N' }],
    ['Undid change 1: archived the column “N”.', { type: 'column.create', columnId: 'n', title: 'N' }],
    ['Undid change 1: restored the column “DONE”.', { type: 'column.archive', columnId: 'done' }],
    ['Undid change 1: renamed the column “N” to “TODO”.', { type: 'column.rename', columnId: 'todo', title: 'N' }],
    ['Undid change 1: moved the column “DONE” to the end.', { type: 'column.move', columnId: 'done', before: 'todo' }],
    ['Undid change 1: renamed the board to “Board”.', { type: 'board.rename', title: 'N' }],
  ])('%s', (sentence, operation) => {
    expect(undoOf(operation).sentence).toBe(sentence);
  });

  it('and a redo likewise', () => {
    const told = tellChange(start(), { operations: [], patches: [] }, { undone: { seq: 4, again: true } });
    expect(told).toEqual({ sentence: 'Redid change 4: changed nothing.', items: [], count: 0 });
  });

  it('with what else it did counted', () => {
    const told = undoOf({ type: 'card.archive', cardId: 'd' }, { type: 'column.archive', columnId: 'doing' });
    expect(told.sentence).toBe('Undid change 1: restored the column “DOING”, and 1 more change.');
    expect(told.items.map(({ entity, id }) => `${entity} ${id}`)).toEqual(['column doing', 'card d']);
  });
});

describe('a change', () => {
  it('names what it brought, and that once', () => {
    const server = new LogServer(start());
    server.commit('one', [{ type: 'card.archive', cardId: 'a' }]);
    const before = server.board;
    const back = server.commit('two', [
      { type: 'card.restore', cardId: 'a' },
      { type: 'card.move', cardId: 'a', columnId: 'done' },
      { type: 'card.edit', cardId: 'a', title: 'A' },
    ]);
    if (isRefusal(back)) throw new Error(back.message);
    expect(tellChange(before, back)).toMatchObject({ sentence: 'Restored RM-1 “A”.', count: 1 });
  });

  it('that deleted for ever says so, and no name', () => {
    const patches = [
      { entity: 'card', id: 'x', before: { archivedAt: '2026-01-01T00:00:00.000Z' }, after: null },
    ] as const;
    expect(tellChange(start(), { operations: [], patches })).toEqual({
      sentence: 'Deleted a card for ever.',
      items: [{ entity: 'card', id: 'x', text: 'Deleted a card for ever.' }],
      count: 1,
    });
  });

  it('of thousands of operations is told by the first fifty and their number', () => {
    const operations = Array.from({ length: 3000 }, (_, index): Operation => {
      return { type: 'card.create', cardId: `n${index}`, columnId: 'done', title: `N${index}` };
    });
    const server = new LogServer(start());
    const made = server.commit('one', operations);
    if (isRefusal(made)) throw new Error(made.message);
    const told = tellChange(start(), made);
    expect(told.items).toHaveLength(50);
    expect(told.count).toBe(3000);
    expect(told.sentence).toBe('Added “N0” to “DONE”, and 2,999 more changes.');
  });
});

it('tells whatever is done and undone in whole sentences', () => {
  fc.assert(
    fc.property(fc.array(attempts, { minLength: 1, maxLength: 30 }), (changes) => {
      const server = new LogServer(start());
      for (const [index, tried] of changes.entries()) {
        const seq = server.log.length;
        const undo = seq > 0 && index % 3 === 2;
        if (undo) server.undo(`u${index}`, seq);
        else
          server.commit(
            `c${index}`,
            tried.map((one) => operationFor(server.board, one)),
          );
      }
      let board = start();
      for (const change of server.log) {
        const told = tellChange(board, change);
        board = applyPatches(board, change.patches, change.seq);
        const isWhole = /^[A-Z].*\.$/u;
        expect(told.sentence).toMatch(isWhole);
        for (const item of told.items) expect(item.text).toMatch(isWhole);
        if (change.operations.length === 0) expect(told.sentence).not.toMatch(/a card|a column/);
      }
    }),
  );
});
