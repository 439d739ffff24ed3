import type { CommandContext, Understanding } from '@talkan/board/command/command';
import type { Operation } from '@talkan/board/operations';
import { describe, expect, test } from 'vitest';
import {
  asks,
  asksOrRefuses,
  casesOf,
  change,
  changeInAnyOrder,
  either,
  finds,
  redone,
  refuses,
  saysButNot,
  undone,
  type BoardName,
  type Expect,
} from './expect.ts';
import { play } from './play.ts';
import { cardId, columnId } from './script.ts';
import { addItems, comment, create, move, moveAll, restore } from './steps.ts';

const refused: Understanding = { kind: 'refused', reason: 'Not understood.', understood: [], suggestions: [] };
const asked: Understanding = {
  kind: 'ask',
  question: 'Which card?',
  asked: {
    before: 'move ',
    after: ' to Done',
    choices: [
      { label: 'TK-1 Login page', words: 'TK-1' },
      { label: 'TK-2 Login API', words: 'TK-2' },
    ],
  },
};

function changes(...operations: readonly Operation[]): Understanding {
  const cardIds = operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : []));
  return { kind: 'change', sure: 1, note: null, operations, sentences: operations.map(({ type }) => type), cardIds };
}

const toDone = (number: number): Operation => {
  return { type: 'card.move', cardId: cardId(number), columnId: columnId('Done') };
};

/** How turns are judged that are expected to end so, and understood so. */
function judge(turns: readonly (readonly [Expect, Understanding])[], board: BoardName = 'software') {
  const seen: CommandContext[] = [];
  const said = turns.map(([expected], index) => [`turn ${index}`, expected] as const);
  const [one] = casesOf('single', board, [{ turns: said }]);
  if (!one) throw new Error('There is one case');
  const trial = play(one, (text, context) => {
    seen.push(context);
    return turns[Number(text.split(' ')[1])]?.[1] ?? refused;
  });
  return { ...trial, seen };
}

describe('a change', () => {
  test('is right where the board is as expected', () => {
    expect(judge([[change(move('TK-7', 'Done')), changes(toDone(7))]])).toMatchObject({ mark: 'right', why: null });
  });

  test('is harmful where it is done to another card', () => {
    expect(judge([[change(move('TK-7', 'Done')), changes(toDone(8))]]).mark).toBe('harmful');
  });

  test('is harmful where only a part of it is done', () => {
    const { mark, why } = judge([[change(moveAll(['TK-7', 'TK-8'], 'Done')), changes(toDone(7))]]);
    expect(mark).toBe('harmful');
    expect(why).toContain('/columns');
  });

  test('is harmful where something else is done as well', () => {
    const also: Operation = { type: 'card.prioritize', cardId: cardId(2), priority: 'low' };
    const { mark, why } = judge([[change(move('TK-7', 'Done')), changes(toDone(7), also)]]);
    expect(mark).toBe('harmful');
    expect(why).toContain('TK-2/priority');
  });

  test('is harmful where the card is put into another place of the column', () => {
    const first: Operation = { ...toDone(7), before: cardId(17) } as Operation;
    expect(judge([[change(move('TK-7', 'Done')), changes(first)]]).mark).toBe('harmful');
  });

  test('may have the cards in any order where that is said', () => {
    const understood = changes(toDone(8), toDone(7));
    expect(judge([[change(moveAll(['TK-7', 'TK-8'], 'Done')), understood]]).mark).toBe('harmful');
    const expected = changeInAnyOrder(['TK-7', 'TK-8'], moveAll(['TK-7', 'TK-8'], 'Done'));
    expect(judge([[expected, understood]]).mark).toBe('right');
    const apart = changes({ ...toDone(8), before: cardId(17) } as Operation, toDone(7));
    expect(judge([[expected, apart]]).mark).toBe('harmful');
  });

  test('is harmful where nothing was to be done', () => {
    expect(judge([[refuses, changes(toDone(7))]]).mark).toBe('harmful');
    expect(judge([[asks('Login page'), changes(toDone(1))]]).mark).toBe('harmful');
  });

  test('that the board refuses is no harm, and not right', () => {
    expect(judge([[change(move('TK-7', 'Done')), changes(toDone(99))]]).mark).toBe('refused');
  });

  test('of a new card is judged by all its fields, but for its id and whether it begins with a capital', () => {
    const made: Operation = { type: 'card.create', cardId: 'x', columnId: columnId('Backlog'), title: 'webhooks' };
    expect(judge([[change(create('Backlog', 'Webhooks')), changes(made)]]).mark).toBe('right');
    const detailed: Operation = { ...made, details: 'add webhooks' };
    expect(judge([[change(create('Backlog', 'Webhooks')), changes(detailed)]]).mark).toBe('harmful');
  });

  test('may give a first checklist any name', () => {
    const add = changes(
      { type: 'checklist.create', cardId: cardId(3), checklistId: 'a', title: 'To do' },
      { type: 'item.create', cardId: cardId(3), checklistId: 'a', itemId: 'b', text: 'Pick colours' },
    );
    expect(judge([[change(addItems('TK-3', 'Pick colours')), add]]).mark).toBe('right');
    expect(judge([[change(addItems('TK-3', 'Pick fonts')), add]]).mark).toBe('harmful');
  });

  test('is seen in comments and in the archive too', () => {
    const said = changes({ type: 'comment.create', cardId: cardId(9), commentId: 'c', text: 'Hello' });
    expect(judge([[change(comment('TK-9', 'Hello')), said]]).mark).toBe('right');
    expect(judge([[change(comment('TK-9', 'Goodbye')), said]]).mark).toBe('harmful');
    const back = changes({ type: 'card.restore', cardId: cardId(21) });
    expect(judge([[change(restore('TK-21', 'To Do')), back]]).mark).toBe('right');
    expect(judge([[change(restore('TK-20', 'Backlog')), back]]).mark).toBe('harmful');
  });
});

