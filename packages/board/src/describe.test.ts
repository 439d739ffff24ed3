import { german } from '@talkan/words/de';
import { ENGLISH, speak } from '@talkan/words/language';
import { afterEach, expect, it } from 'vitest';
import { describeChange, describeOperation } from './describe.js';
import type { LoggedOperation, Operation } from './operations.js';
import { boardOf } from './testing/boards.js';

const board = boardOf({ todo: ['a', 'b'], done: [] });

afterEach(() => speak(() => ENGLISH));

it.each<[LoggedOperation, string]>([
  [{ type: 'board.rename', title: 'Plan' }, 'Renamed the board to “Plan”.'],
  [{ type: 'column.create', columnId: 'n', title: 'New' }, 'Added the column “New”.'],
  [{ type: 'column.rename', columnId: 'todo', title: 'Next' }, 'Renamed the column “TODO” to “Next”.'],
  [{ type: 'column.move', columnId: 'done', before: 'todo' }, 'Moved the column “DONE” before “TODO”.'],
  [{ type: 'column.move', columnId: 'todo' }, 'Moved the column “TODO” to the end.'],
  [{ type: 'column.archive', columnId: 'done' }, 'Archived the column “DONE”.'],
  [{ type: 'column.restore', columnId: 'gone' }, 'Restored a column.'],
  [{ type: 'card.create', cardId: 'n', columnId: 'todo', title: 'New' }, 'Added “New” to “TODO”.'],
  [{ type: 'card.edit', cardId: 'a', title: 'New' }, 'Renamed RM-1 “A” to “New”.'],
  [{ type: 'card.edit', cardId: 'a', details: 'More' }, 'Changed the details of RM-1 “A”.'],
  [
    { type: 'card.edit', cardId: 'a', title: 'New', details: 'More' },
    'Renamed RM-1 “A” to “New” and changed its details.',
  ],
  [{ type: 'card.edit', cardId: 'a', title: 'A' }, 'Left RM-1 “A” as it was.'],
  [{ type: 'card.move', cardId: 'a', columnId: 'done' }, 'Moved RM-1 “A” from “TODO” to “DONE”.'],
  [{ type: 'card.move', cardId: 'a', columnId: 'todo' }, 'Moved RM-1 “A” within “TODO”.'],
  [{ type: 'card.archive', cardId: 'b' }, 'Archived RM-2 “B”.'],
  [{ type: 'card.restore', cardId: 'gone' }, 'Restored a card.'],
  [{ type: 'card.leave', cardId: 'a' }, 'Moved RM-1 “A” to another board.'],
  [{ type: 'card.arrive', cardId: 'a', columnId: 'todo' }, 'Added RM-1 “A” from another board.'],
])('describes %j', (operation, sentence) => {
  expect(describeOperation(board, operation)).toBe(sentence);
});

it('describes a change by its first operation and the number of the others', () => {
  const archive: Operation = { type: 'card.archive', cardId: 'a' };
  expect(describeChange(board, [archive])).toBe('Archived RM-1 “A”.');
  expect(describeChange(board, [archive, archive])).toBe('Archived RM-1 “A”, and 1 more change.');
  expect(describeChange(board, [archive, archive, archive])).toBe('Archived RM-1 “A”, and 2 more changes.');
});

it('cuts a long title short between two characters, and not within one', () => {
  const title = `${'x'.repeat(78)}🎉 and more`;
  expect(describeOperation(board, { type: 'board.rename', title })).toBe(`Renamed the board to “${'x'.repeat(78)}…”.`);
});

it('tells what is only proposed as what is to be done', () => {
  const tell = (operation: Operation) => describeOperation(board, operation, { tense: 'proposed' });
  expect(tell({ type: 'card.archive', cardId: 'a' })).toBe('Archive RM-1 “A”.');
  expect(tell({ type: 'card.edit', cardId: 'a', title: 'New', details: 'More' })).toBe(
    'Rename RM-1 “A” to “New” and change its details.',
  );
});

it('leaves the name of a card out where the sentence stands on that card', () => {
  const tell = (operation: Operation) => describeOperation(board, operation, { onCard: true });
  expect(tell({ type: 'card.move', cardId: 'a', columnId: 'done' })).toBe('Moved from “TODO” to “DONE”.');
  expect(tell({ type: 'card.create', cardId: 'n', columnId: 'todo', title: 'New' })).toBe('Added to “TODO”.');
  expect(tell({ type: 'card.edit', cardId: 'a', title: 'New' })).toBe('Renamed to “New”.');
  expect(tell({ type: 'card.edit', cardId: 'a', details: 'More' })).toBe('Changed the details.');
  expect(tell({ type: 'card.archive', cardId: 'a' })).toBe('Archived.');
});

it('writes the name of a person as it is, also where a sentence begins with it', () => {
  speak(() => ({ code: 'de', locale: 'de-DE', catalogue: german }));
  const tell = (change: { add?: string[]; remove?: string[] }, onCard: boolean) =>
    describeOperation(board, { type: 'card.assign', cardId: 'a', ...change }, { onCard, nameOf: (id) => id });
  expect(tell({ add: ['ana'] }, true)).toBe('ana zugewiesen.');
  expect(tell({ remove: ['ana'] }, true)).toBe('ana entfernt.');
  expect(tell({ remove: ['ana'] }, false)).toBe('ana von RM-1 „A“ entfernt.');
  expect(describeOperation(board, { type: 'card.archive', cardId: 'a' }, { onCard: true })).toBe('Archiviert.');
});
