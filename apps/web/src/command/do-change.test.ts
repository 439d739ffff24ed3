import type { ChangeUnderstood } from '@talkan/board/command/command';
import { expect, test } from 'vitest';
import { sayChange } from './do-change';

const change: ChangeUnderstood = {
  kind: 'change',
  operations: [],
  sentences: ['Add “chapter 2” to “Someday”.', 'Assign Ana to NV-8 “chapter 2”.'],
  cardIds: [],
  note: null,
  sure: 1,
};

test('a change is told by its first sentence and how many more there are', () => {
  expect(sayChange(change)).toBe('Add “chapter 2” to “Someday”, and 1 more change.');
  expect(sayChange({ ...change, sentences: change.sentences.slice(0, 1) })).toBe('Add “chapter 2” to “Someday”.');
});

test('what is to be known before stands behind it', () => {
  expect(sayChange({ ...change, note: 'There is NV-2 “Chapter 2: The storm” already.' })).toBe(
    'Add “chapter 2” to “Someday”, and 1 more change. There is NV-2 “Chapter 2: The storm” already.',
  );
});
