import { expect, it } from 'vitest';
import { factsOf, sayTried } from './try-words';
import type { Tried } from './use-try';

const GOOD: Tried = {
  problem: null,
  listed: true,
  rung: 'tools',
  contextTokens: 131_072,
  usage: { prompt: 1_234, completion: 56, cost: 0.000123 },
  durationMs: 2_340,
};

it('what came of a try is told in a sentence and a few facts', () => {
  expect(sayTried(GOOD)).toBe('It works: the model did what it was asked, in 2.3 s.');
  expect(factsOf(GOOD)).toEqual([
    ['It is asked', 'by tools, the best way'],
    ['Its name', 'In the endpoint’s list'],
    ['It holds', '131,072 tokens'],
    ['Tokens', '1,234 asked, 56 answered, US$ 0.00012'],
  ]);
});

it('what the endpoint does not tell is left out', () => {
  const bad = { ...GOOD, problem: 'No.', listed: null, rung: null, contextTokens: null, usage: null };
  expect(sayTried(bad)).toBe('No.');
  expect(factsOf(bad)).toEqual([]);
  expect(
    factsOf({ ...GOOD, problem: 'No.', usage: { prompt: 9, completion: 1, cost: null }, durationMs: 12_600 }).slice(-2),
  ).toEqual([
    ['Time', '13 s'],
    ['Tokens', '9 asked, 1 answered'],
  ]);
});
