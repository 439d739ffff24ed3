import { describe, expect, it, test } from 'vitest';
import { createBoard } from '../board.js';
import { fingerprint } from '../text.js';
import { contextOf } from './testing/context.js';
import { boardAfter, titlesIn, told } from './testing/said.js';
import { understand } from './understand.js';

const base = contextOf({ Backlog: ['Login page', 'Login API', 'Ask to join'], Review: ['Checkout'] });
const { board } = base;
const context = {
  ...base,
  board: createBoard({
    id: 'b',
    key: 'TK',
    title: 'Board',
    seq: 1,
    lastNumber: 4,
    columns: board.columns(),
    labels: board.labels(),
    cards: board
      .columns()
      .flatMap(({ id }) =>
        board
          .cardsIn(id)
          .map((card) => (card.id === 'c4' ? { ...card, details: 'As it was', labelIds: ['bug'] } : card)),
      ),
  }),
};
const operationsOf = (text: string) => {
  const understood = understand(text, context);
  return understood.kind === 'change' ? understood.operations : understood;
};

describe('the title of a card', () => {
  test.each([
    ['rename Checkout to Pay', 'Rename TK-4 “Checkout” to “Pay”.'],
    ['call Checkout "Pay" instead', 'Rename TK-4 “Checkout” to “Pay”.'],
    ['the title of TK-4 should be "Pay"', 'Rename TK-4 “Checkout” to “Pay”.'],
    ['rename TK-4 to "Pay and go"', 'Rename TK-4 “Checkout” to “Pay and go”.'],
    ['change the title of Checkout to Pay', 'Rename TK-4 “Checkout” to “Pay”.'],
    ["change Checkout's name to Pay", 'Rename TK-4 “Checkout” to “Pay”.'],
    ['rename "Ask to join" to Join', 'Rename TK-3 “Ask to join” to “Join”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  test.each([
    'rename Checkout to Pay and archive the printer',
    'rename login to Pay',
    'rename Checkout to Pay due Friday',
    'change the title of Checkout to Pay in Backlog',
    'the description of Checkout should be longer',
    'the title of Checkout is too long',
    'rename Checkout',
    'rename it to Pay',
  ])('%s: stays as it was', (text) => expect(told(text, context)).toMatch(/^[!?]/u));
});

describe('the details of a card', () => {
  test.each<[string, unknown]>([
    ['set the details of Checkout to Pay here', 'Pay here'],
    ['change the description of Checkout to "Pay, then go"', 'Pay, then go'],
    ['the notes of Checkout should say: Pay here', 'Pay here'],
    ['the description of Checkout should be "Pay here"', 'Pay here'],
    ["set Checkout's details to Pay here", 'Pay here'],
    ['clear the details of Checkout', ''],
    ['append Pay here to the details of Checkout', { to: 'As it was\n\nPay here', was: fingerprint('As it was') }],
    ['put "Pay here" in the notes of Checkout', { to: 'As it was\n\nPay here', was: fingerprint('As it was') }],
    ['add "Pay here" to the description of Checkout', { to: 'As it was\n\nPay here', was: fingerprint('As it was') }],
  ])('%s', (text, details) => expect(operationsOf(text)).toEqual([{ type: 'card.edit', cardId: 'c4', details }]));

  it('are not cleared where there are none', () => {
    expect(told('clear the details of Login page', context)).toBe('! It has no details.');
  });
});

describe('a copy of a card', () => {
  it('stands below it, or in the column that was said, with what it has', () => {
    expect(titlesIn(boardAfter('duplicate Login page', context), 'Backlog')).toEqual([
      'Login page',
      'Login page',
      'Login API',
      'Ask to join',
    ]);
    const after = boardAfter('copy Checkout to Backlog', context);
    const copy = after.cardsIn('backlog').at(-1);
    expect(copy).toMatchObject({ title: 'Checkout', details: 'As it was', labelIds: ['bug'] });
  });
});

describe('a new title in quotation marks', () => {
  test.each([
    ['rename "Login page" "Sign in"', 'Rename TK-1 “Login page” to “Sign in”.'],
    ['rename "Login page" as "Sign in"', 'Rename TK-1 “Login page” to “Sign in”.'],
    ['rename TK-1 "Sign in"', 'Rename TK-1 “Login page” to “Sign in”.'],
    ['rename "Review" "QA"', 'Rename the column “Review” to “QA”.'],
    ['rename the label bug "defect"', 'Rename the label “Bug” to “defect”.'],
  ])('needs no “to”: %s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  test('needs one without them', () => {
    expect(told('rename login page sign in', context)).toMatch(/^!/u);
  });
});
