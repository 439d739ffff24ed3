import { describe, expect, it } from 'vitest';
import { fieldContext, outcomeOf } from './testing/fields.js';

const context = fieldContext();

describe('links', () => {
  it.each([
    'TK-1 blocks TK-2',
    'the login page blocks the login API',
    'mark TK-1 as blocking TK-2',
    'TK-2 is blocked by TK-1',
    'mark TK-2 as blocked by TK-1',
    'TK-2 depends on TK-1',
    'TK-2 is waiting for TK-1',
    'block TK-2 by TK-1',
    'add TK-1 as a blocker of TK-2',
  ])('say what blocks what: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Link TK-1 “Login page” as blocking TK-2 “Login API”.');
  });

  it.each([
    'link TK-1 and TK-2',
    'link TK-1 to TK-2',
    'TK-1 relates to TK-2',
    'TK-1 is related to TK-2',
    'relate the login page to the login API',
    'add a link between TK-1 and TK-2',
  ])('say what belongs together: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Link TK-1 “Login page” as related to TK-2 “Login API”.');
  });

  it.each(['mark TK-1 as a duplicate of TK-2', 'TK-1 is a duplicate of TK-2', 'TK-1 duplicates TK-2'])(
    'say what is there twice: %s',
    (text) => {
      expect(outcomeOf(text, context)).toBe('Link TK-1 “Login page” as a duplicate of TK-2 “Login API”.');
    },
  );

  it('go from one card to several', () => {
    expect(outcomeOf('TK-1 depends on TK-2 and TK-3', context)).toBe(
      'Link TK-2 “Login API” as blocking TK-1 “Login page”. Link TK-3 “Dark mode” as blocking TK-1 “Login page”.',
    );
  });

  it.each([
    'TK-1 is blocked by TK-2 and due on Friday',
    'TK-1 blocks TK-2 and assign it to Ben',
    'link TK-1 to TK-2 and make it urgent',
  ])('leave open which of two cards is meant by what follows, so that nothing is done: %s', (text) => {
    expect(outcomeOf(text, context)).toMatch(/^Refuses/);
  });

  it.each([
    'TK-5 no longer blocks TK-4',
    'TK-4 is no longer blocked by TK-5',
    'unlink TK-5 and TK-4',
    'remove the link between TK-5 and TK-4',
    'unblock TK-4',
    'TK-4 is not blocked any more',
    'remove the blocker from TK-4',
    'TK-4 no longer depends on TK-5',
  ])('are taken away: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Unlink TK-5 “Rate limiting” from TK-4 “Search results”.');
  });

  it.each([
    ['TK-1 blocks TK-1', 'A card cannot be linked to itself.'],
    ['TK-5 blocks TK-4', 'Those cards are linked so already.'],
    ['TK-1 no longer blocks TK-2', 'There is no such link between those cards.'],
    ['unblock TK-1', 'TK-1 “Login page” is blocked by nothing.'],
  ])('are refused with a reason: %s', (text, reason) => {
    expect(outcomeOf(text, context)).toBe(`Refuses: ${reason}`);
  });

  it.each(['TK-1 is blocked', 'block TK-1', 'link TK-1, TK-2 and TK-3', 'TK-1 might block TK-2'])(
    'are not guessed: %s',
    (text) => {
      expect(outcomeOf(text, context)).not.toMatch(/^Link/);
    },
  );
});
