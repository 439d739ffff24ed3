import { applyPatches, createBoard } from '@talkan/board/board';
import { decideChange } from '@talkan/board/decide';
import type { Board } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { expect, it } from 'vitest';
import { compareBoards } from './difference';

const people = { isMember: (id: string) => id !== 'gone', nameOf: (id: string) => (id === 'ann' ? 'Ann' : undefined) };

const nothing = createBoard({
  id: 'board',
  key: 'RM',
  title: 'Roadmap',
  seq: 0,
  lastNumber: 0,
  columns: [],
  cards: [],
});

function after(board: Board, ...operations: Operation[]): Board {
  const context = { actorId: 'ann', role: 'editor', now: '2026-01-01T00:00:00.000Z', loaded: new Map() } as const;
  const decided = decideChange(board, operations, context);
  if (isRefusal(decided)) throw new Error(decided.message);
  return applyPatches(board, decided.patches, board.seq + 1);
}

const past = after(
  nothing,
  { type: 'column.create', columnId: 'todo', title: 'To do' },
  { type: 'column.create', columnId: 'done', title: 'Done' },
  ...['One', 'Two', 'Three', 'Four'].map((title, index): Operation => {
    return { type: 'card.create', cardId: `card-${index + 1}`, columnId: 'todo', title };
  }),
);

it('finds nothing to do where the boards show the same', () => {
  expect(compareBoards(past, past, people)).toEqual({ counts: [], sentences: [], more: 0 });
  const moved = after(past, { type: 'card.move', cardId: 'card-1', columnId: 'done' });
  const back = after(moved, { type: 'card.move', cardId: 'card-1', columnId: 'todo', before: 'card-2' });
  expect(compareBoards(back, past, people).counts).toEqual([]);
});

it('counts what comes, goes, moves and is worded anew, and tells the first of it', () => {
  const now = after(
    past,
    { type: 'board.rename', title: 'Plan' },
    { type: 'card.archive', cardId: 'card-1' },
    { type: 'card.create', cardId: 'new', columnId: 'done', title: 'New' },
    { type: 'card.move', cardId: 'card-2', columnId: 'done' },
    { type: 'card.edit', cardId: 'card-3', title: 'Drei' },
    { type: 'card.move', cardId: 'card-4', columnId: 'todo', before: 'card-3' },
  );
  expect(compareBoards(now, past, people)).toEqual({
    counts: [
      'the board gets its old title',
      '1 card comes back',
      '1 card is archived',
      '1 card moves to another column',
      '1 card moves within its column',
      '1 card gets its old text',
    ],
    sentences: [
      'Rename the board to “Roadmap”.',
      'Restore RM-1 “One”.',
      'Archive RM-5 “New”.',
      'Move RM-2 “Two” from “Done” to “To do”.',
    ],
    more: 2,
  });
});

it('counts columns, and names one that comes back with the cards that return to it', () => {
  const now = after(
    past,
    ...['card-1', 'card-2', 'card-3', 'card-4'].map((cardId): Operation => {
      return { type: 'card.move', cardId, columnId: 'done' };
    }),
    { type: 'column.archive', columnId: 'todo' },
    { type: 'column.create', columnId: 'later', title: 'Later' },
    { type: 'column.rename', columnId: 'done', title: 'Shipped' },
  );
  const { counts, sentences } = compareBoards(now, past, people);
  expect(counts).toEqual([
    '1 column comes back',
    '1 column is archived',
    '1 column gets its old name',
    '4 cards move to other columns',
  ]);
  expect(sentences).toEqual([
    'Restore the column “To do”.',
    'Archive the column “Later”.',
    'Rename the column “Shipped” to “Done”.',
    'Move RM-1 “One” from “Shipped” to “To do”.',
  ]);
});

it('moves as few columns as will do', () => {
  const three = after(past, { type: 'column.create', columnId: 'later', title: 'Later' });
  const now = after(three, { type: 'column.move', columnId: 'todo' });
  expect(compareBoards(now, three, people)).toMatchObject({
    counts: ['1 column moves'],
    sentences: ['Move the column “To do” before “Done”.'],
  });
});

it('counts the labels, and the cards whose fields become what they were', () => {
  const then = after(
    past,
    { type: 'label.create', labelId: 'bug', name: 'Bug', hue: 28 },
    { type: 'label.create', labelId: 'copy', name: 'Copy', hue: 300 },
    { type: 'card.label', cardId: 'card-1', add: ['bug'] },
    { type: 'card.assign', cardId: 'card-1', add: ['ann', 'gone'] },
    { type: 'card.schedule', cardId: 'card-1', dueAt: '2026-11-24' },
    { type: 'card.estimate', cardId: 'card-2', estimate: 5 },
  );
  const now = after(
    then,
    { type: 'label.delete', labelId: 'copy' },
    { type: 'label.edit', labelId: 'bug', name: 'Defect' },
    { type: 'label.create', labelId: 'new', name: 'New', hue: 0 },
    { type: 'card.label', cardId: 'card-1', add: ['new'], remove: ['bug'] },
    { type: 'card.assign', cardId: 'card-1', remove: ['ann', 'gone'] },
    { type: 'card.schedule', cardId: 'card-1', dueAt: null, startAt: '2026-11-01' },
    { type: 'card.prioritize', cardId: 'card-2', priority: 'high' },
    { type: 'card.estimate', cardId: 'card-2', estimate: 8 },
    { type: 'card.link', cardId: 'card-3', kind: 'blocks', otherId: 'card-4' },
  );
  expect(compareBoards(now, then, people)).toMatchObject({
    counts: [
      '1 label is deleted',
      '1 label comes back',
      '1 label gets its old name or colour',
      '1 card gets its old labels',
      '1 card gets its old assignees',
      '1 card gets its old dates',
      '1 card gets its old priority',
      '1 card gets its old estimate',
      '1 card gets its old links',
    ],
  });
  const assigned = compareBoards(after(then, { type: 'card.assign', cardId: 'card-1', remove: ['ann'] }), then, people);
  expect(assigned.sentences).toEqual(['Assign Ann to RM-1 “One”.']);
  expect(
    compareBoards(after(then, { type: 'card.assign', cardId: 'card-1', remove: ['gone'] }), then, people).counts,
  ).toEqual([]);
});
