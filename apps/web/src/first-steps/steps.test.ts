import { expect, test } from 'vitest';
import { nextStep, readProgress, STEPS, stepOf, writeProgress } from './steps';

test('each step is ticked off by what it asks for, whatever it was done with', () => {
  const move = { type: 'card.move', cardId: 'one', columnId: 'right' } as const;
  const edit = { type: 'card.edit', cardId: 'one', title: 'Other' } as const;
  expect(stepOf({ kind: 'committed', operations: [edit, move] })).toBe('move');
  expect(stepOf({ kind: 'committed', operations: [edit] })).toBe('edit');
  expect(stepOf({ kind: 'committed', operations: [{ type: 'card.archive', cardId: 'one' }] })).toBeNull();
  expect(stepOf({ kind: 'asked' })).toBe('ask');
  expect(stepOf({ kind: 'undone' })).toBe('undo');
  expect(stepOf({ kind: 'invited' })).toBe('invite');
});

test('what comes next is the first step that was not taken, in whatever order the others were', () => {
  expect(nextStep(new Set())).toBe('move');
  expect(nextStep(new Set(['undo', 'move']))).toBe('edit');
  expect(nextStep(new Set(STEPS))).toBeNull();
});

test('how far somebody is comes back as it was kept, and nothing else does', () => {
  expect(readProgress(writeProgress(new Set(['undo', 'move'])))).toEqual(new Set(['move', 'undo']));
  expect(writeProgress(new Set(STEPS))).toBe('over');
  expect(readProgress(null)).toEqual(new Set());
  expect(readProgress('move __proto__ fly')).toEqual(new Set(['move']));
});
