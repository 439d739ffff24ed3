import type { Operation } from '@talkan/board/operations';
import { expect, test } from 'vitest';
import { WHOLE, type Choice } from './choice';
import { readChoice, writeChoice } from './choice-draft';
import { withField } from './operation-fields';

const CREATE: Operation = { type: 'card.create', cardId: 'new', columnId: 'left', title: 'Proposed', before: 'one' };
const EDIT: Operation = { type: 'card.edit', cardId: 'one', details: { to: 'Proposed', was: '0123456789abcdef' } };
const DUE: Operation = { type: 'card.schedule', cardId: 'one', dueAt: '2026-12-01' };
const PROPOSED = [CREATE, EDIT, DUE];

const again = (choice: Choice) => readChoice(writeChoice(choice, PROPOSED), PROPOSED);

test('what was left out and put otherwise in a proposal comes back as it was', () => {
  const choice: Choice = {
    off: new Set([1]),
    edited: new Map([
      [0, withField(withField(CREATE, 'title', '“Mine” \\ and 日本'), 'columnId', 'right')],
      [1, withField(EDIT, 'details', '')],
      [2, withField(DUE, 'dueAt', null)],
    ]),
  };
  expect(again(choice)).toEqual(choice);
});

test('a proposal that nothing was made of takes no room', () => {
  expect(writeChoice(WHOLE, PROPOSED)).toBe('');
  expect(writeChoice({ off: new Set(), edited: new Map([[0, CREATE]]) }, PROPOSED)).toBe('');
});

test.each([
  'no JSON',
  '[]',
  'null',
  '{"off":1,"edits":2}',
  '{"off":[],"edits":[[0,"__proto__","x"],[0,"type","card.archive"],[9,"title","x"],[0,"title",5]]}',
])('%s, kept by whoever, changes nothing of a proposal', (text) => {
  expect(readChoice(text, PROPOSED)).toEqual(WHOLE);
});
