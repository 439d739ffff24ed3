import type { Operation } from '@talkan/board/operations';
import { createBoard, snapshotOf } from '@talkan/board/board';
import type { BoardSnapshot } from '@talkan/board/model';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../testing.js';
import { createBoardCache } from './board-cache.js';
import { readBoard, rewind } from './load.js';
import { expectLogToLeadToRows } from './testing/replay-log.js';
import { wholeBoardOf, type WholeBoardInput } from './whole-board.js';

// Few ids, so that operations meet: on the board, in the archive, and not at all.
const columnId = fc.constantFrom('col-backlog', 'col-progress', 'col-done', 'col-new');
const cardId = fc.constantFrom('card-1', 'card-2', 'card-4', 'card-7', 'new-1', 'new-2', 'new-3');
const text = fc.constantFrom('One', 'Two', 'Three');
const cardPlace = fc.record({ before: cardId, after: cardId }, { requiredKeys: [] });
const columnPlace = fc.record({ before: columnId, after: columnId }, { requiredKeys: [] });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constant('board.rename' as const), title: text }),
  fc
    .tuple(columnId, text, columnPlace)
    .map(([columnId, title, place]) => ({ type: 'column.create' as const, columnId, title, ...place })),
  fc.record({ type: fc.constant('column.rename' as const), columnId, title: text }),
  fc.tuple(columnId, columnPlace).map(([columnId, place]) => ({ type: 'column.move' as const, columnId, ...place })),
  fc.record({ type: fc.constantFrom('column.archive' as const, 'column.restore' as const), columnId }),
  fc
    .tuple(cardId, columnId, text, cardPlace)
    .map(([cardId, columnId, title, place]) => ({ type: 'card.create' as const, cardId, columnId, title, ...place })),
  fc.record({ type: fc.constant('card.edit' as const), cardId, title: text, details: text }),
  {
    weight: 4,
    arbitrary: fc
      .tuple(cardId, columnId, cardPlace)
      .map(([cardId, columnId, place]) => ({ type: 'card.move' as const, cardId, columnId, ...place })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('card.archive' as const, 'card.restore' as const), cardId }),
  },
);

type Step =
  | { readonly kind: 'commit'; readonly operations: Operation[] }
  | { readonly kind: 'undo'; readonly back: number }
  | { readonly kind: 'save'; readonly turn: number; readonly leaveOut: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('commit' as const),
      operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), back: fc.nat(5) }) },
  fc.record({ kind: fc.constant('save' as const), turn: fc.nat(10), leaveOut: fc.nat(10) }),
);

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const readBack = (person: Person) => person.caller.boards.get({ boardId: person.boardId });

function perform(person: Person, step: Step, at: { changeId: string; board: BoardSnapshot }): Promise<unknown> {
  const { boardId, caller } = person;
  const { changeId, board } = at;
  switch (step.kind) {
    case 'commit':
      return caller.boards.commit({ boardId, changeId, operations: step.operations });
    case 'undo':
      return caller.boards.undo({ boardId, changeId, seq: Math.max(1, board.seq - step.back) });
    case 'save':
      return caller.boards.save({ boardId, board: turnAround(board, step) });
  }
}

/** The board with its cards in another order and one of them left out. */
function turnAround(board: BoardSnapshot, { turn, leaveOut }: { turn: number; leaveOut: number }): WholeBoardInput {
  const whole = structuredClone(wholeBoardOf(board)) as WholeBoardInput;
  const ids = whole.columns.flatMap((column) => column.cardIds).toReversed();
  const [gone] = ids.splice(leaveOut, 1);
  if (gone) delete whole.cards[gone];
  const columns = whole.columns.map((column, index) => ({
    ...column,
    cardIds: ids.filter((_, at) => (at + turn) % whole.columns.length === index),
  }));
  return { ...whole, columns };
}

it('whatever is done, the log alone leads to exactly the rows in the tables, and back to every earlier board', async () => {
  let accepted = 0;
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
    const ann = await app.user();
    const { boardId } = ann;
    const past = [await readBack(ann)];
    for (const [index, step] of steps.entries()) {
      const board = past.at(-1);
      if (!board) throw new Error('There is always a board');
      const done = await perform(ann, step, { changeId: `change-${index}`, board }).then(
        () => true,
        () => false,
      );
      const now = await readBack(ann);
      if (done) accepted += 1;
      else expect(now).toEqual(board);
      if (now.seq > board.seq) past.push(now);
    }

    const { board, length } = await expectLogToLeadToRows(app.services.db.read, boardId);
    expect(past.at(-1)).toMatchObject(board);

    const fromTables = await readBoard({ ...app.services, boards: createBoardCache() }, boardId, length);
    for (const { role, ...snapshot } of past) {
      expect(role).toBe('owner');
      const back = await rewind(app.services.db.read, fromTables, snapshot.seq);
      expect(back && snapshotOf(back)).toEqual(snapshotOf(createBoard(snapshot)));
    }
  });
  await fc.assert(property, { numRuns: 40 });
  // The steps are random; enough of them must have been possible.
  expect(accepted).toBeGreaterThan(60);
});
