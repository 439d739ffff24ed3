import { describe, expect, it } from 'vitest';
import { complete } from './complete.js';
import { contextOf } from './testing/context.js';

const context = contextOf({
  Backlog: ['Login page', 'Login API'],
  'In Progress': ['Write docs'],
  Review: [],
  Done: [],
});
const labels = (text: string) => complete(text, context).map(({ label }) => label);

describe('what can come next', () => {
  it('is a verb of the language', () => {
    expect(labels('mov')).toContain('move');
    expect(labels('arch')).toEqual(['archive']);
  });

  it('is a card by its number or by words of its title', () => {
    expect(complete('move log', context)).toEqual(
      expect.arrayContaining([{ label: 'TK-1 “Login page”', text: 'move TK-1' }]),
    );
    expect(labels('move api')).toEqual(['TK-2 “Login API”']);
    expect(labels('move login a')[0]).toBe('TK-2 “Login API”');
  });

  it('is a column where one is wanted', () => {
    expect(complete('move TK-1 to re', context)).toEqual([{ label: 'Review', text: 'move TK-1 to Review' }]);
    expect(labels('move TK-1 to ')).toEqual(expect.arrayContaining(['Backlog', 'In Progress', 'Review', 'Done']));
  });

  it('is a person or a priority', () => {
    expect(labels('assign TK-1 to b')).toEqual(['Ben Stone']);
    expect(labels('make TK-1 ur')).toEqual(['urgent']);
  });

  it('goes on in the last of several clauses', () => {
    expect(complete('move TK-1 to Done and archive TK-', context).map(({ text }) => text)).toContain(
      'move TK-1 to Done and archive TK-2',
    );
  });

  it('is nothing for a text that is long, whatever it is', () => {
    for (const piece of ['add a, ', 'move to done ', 'move TK-1 and ', 'x'])
      expect(complete(piece.repeat(Math.ceil(16_384 / piece.length)), context)).toEqual([]);
  });

  it('is nothing where words can be anything, and never what is there already', () => {
    expect(labels('rename TK-1 to Any')).toEqual([]);
    expect(complete('move TK-1 to Review', context).map(({ text }) => text)).not.toContain('move TK-1 to Review');
  });
});
