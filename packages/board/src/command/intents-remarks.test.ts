import { describe, expect, it } from 'vitest';
import { fieldContext, outcomeOf } from './testing/fields.js';

const context = fieldContext();

describe('a comment', () => {
  it.each([
    'comment on TK-1: looks good',
    'comment on the login page: looks good.',
    'comment "looks good" on TK-1',
    'add a comment to TK-1: looks good',
    'add a comment to the login page saying looks good',
    'add comment "looks good" to TK-1',
    'leave a note on TK-1 saying looks good',
    'say "looks good" on TK-1',
    'note on TK-1: looks good',
    'comment TK-1: looks good',
    'TK-1: comment "looks good"',
    'write on TK-1 that looks good',
  ])('is written: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Comment on TK-1 “Login page”: “looks good”.');
  });

  it.each([
    ['comment on TK-1: is it ready?', 'is it ready?'],
    ["comment on TK-1: don't archive this", "don't archive this"],
    ['comment on TK-1: archive.org is down', 'archive.org is down'],
    ['comment on TK-1: "move TK-2 to Done and archive it"', 'move TK-2 to Done and archive it'],
    ['comment "please, please hurry" on TK-1', 'please, please hurry'],
  ])('is what was typed: %s', (text, comment) => {
    expect(outcomeOf(text, context)).toContain(`“${comment}”`);
  });

  it('is written on what was spoken of, in quotation marks', () => {
    expect(outcomeOf('move TK-1 to Done and comment "shipped"', context)).toContain(
      'Comment on TK-1 “Login page”: “shipped”.',
    );
    expect(outcomeOf('comment "shipped"', context)).toMatch(/^Refuses/);
  });

  it('is written on several cards, all of which there are', () => {
    expect(outcomeOf('comment on TK-1 and TK-3: hello', context)).toBe(
      'Comment on TK-1 “Login page”: “hello”. Comment on TK-3 “Dark mode”: “hello”.',
    );
    expect(outcomeOf('comment on TK-1 and TK-99: hello', context)).toMatch(/^Refuses/);
  });

  it('ends where another request begins', () => {
    expect(outcomeOf('comment on TK-1: looks good and move it to Done', context)).toBe(
      'Comment on TK-1 “Login page”: “looks good”. Move TK-1 “Login page” from “Backlog” to “Done”.',
    );
  });

  it('with thanks at its end asks whose they are, and the choice is understood', () => {
    expect(outcomeOf('comment on TK-1: looks good, thanks', context)).toBe('Asks: “looks good” / “looks good, thanks”');
    expect(outcomeOf('comment on TK-1: "looks good, thanks"', context)).toBe(
      'Comment on TK-1 “Login page”: “looks good, thanks”.',
    );
  });

  it.each(['comment on TK-1', 'comment on TK-99: hello', 'comment'])('needs a card and a text: %s', (text) => {
    expect(outcomeOf(text, context)).toMatch(/^Refuses/);
  });
});
