import type { Operation } from '@talkan/board/operations';
import { describe, expect, it } from 'vitest';
import { acceptWords, lookAt, WHOLE, type Choice, type Review } from './choice';

const column: Operation = { type: 'column.create', columnId: 'later', title: 'Later' };
const move: Operation = { type: 'card.move', cardId: 'c1', columnId: 'later' };
const rename: Operation = { type: 'card.edit', cardId: 'c2', title: 'Two' };
const OPERATIONS = [column, move, rename];

/** A board where the card `gone` is not, and whose columns are those of a set that the operations may add to. */
function reviewOn({ gone = '', renamed = '' } = {}): (operations: readonly Operation[]) => Review {
  return (operations) => {
    const columns = new Set(['todo']);
    const steps = operations.map((operation) => {
      if (operation.type === 'column.create') columns.add(operation.columnId);
      const isLost = 'cardId' in operation && operation.cardId === gone;
      const isNowhere = operation.type === 'card.move' && !columns.has(operation.columnId);
      const problem = isLost ? 'It is archived.' : isNowhere ? 'There is no such column.' : null;
      return { text: textOf(operation, renamed), problem };
    });
    return { steps, seen: JSON.stringify(steps) };
  };
}

function textOf(operation: Operation, renamed: string): string {
  const name = 'cardId' in operation && operation.cardId === 'c2' && renamed !== '' ? renamed : '';
  return `${operation.type}${name && ` ${name}`}.`;
}

const proposal = {
  operations: OPERATIONS,
  items: OPERATIONS.map((operation) => ({ text: textOf(operation, '') })),
  seen: reviewOn()(OPERATIONS).seen,
};
const look = (choice: Partial<Choice> = {}, on = {}) => lookAt(proposal, { ...WHOLE, ...choice }, reviewOn(on));
const statesOf = (choice: Partial<Choice> = {}, on = {}) => look(choice, on).lines.map(({ state }) => state);

describe('a proposal', () => {
  it('is done whole as long as nothing is left out', () => {
    const { operations, isOwn, seen, now } = look();
    expect(operations).toEqual(OPERATIONS);
    expect(isOwn).toBe(false);
    expect(seen).toBe(now);
  });

  it('takes with what is left out what needs it, and says why; ticking it again brings both back', () => {
    const without = look({ off: new Set([0]) });
    expect(without.lines.map(({ state }) => state)).toEqual(['off', 'along', 'on']);
    expect(without.lines[1]?.reason).toBe('Left out with: column.create.');
    expect(without.operations).toEqual([rename]);
    expect(without.isOwn).toBe(true);
    expect(statesOf()).toEqual(['on', 'on', 'on']);
  });

  it('leaves out alone what can no longer be done, and says why', () => {
    const { lines, operations } = look({}, { gone: 'c2' });
    expect(lines[2]).toMatchObject({ state: 'stuck', reason: 'It is archived.', was: 'card.edit.' });
    expect(operations).toEqual([column, move]);
  });

  it('tells what would be done otherwise than when it was proposed', () => {
    const { lines, now } = look({}, { renamed: 'Second' });
    expect(lines.map(({ was }) => was)).toEqual([null, null, 'card.edit.']);
    expect(lines[2]?.text).toBe('card.edit Second.');
    expect(now).not.toBe(look().now);
  });

  it('is done as it was put, and not while something of it is empty', () => {
    const other: Operation = { ...column, title: 'Someday' };
    expect(look({ edited: new Map([[0, other]]) }).operations[0]).toEqual(other);
    const empty = look({ edited: new Map([[0, { ...column, title: ' ' }]]) });
    expect(empty.lines[0]).toMatchObject({ state: 'stuck', reason: 'Name must not be empty.' });
    expect(empty.operations).toEqual([rename]);
  });
});

it('the button that says yes counts what it does', () => {
  const card = (cardId: string): Operation => ({ type: 'card.create', cardId, columnId: 'a', title: 'T' });
  expect(acceptWords([card('a'), card('b'), card('c')])).toBe('Create 3 cards');
  expect(acceptWords([{ type: 'card.archive', cardId: 'a' }])).toBe('Archive 1 card');
  expect(acceptWords([card('a'), move])).toBe('Do 2 changes');
});
