import { describe, expect, it, test } from 'vitest';
import { readForm } from './card-index.js';
import { grammarOf } from './grammar.js';
import { NO_SLIPS } from './no-slips.js';
import { contextOf } from './testing/context.js';
import { fieldContext, outcomeOf } from './testing/fields.js';
import { boardAfter, told } from './testing/said.js';
import { understand } from './understand.js';

const context = fieldContext();

describe('what would change the whole board', () => {
  test.each([
    'make everything urgent',
    'everything is urgent',
    'assign all cards to Ben',
    'label every card as design',
    'move everything to Done',
    'everything is due tomorrow',
  ])('is asked: %s', (text) => expect(outcomeOf(text, context)).toBe('Asks: All 6 cards'));

  it('is done where it was said how many these are', () => {
    expect(understand('assign all 6 cards to Ben', context)).toMatchObject({
      kind: 'change',
      operations: { length: 6 },
    });
    expect(told('assign all 7 cards to Ben', context)).toBe('! There are 6 cards on the board, not 7. Say which.');
  });

  test.each([
    ['unassign Ben from everything', 'Unassign Ben Stone from TK-4 “Search results”.'],
    ['assign everything in Done to Ben', 'Assign Ben Stone to TK-6 “Set up CI”.'],
  ])('is not asked of some of it: %s', (text, outcome) => expect(outcomeOf(text, context)).toBe(outcome));
});

describe('an empty column', () => {
  test.each(['clear backlog', 'empty the Backlog', 'clear the Backlog column'])('is asked what for: %s', (text) =>
    expect(outcomeOf(text, context)).toBe(
      'Asks: Archive its 3 cards / Move its 3 cards to In Progress / Move its 3 cards to Review / Move its 3 cards to Done',
    ),
  );

  it('is clear of what is done', () => {
    expect(outcomeOf('clear done', context)).toBe('Archive TK-6 “Set up CI”.');
  });
});

describe('the name of a label alone', () => {
  test.each(['delete the bug', 'remove bug', 'get rid of the bug'])('is the label or cards: %s', (text) =>
    expect(outcomeOf(text, context)).toBe('Asks: The label “Bug” / All 2 cards with that label'),
  );

  it('is the cards where it stands for several', () => {
    expect(outcomeOf('remove the bugs', context)).toBe('Archive TK-1 “Login page”. Archive TK-4 “Search results”.');
  });
});

describe('a request with a question mark', () => {
  test.each([
    ['move dark mode to Review?', 'Asks: Move TK-3 “Dark mode” from “Backlog” to “Review”.'],
    ['assign TK-3 and TK-2 to Ben?', 'Asks: Assign Ben Stone to TK-3 “Dark mode”. And 1 more.'],
    ['undo?', 'Asks: Undo your last change.'],
    ['move dark mode to Review?!', 'Asks: Move TK-3 “Dark mode” from “Backlog” to “Review”.'],
    ['archive login?', 'Asks: TK-1 “Login page” / TK-2 “Login API”'],
  ])('is asked about: %s', (text, outcome) => expect(outcomeOf(text, context)).toBe(outcome));

  test.each([
    ['can you move dark mode to Review?', 'Move TK-3 “Dark mode” from “Backlog” to “Review”.'],
    ['move dark mode to Review please?', 'Move TK-3 “Dark mode” from “Backlog” to “Review”.'],
    ['comment on dark mode: is it ready?', 'Comment on TK-3 “Dark mode”: “is it ready?”.'],
  ])('is done where it is a request, or the text asks: %s', (text, outcome) =>
    expect(outcomeOf(text, context)).toBe(outcome),
  );

  it('is not asked twice', () => {
    const understood = understand('archive login?', context);
    const talk = { cardIds: [], asked: understood.kind === 'ask' ? understood.asked : null };
    expect(outcomeOf('the first one', { ...context, talk })).toBe('Archive TK-1 “Login page”.');
    const asked = understand('move dark mode to Review?', context);
    const next = { cardIds: [], asked: asked.kind === 'ask' ? asked.asked : null };
    expect(outcomeOf('yes', { ...context, talk: next })).toBe('Move TK-3 “Dark mode” from “Backlog” to “Review”.');
  });
});

describe('a new card beside one that is called so, or nearly', () => {
  const novel = contextOf({ Drafting: ['Chapter 2: The storm', 'Title page'], Someday: [] });
  const noteOf = (text: string) => {
    const understood = understand(text, novel);
    return understood.kind === 'change' ? understood.note : undefined;
  };

  test.each([
    ['add chapter 2 to someday', 'There is TK-1 “Chapter 2: The storm” already.'],
    ['add a card called title page', 'There is TK-2 “Title page” already.'],
    ['add "Chapter 2", "title page" to Someday', 'There is TK-1 “Chapter 2: The storm” and TK-2 “Title page” already.'],
  ])('is told: %s', (text, note) => expect(noteOf(text)).toBe(note));

  test.each(['add chapter 3 to someday', 'add title to someday', 'move title page to someday'])('is not: %s', (text) =>
    expect(noteOf(text)).toBeNull(),
  );
});

