import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bothLines, bothTexts } from './both-texts';

it('holds what two texts share once, and both where they differ', () => {
  expect(bothTexts('a\nb\nc\n', 'a\nx\nc\n')).toBe('a\nTheirs:\nb\nMine:\nx\nc\n');
  expect(bothTexts('a\nb\n', 'a\n')).toBe('a\nb\n');
  expect(bothTexts('One', 'Two')).toBe('Theirs:\nOne\nMine:\nTwo\n');
  expect(bothLines('One', 'Two')).toBe('One / Two');
});

it('leaves no line of either out', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '- d', '')).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (theirs, mine) => {
      const lines = bothTexts(theirs, mine).split('\n');
      for (const line of [...theirs.split('\n'), ...mine.split('\n')]) if (line !== '') expect(lines).toContain(line);
    }),
  );
});
