import { decideChange } from '@talkan/board/decide';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { expect, it } from 'vitest';
import { boardOf } from '../board/testing/board-of';
import { linkable, linkRows } from './link-rows';

function boardAfter(...operations: Operation[]) {
  const context = { actorId: 'ada', role: 'editor', now: '2026-01-01T00:00:00.000Z', loaded: new Map() } as const;
  const decision = decideChange(boardOf({ todo: 'a b c d' }), operations, context);
  if (isRefusal(decision)) throw new Error(decision.message);
  const { board } = decision;
  const card = board.card('a');
  if (!card) throw new Error('The card is gone.');
  return { board, card };
}

it('are shown by kind, without archived cards, and from the other side, too', () => {
  const { board, card } = boardAfter(
    { type: 'card.link', cardId: 'a', kind: 'relates', otherId: 'b' },
    { type: 'card.link', cardId: 'c', kind: 'blocks', otherId: 'a' },
    { type: 'card.link', cardId: 'd', kind: 'blocks', otherId: 'a' },
    { type: 'card.archive', cardId: 'd' },
  );
  const shown = linkRows(board, card).map(({ kind, cards }) => [kind, cards.map(({ id }) => id)]);
  expect(shown).toEqual([
    ['blocked_by', ['c']],
    ['relates', ['b']],
  ]);
});

it('can be made to any card but itself and those that it has', () => {
  const { board, card } = boardAfter({ type: 'card.link', cardId: 'a', kind: 'relates', otherId: 'b' });
  expect(linkable(board, card).map(({ id }) => id)).toEqual(['c', 'd']);
});
