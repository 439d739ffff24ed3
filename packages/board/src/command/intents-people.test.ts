import { describe, expect, it } from 'vitest';
import { fieldContext, outcomeOf } from './testing/fields.js';

const context = fieldContext();
const talk = { asked: null };

describe('people', () => {
  it.each([
    'assign TK-3 to Ben',
    'assign dark mode to Ben Stone',
    'assign Ben to TK-3',
    'assign @ben to TK-3',
    'put Ben on TK-3',
    'give TK-3 to Ben',
    'give Ben dark mode',
    'hand TK-3 over to Ben',
    'let Ben do TK-3',
    'have ben take TK-3',
    'Ben takes TK-3',
    "TK-3 is Ben's now",
    'TK-3 goes to Ben',
    'TK-3 to Ben',
    'TK-3 -> ben',
    "put dark mode on Ben's plate",
    'set the assignee of TK-3 to Ben',
    'TK-3 assignee: Ben',
  ])('are assigned: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Assign Ben Stone to TK-3 “Dark mode”.');
  });

  it.each(['assign TK-3 to me', 'assign me to dark mode', "I'll take TK-3", 'assign TK-3 to myself'])(
    'may be whoever speaks: %s',
    (text) => {
      expect(outcomeOf(text, context)).toBe('Assign Ana Silva to TK-3 “Dark mode”.');
    },
  );

  it.each([
    [
      'unassign Ana from all her cards',
      'Unassign Ana Silva from TK-1 “Login page”. Unassign Ana Silva from TK-4 “Search results”.',
    ],
    ['take Ben off his cards in In Progress', 'Unassign Ben Stone from TK-4 “Search results”.'],
    ['remove Ben from each of his cards', 'Unassign Ben Stone from TK-4 “Search results”.'],
    ['label all cards of Ben and his bugs as design', 'Add the label “Design” to TK-4 “Search results”.'],
    ['unassign Ana from all his cards in Review', 'Refuses: You have no cards in “Review”.'],
  ])('are “her” and “his”, where one was named before: %s', (text, outcome) => {
    expect(outcomeOf(text, context)).toBe(outcome);
  });

  it.each([
    'assign all her cards to Ben',
    'give Ana and Ben all his cards',
    'archive her cards',
    "move Ben's cards and her cards to Done",
  ])('are not guessed: %s', (text) => {
    expect(outcomeOf(text, context)).toMatch(/^Refuses/u);
  });

  it('are assigned, several to several', () => {
    expect(outcomeOf('assign TK-2 and TK-3 to Ana and Ben', context)).toBe(
      'Assign Ana Silva and Ben Stone to TK-2 “Login API”. Assign Ana Silva and Ben Stone to TK-3 “Dark mode”.',
    );
    expect(outcomeOf('assign TK-2 to Ana and TK-3 to Ben', context)).toBe(
      'Assign Ana Silva to TK-2 “Login API”. Assign Ben Stone to TK-3 “Dark mode”.',
    );
  });

  it.each([
    'unassign Ana from TK-1',
    'take Ana off the login page',
    'remove Ana from TK-1',
    'unassign TK-1 from Ana',
    'take TK-1 away from Ana',
    "TK-1 is no longer Ana's",
    'Ana is no longer on TK-1',
    'unassign me from TK-1',
    'unassign TK-1',
    'unassign everyone from TK-1',
    'remove the assignee from TK-1',
    'make TK-1 unassigned',
  ])('are taken off: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Unassign Ana Silva from TK-1 “Login page”.');
  });

  it.each([
    'reassign TK-1 to Ben',
    'reassign TK-1 from Ana to Ben',
    'replace Ana with Ben on TK-1',
    'change the assignee of TK-1 to Ben',
  ])('take the place of others: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Assign Ben Stone to TK-1 “Login page” and unassign Ana Silva.');
  });

  it('are asked about where a card is somebody else’s already, and the answer is understood', () => {
    const asked = 'Asks: No: Ben Stone instead / Yes: Ben Stone as well';
    expect(outcomeOf('give TK-1 to Ben', context)).toBe(asked);
    expect(outcomeOf("TK-1 is Ben's", context)).toBe(asked);
    expect(outcomeOf('reassign TK-1 to Ben', context)).toContain('and unassign Ana Silva');
    expect(outcomeOf('assign TK-1 to Ben', context)).toBe('Assign Ben Stone to TK-1 “Login page”.');
  });

  it('are asked about where two are called so, and the answer is understood', () => {
    const people = [
      { id: 'ana', name: 'Lee Ash' },
      { id: 'ben', name: 'Lee Birch' },
    ];
    expect(outcomeOf("move Lee's cards to Done", { ...context, people })).toBe('Asks: Lee Ash / Lee Birch');
    expect(outcomeOf('move "Lee Ash"\'s cards to Done', { ...context, people })).toMatch(/^Move/u);
  });

  it('are assigned to what was spoken of', () => {
    const spoken = fieldContext({ talk: { ...talk, cardIds: ['c3'] } });
    for (const text of ['assign Ben', 'assign it to Ben', 'assign to Ben']) {
      expect(outcomeOf(text, spoken)).toBe('Assign Ben Stone to TK-3 “Dark mode”.');
      expect(outcomeOf(text, context)).toMatch(/^Refuses/);
    }
  });

  it('are no titles of new cards', () => {
    expect(outcomeOf('add Ben', context)).toContain('Refuses: Say to which card');
    expect(outcomeOf('take Ana off TK-1 and add Ben', context)).toBe(
      'Unassign Ana Silva from TK-1 “Login page”. Assign Ben Stone to TK-1 “Login page”.',
    );
  });

  it('are asked for where nobody is named, or somebody nearly', () => {
    expect(outcomeOf('assign TK-3', context)).toBe('Asks: Ana Silva / Ben Stone');
    expect(outcomeOf('assign TK-3 to anna', context)).toBe('Asks: Ana Silva');
  });

  it.each(['assign TK-3 to Gandalf', 'assign TK-3 to Ben and Gandalf', 'assign TK-2 to Ben and TK-3 to Gandalf'])(
    'who are not there are not assigned, nor is anybody else: %s',
    (text) => {
      expect(outcomeOf(text, context)).toMatch(/^Refuses/);
    },
  );

  it('who are not on a card cannot be taken off', () => {
    expect(outcomeOf('take Ben off TK-1', context)).toBe('Refuses: TK-1 “Login page” is not assigned to Ben Stone.');
    expect(outcomeOf('unassign everyone from TK-3', context)).toBe('Refuses: TK-3 “Dark mode” is assigned to nobody.');
  });
});
