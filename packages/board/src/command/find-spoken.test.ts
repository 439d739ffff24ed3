import { describe, expect, it } from 'vitest';
import { contextOf } from './testing/context.js';
import { understand } from './understand.js';

const context = contextOf({ Backlog: ['Align themes', 'This week', 'Call the bank'], Done: ['Ship it'] });
const [first, second] = context.board.columns().flatMap(({ id }) => context.board.cardsIn(id).map((card) => card.id));
const after = (...cardIds: readonly (string | undefined)[]) => ({
  ...context,
  talk: { cardIds: cardIds.filter((id) => id !== undefined), asked: null },
});

describe('words that stand for cards', () => {
  it.each([
    'rename it to "Foo"',
    'move it to Backlog',
    'archive it',
    'make it urgent',
    'add a checklist Steps to it',
    'move this to Done',
    'move them to Done',
    'move that one to Done',
  ])('are looked for in no title where nothing was spoken of: %j', (text) => {
    expect(understand(text, context)).not.toMatchObject({ kind: 'change' });
    expect(JSON.stringify(understand(text, context))).not.toMatch(/Ship it|Align themes|This week/);
  });

  it.each(['rename it to "Foo"', 'move it to Done', 'make this urgent', 'add a checklist Steps to it'])(
    'mean the card that was spoken of last: %j',
    (text) => {
      expect(understand(text, after(first))).toMatchObject({ kind: 'change', operations: [{ cardId: first }] });
    },
  );

  it('are several where several were spoken of, and then no single one', () => {
    const both = after(first, second);
    expect(understand('move them to Done', both)).toMatchObject({ kind: 'change', cardIds: [first, second] });
    expect(understand('move it to Done', both).kind).toBe('refused');
  });

  it('are a title in quotation marks', () => {
    expect(understand('move "Ship it" to Backlog', context)).toMatchObject({ kind: 'change', cardIds: ['c4'] });
  });
});