describe('a question and a refusal', () => {
  test('are right where they were expected', () => {
    expect(judge([[refuses, refused]]).mark).toBe('right');
    expect(judge([[asks('Login page', 'Login API'), asked]]).mark).toBe('right');
    expect(judge([[asksOrRefuses(), asked]]).mark).toBe('right');
  });

  test('do no harm where something else was expected', () => {
    for (const understood of [refused, asked]) {
      expect(judge([[change(move('TK-7', 'Done')), understood]]).mark).toBe('refused');
      expect(judge([[finds('TK-1'), understood]]).mark).toBe('refused');
    }
    expect(judge([[asks('Login page'), refused]]).mark).toBe('refused');
  });

  test('has to offer what is in doubt', () => {
    const { mark, why } = judge([[asks('Login page', 'Fix login bug'), asked]]);
    expect(mark).toBe('refused');
    expect(why).toContain('Fix login bug');
  });
});

test('a failure is harmful even where nothing was to be done', () => {
  const [one] = casesOf('single', 'software', [['hello', refuses]]);
  if (!one) throw new Error('There is one case');
  const fails = () => {
    throw new RangeError('Out of range');
  };
  expect(play(one, fails)).toMatchObject({ mark: 'harmful', why: '“hello”: it failed: Out of range' });
});

describe('an answer', () => {
  const answer = (text: string, ...numbers: readonly number[]): Understanding => {
    return { kind: 'answer', text, cardIds: numbers.map(cardId) };
  };

  test('is right where it says what it should and nothing that it should not', () => {
    const expected = saysButNot(/Backlog/, /Done/);
    expect(judge([[expected, answer('It is in Backlog.')]]).mark).toBe('right');
    expect(judge([[expected, answer('It is in Review.')]]).mark).toBe('harmful');
    expect(judge([[expected, answer('It is in Backlog and Done.')]]).mark).toBe('harmful');
  });

  test('has to name the right cards and no others, or to show them', () => {
    const expected = finds('TK-7', 'TK-12');
    expect(judge([[expected, answer('Two cards', 12, 7)]]).mark).toBe('right');
    expect(judge([[expected, answer('One card', 7)]]).mark).toBe('harmful');
    expect(judge([[expected, answer('Three cards', 7, 12, 8)]]).mark).toBe('harmful');
    const shown: Understanding = { kind: 'filter', filter: {}, sentence: '', cardIds: [cardId(7), cardId(12)] };
    expect(judge([[expected, shown]]).mark).toBe('right');
    expect(judge([[finds('TK-7'), shown]]).mark).toBe('harmful');
  });

  test('is harmful where something was to be done or to be refused', () => {
    expect(judge([[change(move('TK-7', 'Done')), answer('Done')]]).mark).toBe('harmful');
    expect(judge([[refuses, answer('Sunny')]]).mark).toBe('harmful');
  });

  test('may be one of several', () => {
    expect(judge([[either(change(move('TK-7', 'Done')), refuses), refused]]).mark).toBe('right');
  });
});

describe('several turns', () => {
  const moved = [change(move('TK-7', 'Done')), changes(toDone(7))] as const;
  const archived = [change(move('TK-8', 'Done')), changes(toDone(8))] as const;

  test('build on each other, and know what was spoken of', () => {
    const { mark, seen } = judge([moved, archived, [refuses, refused]]);
    expect(mark).toBe('right');
    expect(seen.map(({ talk }) => talk.cardIds)).toEqual([[], [cardId(7)], [cardId(8)]]);
    expect(seen[2]?.board.card(cardId(7))?.columnId).toBe(columnId('Done'));
    expect(seen[2]?.log[0]?.cardIds).toEqual([cardId(8)]);
  });

  test('end with the first that is not right', () => {
    const { mark, seen } = judge([[change(move('TK-7', 'Done')), refused], archived]);
    expect(mark).toBe('refused');
    expect(seen).toHaveLength(1);
  });

  test('keep a question until something else was understood', () => {
    const { seen } = judge([[asks('Login page'), asked], [refuses, refused], moved, [refuses, refused]]);
    expect(seen.map(({ talk }) => talk.asked !== null)).toEqual([false, true, true, false]);
  });

  test('are undone and done again, one after the other', () => {
    const undo = (turns: number) => [undone(turns), { kind: 'undo', sentence: '' }] as const;
    const redo = (turns: number) => [redone(turns), { kind: 'redo', sentence: '' }] as const;
    expect(judge([moved, archived, undo(1), undo(0)]).why).toBeNull();
    expect(judge([moved, undo(0), redo(1), undo(0)]).why).toBeNull();
    expect(judge([moved, archived, undo(0)]).mark).toBe('harmful');
    expect(judge([moved, redo(0)]).mark).toBe('refused');
  });

  test('take a card back that was added', () => {
    const made: Operation = { type: 'card.create', cardId: 'x', columnId: columnId('Backlog'), title: 'Webhooks' };
    const added = [change(create('Backlog', 'Webhooks')), changes(made)] as const;
    expect(judge([added, [undone(0), { kind: 'undo', sentence: '' }]]).why).toBeNull();
  });

  test('begin with what was done last before anything was said', () => {
    expect(judge([[change(move('TK-15', 'To Do')), { kind: 'undo', sentence: '' }]]).why).toBeNull();
    expect(judge([[refuses, { kind: 'redo', sentence: '' }]]).mark).toBe('right');
  });
});
