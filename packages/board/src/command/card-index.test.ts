import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideChange } from '../decide.js';
import type { Board } from '../model.js';
import { isRefusal } from '../refusal.js';
import { CardIndex, cardsNear, cardsWith, indexOf } from './card-index.js';
import { contextOf } from './testing/context.js';

const context = contextOf({
  Backlog: ['Login page', 'Home page', 'Login API', 'Homepage'],
  Review: ['Payment filters', 'Login page'],
  Done: [],
});
const WORDS = ['login', 'page', 'home', 'homepage', 'api', 'payment', 'filter', 'ledger'];
const card = fc.integer({ min: 1, max: 8 }).map((number) => `c${number}`);
const column = fc.constantFrom('backlog', 'review', 'done');
const title = fc.constantFrom('Login page', 'Ledger', 'Home page', 'The payment API');
const operation = fc.oneof(
  fc.record({ type: fc.constant('card.create' as const), cardId: card, columnId: column, title }),
  fc.record({ type: fc.constant('card.edit' as const), cardId: card, title }),
  fc.record({ type: fc.constant('card.move' as const), cardId: card, columnId: column }),
  fc.record({ type: fc.constant('card.archive' as const), cardId: card }),
);

function told(index: CardIndex) {
  return {
    numbered: Array.from({ length: 20 }, (_, number) => index.numbered(number)),
    titled: ['login page', 'ledger', 'home page'].map((plain) => index.titled(plain)),
    joined: index.joined('homepage'),
    having: WORDS.map((word) => cardsWith(index, [word])),
    both: cardsWith(index, ['login', 'page']),
    near: ['lgoin', 'paymnet', 'ledgre'].map((word) => cardsNear(index, [word], () => false)),
  };
}

describe('the index of the cards', () => {
  it('knows of a board that has changed what an index of that board alone does, whichever way it came', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        const boards: Board[] = [context.board];
        for (const one of operations) {
          const board = boards.at(-1) ?? context.board;
          const decision = decideChange(board, [one], { ...context, loaded: new Map(), people: new Set() });
          if (!isRefusal(decision)) boards.push(decision.board);
        }
        // Forth, and back to boards that were there before.
        for (const board of [...boards, ...boards.toReversed()]) {
          expect(told(indexOf(board))).toEqual(told(new CardIndex(board)));
        }
      }),
    );
  });
});
