import { describe, expect, it } from 'vitest';
import { needsYes } from './needs-yes.js';

describe('a person’s yes', () => {
  const move = (cardId: string) => ({ type: 'card.move', cardId, columnId: 'c' }) as const;
  it('is needed for archiving and for more than five cards, each counted once', () => {
    expect(needsYes(['a', 'b', 'c', 'd', 'e', 'a', 'a'].map(move))).toBeNull();
    expect(needsYes(['a', 'b', 'c', 'd', 'e', 'f'].map(move))).toBe('touch 6 cards at once');
    expect(needsYes([{ type: 'card.archive', cardId: 'a' }])).toBe('archive something');
    expect(needsYes([{ type: 'column.archive', columnId: 'a' }])).toBe('archive something');
    expect(
      needsYes([
        { type: 'column.restore', columnId: 'a' },
        { type: 'board.rename', title: 'B' },
      ]),
    ).toBeNull();
  });
});
