import { describe, expect, it, test } from 'vitest';
import type { CommandContext } from './command.js';
import { contextOf } from './testing/context.js';
import { boardAfter, titlesIn, told } from './testing/said.js';

const context = contextOf({
  Backlog: ['Login page', 'Login API', 'Fix login bug', 'Old plan'],
  'In Progress': ['Checkout', 'Write the docs'],
  Review: ['Payment filters', 'Terms and conditions'],
  Done: ['Ship it'],
});
// The verb of the clause before is no card of its own.
test('a verb is no word of a title where its cards are left out', () => {
  const moving = contextOf({ Backlog: ['Move the bins', 'Kale'], Review: [], Done: [] });
  for (const text of ['move Kale to Review and Done', 'move Review', 'move to Done'])
    expect(told(text, moving)).not.toContain('Move the bins');
  expect(told('move bins to Done', contextOf({ Backlog: ['Move the bins', 'Bins, new'], Done: [] }))).toMatch(/^\?/u);
});

const CHECKOUT = 'Move TK-5 “Checkout” from “In Progress” to';

describe('where a card is to go', () => {
  test.each([
    ['move Checkout to Review', `${CHECKOUT} “Review”.`],
    ['put checkout in review', `${CHECKOUT} “Review”.`],
    ['Move TK-5 to Review.', `${CHECKOUT} “Review”.`],
    ['move #5 into Review', `${CHECKOUT} “Review”.`],
    ['move card 5 to Review', `${CHECKOUT} “Review”.`],
    ['please could you move the checkout card to the Review column?', `${CHECKOUT} “Review”.`],
    ['move Checkout from In Progress to Review', `${CHECKOUT} “Review”.`],
    ['checkout -> review', `${CHECKOUT} “Review”.`],
    ['checkout to review', `${CHECKOUT} “Review”.`],
    ['checkout should go to review', `${CHECKOUT} “Review”.`],
    ["I'd like Checkout to go to Review", `${CHECKOUT} “Review”.`],
    ['take the checkout card and put it in Review', `${CHECKOUT} “Review”.`],
    ['set the status of Checkout to Review', `${CHECKOUT} “Review”.`],
    ['move chekcout to Review', `${CHECKOUT} “Review”.`],
    ['move Checkout to the next column', `${CHECKOUT} “Review”.`],
    ['move Checkout one column on', `${CHECKOUT} “Review”.`],
    ['advance Checkout', `${CHECKOUT} “Review”.`],
    ['move Checkout to the previous column', `${CHECKOUT} “Backlog”.`],
    ['move Checkout one column to the left', `${CHECKOUT} “Backlog”.`],
    ['move Checkout to Done', `${CHECKOUT} “Done”.`],
    ['the checkout should go to Done', `${CHECKOUT} “Done”.`],
    ['Checkout can go back in Backlog now', `${CHECKOUT} “Backlog”.`],
    ['Checkout needs to go in Review', `${CHECKOUT} “Review”.`],
    ['Checkout is done, put it in Done', `${CHECKOUT} “Done”. Move TK-5 “Checkout” within “Done”.`],
    ['Checkout is done', `${CHECKOUT} “Done”.`],
    ['checkout done', `${CHECKOUT} “Done”.`],
    ['finish Checkout', `${CHECKOUT} “Done”.`],
    ['mark Checkout as complete', `${CHECKOUT} “Done”.`],
    ['I finished the checkout', `${CHECKOUT} “Done”.`],
    ['start the login page', 'Move TK-1 “Login page” from “Backlog” to “In Progress”.'],
    ["I'm working on the login page", 'Move TK-1 “Login page” from “Backlog” to “In Progress”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  test.each([
    ['move Checkout to In Progress', '! It is in “In Progress” already.'],
    ['move TK-1 from Review to Done', '! No card that is called so is in “Review”.'],
    ['move Ship it to the next column', '! There is no column after “Done”.'],
    [
      'move logins to Review',
      '? move TK-1 to Review | move TK-2 to Review | move TK-3 to Review | move TK-1 and TK-2 and TK-3 to Review',
    ],
    ['move login to Review', '? move TK-1 to Review | move TK-2 to Review | move TK-3 to Review'],
    ['move Checkout to Reviw', '? move Checkout to "Review"'],
    ['move Checkout back', '? move Checkout to "Backlog"'],
    ['move Review to Done', '? move all cards in "Review" to "Done"'],
    ['close Checkout', '? move Checkout to "Done" | archive Checkout'],
  ])('%s: is asked or told, and nothing is done', (text, answer) => expect(told(text, context)).toBe(answer));

  test.each([
    'move Checkout to Nowhere',
    'move the printer to Review',
    'move it to Review',
    'move Checkout to Review and dance',
    'move Checkout and the printer to Review',
    "don't move Checkout to Review",
    'if it is ready move Checkout to Review',
    'should we move Checkout to Review?',
    'move Checkout above itself',
    'checkout was moved to review',
    'move 90 to Review',
  ])('%s: is refused', (text) => expect(told(text, context)).toMatch(/^[!?]/u));

  it('is back where it came from, where that is the column before', () => {
    const moved = { cardId: 'c5', from: 'backlog', to: 'in-progress' };
    const line = { seq: 1, at: context.now, actorId: 'ana', sentence: '', kinds: [], cardIds: ['c5'], moves: [moved] };
    expect(told('move Checkout back', { ...context, log: [line] })).toBe(`${CHECKOUT} “Backlog”.`);
  });

  it('is asked for where several columns hold what is done, or none begins work', () => {
    const two = contextOf({ Todo: ['Checkout'], Tested: [], Accepted: [] });
    expect(told('finish Checkout', two)).toBe(
      '? move Checkout to "Todo" | move Checkout to "Tested" | move Checkout to "Accepted"',
    );
    expect(told('start Checkout', two)).toMatch(/^\? /u);
  });
});

describe('the order of cards', () => {
  const backlog = (text: string, on: CommandContext = context) => titlesIn(boardAfter(text, on), 'Backlog');
  const review = (text: string) => titlesIn(boardAfter(text, context), 'Review');
  const [page, api, bug, plan] = ['Login page', 'Login API', 'Fix login bug', 'Old plan'];
  const [filters, terms] = ['Payment filters', 'Terms and conditions'];

  test.each<[string, readonly (string | undefined)[]]>([
    ['move Login API to the top', [api, page, bug, plan]],
    ['put Old plan first', [plan, page, api, bug]],
    ['bump Fix login bug to the top of Backlog', [bug, page, api, plan]],
    ['move Login page to the bottom', [api, bug, plan, page]],
    ['put Login page last', [api, bug, plan, page]],
    ['move Old plan above Login API', [page, plan, api, bug]],
    ['put old plan before login api', [page, plan, api, bug]],
    ['move Login page below Fix login bug', [api, bug, page, plan]],
    ['put Login page straight after Login API', [api, page, bug, plan]],
    ['Old plan should come first in Backlog', [plan, page, api, bug]],
    ['put login page after login api', [api, page, bug, plan]],
    ['move Old plan between Login page and Login API', [page, plan, api, bug]],
    ['move Login page to position 3', [api, bug, page, plan]],
    ['move Old plan to second place', [page, plan, api, bug]],
    ['make Old plan the 2nd card in Backlog', [page, plan, api, bug]],
    ['move Login API up', [api, page, bug, plan]],
    ['move Login page down', [api, page, bug, plan]],
    ['move Old plan up two', [page, plan, api, bug]],
    ['move Login page down by 2 places', [api, bug, page, plan]],
    ['swap Login page and Old plan', [plan, api, bug, page]],
    ['swap Login API with Login page', [api, page, bug, plan]],
    ['swap the first two cards in Backlog', [api, page, bug, plan]],
    ['move Fix login bug and Old plan to the top', [bug, plan, page, api]],
    ['move TK-1 and TK-2 to the bottom', [bug, plan, page, api]],
    ['move the last two cards in Backlog to the top', [bug, plan, page, api]],
    ['sort Backlog by title', [bug, api, page, plan]],
    ['sort the cards in Backlog alphabetically', [bug, api, page, plan]],
    ['swap Login API and Checkout', [page, 'Checkout', bug, plan]],
  ])('%s', (text, titles) => expect(backlog(text)).toEqual(titles));

  test.each<[string, readonly (string | undefined)[]]>([
    ['move Checkout to the top of Review', ['Checkout', filters, terms]],
    ['move Checkout to Review at the top', ['Checkout', filters, terms]],
    ['move Checkout to second in Review', [filters, 'Checkout', terms]],
    ['put Checkout below Payment filters', [filters, 'Checkout', terms]],
    ['move all cards in Backlog to the top of Review', [page, api, bug, plan, filters, terms]],
    ['move everything from Backlog to Review', [filters, terms, page, api, bug, plan]],
    ['move TK-3 and TK-1 to Review', [filters, terms, bug, page]],
    ['empty In Progress into Review', [filters, terms, 'Checkout', 'Write the docs']],
  ])('%s', (text, titles) => expect(review(text)).toEqual(titles));

  test.each([
    ['move Login page up', '! It is at the top already.'],
    ['move Login page up three', '! It is at the top already.'],
    ['move Login API up three', '! There is only 1 above it.'],
    ['move Login page to position 9', '! “Backlog” has no position 9: the last one is 4.'],
    ['move Login page above login page', '! A card cannot be put beside itself. Name another card.'],
    ['move Checkout to Done above Login page', '! The card that it is to be beside is in another column.'],
    [
      'move Checkout between Login page and Old plan',
      '! There are other cards between those two. Say above or below which.',
    ],
    ['swap Login page and Login page', '! Name the two cards that are to swap places.'],
    ['move TK-1 and TK-5 to the top', '! Those cards are in several columns. Say to the top of which.'],
  ])('%s: says what is in the way', (text, why) => expect(told(text, context)).toBe(why));
});

describe('a move that does not say where to', () => {
  test.each([
    ['move checkout', '? move checkout to "Backlog" | move checkout to "Review" | move checkout to "Done"'],
    ['drag the payment filters please', '? drag the payment filters to "Backlog" please | '],
  ])('is asked where: %s', (text, asked) => expect(told(text, context)).toContain(asked));

  test.each(['move house', 'move checkout and', 'move login'])('is not, where no card is named: %s', (text) =>
    expect(told(text, context)).not.toMatch(/Where to/u),
  );
});

describe('cards whose titles are numbered', () => {
  const novel = contextOf({
    Drafting: ['Prologue', 'Outline', 'Chapter 1: Landfall', 'Chapter 2: The storm', 'Chapter 3: The ferry'],
    Done: [],
  });

  test.each<[string, readonly string[]]>([
    ['move chapters 2 and 3 to Done', ['Chapter 2: The storm', 'Chapter 3: The ferry']],
    ['move chapter 1, 2 and 3 to Done', ['Chapter 1: Landfall', 'Chapter 2: The storm', 'Chapter 3: The ferry']],
    ['move cards 1 and 2 to Done', ['Prologue', 'Outline']],
    ['move chapter 3 and TK-1 to Done', ['Chapter 3: The ferry', 'Prologue']],
    ['move chapters 2 and 5 to Done', []],
  ])('are not mistaken for others with such a number: %s', (text, titles) =>
    expect(titlesIn(boardAfter(text, novel), 'Done')).toEqual(titles),
  );
});