describe('a word that is only nearly a verb', () => {
  const told = (text: string) => outcomeOf(text, context);

  test.each(['star dark mode', 'smart TK-3', 'real TK-3', 'sing TK-3 to Ben', 'pull TK-3 apart'])(
    'means itself where it is a word: %s',
    (text) => expect(told(text)).toMatch(/^Refuses/u),
  );

  test.each([
    ['mvoe TK-3 to Review', 'Move TK-3 “Dark mode” from “Backlog” to “Review”.'],
    ['asign TK-3 to Ben', 'Assign Ben Stone to TK-3 “Dark mode”.'],
    ['archve TK-3', 'Archive TK-3 “Dark mode”.'],
    ['arhcive TK-3', 'Archive TK-3 “Dark mode”.'],
  ])('is a slip where it is none: %s', (text, outcome) => expect(told(text)).toBe(outcome));

  it('is no word of the language', () => {
    const literals = new Set(
      grammarOf(context).intents.flatMap(({ templates }) => templates.flatMap(({ literals }) => [...literals])),
    );
    expect([...NO_SLIPS].filter((word) => literals.has(word))).toEqual([]);
    expect([...NO_SLIPS].filter((word) => readForm(word).plain !== word)).toEqual([]);
  });
});

describe('a question that leads nowhere', () => {
  const novel = contextOf({ Drafting: ['Chapter 1: Landfall', 'Chapter 2: The storm'], Done: [] });

  test.each(['take chapter 2 out', 'rename login page sign in'])('is not asked: %s', (text) =>
    expect(told(text, novel)).toMatch(/^!/u),
  );

  it('is not asked of somebody who may not do it anyway', () => {
    expect(told('archive login', { ...context, role: 'viewer' })).toMatch(/^!/u);
  });
});

describe('words that are hardly a title', () => {
  const board = contextOf({ Backlog: ['Design card layout'], Review: [], Done: [] });

  test.each([
    ['add a card to Review and Done', 'ask'],
    ['add a card for Friday', 'ask'],
    ['move card to Done', 'refused'],
  ])('%s', (text, kind) => expect(understand(text, board).kind).toBe(kind));

  test.each([
    ['add a card called Friday', 'Add “Friday” to “Backlog”.'],
    ['add a card for "Friday"', 'Add “Friday” to “Backlog”.'],
    ['create crash on start in Review', 'Add “crash on start” to “Review”.'],
    ['create crash at the start of Review', 'Add “crash” to “Review”.'],
    ['move card layout to Done', 'Move TK-1 “Design card layout” from “Backlog” to “Done”.'],
  ])('%s', (text, sentence) => expect(told(text, board)).toBe(sentence));
});

describe('a title that reads as a time', () => {
  const titles = ['Cold Coffee', 'Seven Days', 'Salt', 'Wait two weeks'];
  const board = contextOf({ Backlog: titles, Done: [] });
  const dated = titles.reduce(
    (before, title) => ({ ...before, board: boardAfter(`"${title}" is due on Friday`, before) }),
    board,
  );

  test.each([
    ['move Seven Days and Cold Coffee to Done', 2],
    ['move Cold Coffee, Seven Days and Salt to Done', 3],
    ['move Seven Days, Cold Coffee and Salt to Done', 3],
    ['move Wait two weeks and Salt to Done', 2],
    ['move Salt, Wait two weeks and Seven Days to Done', 3],
  ])('%s', (text, count) => {
    const understood = understand(text, dated);
    const moves = understood.kind === 'change' ? understood.operations : [];
    expect(moves.map(({ type }) => type)).toEqual(Array.from({ length: count }, () => 'card.move'));
  });

  it('is that card, and no time to move another one by', () => {
    expect(told('push Salt by two days', dated)).toBe('Set the due date of TK-3 “Salt” to 29 Nov 2026.');
    expect(understand('push Salt by seven days', dated).kind).not.toBe('change');
  });
});

describe('said of the same card', () => {
  const board = contextOf({ Backlog: ['Login page'], Review: ['QA'] });

  test.each([
    [
      'make TK-1 urgent and add the label bug',
      'Set the priority of TK-1 “Login page” to urgent. Add the label “bug” to TK-1 “Login page”.',
    ],
    ['WIP limit of 3 on Review', 'Set the limit of “Review” to 3.'],
    ['I’d like a new card in Review called Move On, please', 'Add “Move On” to “Review”.'],
    ['move cards that mention the login to Review', 'Move TK-1 “Login page” from “Backlog” to “Review”.'],
  ])('%s', (text, sentences) => expect(told(text, board).replace('“Bug”', '“bug”')).toBe(sentences));

  it('a label that is there already is not made again', () =>
    expect(understand('add the label bug', board).kind).toBe('refused'));
});
