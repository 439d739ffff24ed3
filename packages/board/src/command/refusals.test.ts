import { describe, expect, it, test } from 'vitest';
import { complete } from './complete.js';
import { isElsewhere } from './elsewhere.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';
import { understand } from './understand.js';

const LAYOUT = { Backlog: ['Login page', 'Login API'], Review: ['Checkout'], Done: ['Ship it'] };
const context = contextOf(LAYOUT);
/** As on a page, which has neither the archive nor the history. */
const onPage = contextOf(LAYOUT, { archive: { cards: [], columns: [], isElsewhere: true } });

describe('a refusal says how far the request was understood', () => {
  test.each([
    ['move the flurb to done', '“move” was understood, “the flurb to done” was not, so nothing is done.'],
    ['move Checkout to the moon', '“move Checkout to” was understood, “the moon” was not, so nothing is done.'],
    [
      'move Checkout to Done and frobnicate TK-1',
      '“move Checkout to Done” was understood, “and frobnicate TK-1” was not, so nothing is done.',
    ],
    ['please archive the flurb', '“archive” was understood, “the flurb” was not, so nothing is done.'],
    ['frobnicate TK-1', 'Not all of that was understood, so nothing is done.'],
  ])('%s', (text, reason) => {
    expect(told(text, context)).toBe(`! ${reason}`);
    expect(told(text, onPage)).toBe(`! ${reason}`);
  });
});

describe('what only the archive or the history knows', () => {
  test.each([
    'restore the old plan',
    'bring the old plan back',
    'bring back the column Ideas',
    'what is in the archive?',
    'who archived the old plan?',
    'what changed today?',
    'who moved TK-3?',
  ])('%s: is refused as such where these are not at hand', (text) => {
    const understood = understand(text, onPage);
    expect(understood.kind).toBe('refused');
    expect(isElsewhere(understood)).toBe(true);
  });

  test.each([
    ['where is TK-3?', 'TK-3'],
    ['bring Checkout back to Backlog', 'Move TK-3 “Checkout” from “Review” to “Backlog”.'],
  ])('%s: takes neither', (text, answer) => expect(told(text, onPage)).toContain(answer));

  test('move the flurb to done: is no such request', () => {
    expect(isElsewhere(understand('move the flurb to done', onPage))).toBe(false);
  });
});

describe('suggestions', () => {
  it.each(['owner', 'viewer'] as const)('are three that work: %s', (role) => {
    const mine = contextOf(LAYOUT, { role });
    const understood = understand('frobnicate TK-1', mine);
    const suggestions = understood.kind === 'refused' ? understood.suggestions : [];
    expect(suggestions).toHaveLength(3);
    for (const text of suggestions) expect(understand(text, mine).kind).not.toBe('refused');
  });
});

it('a name in other letters is no way to go on', () => {
  expect(complete('move TK-3 to done', context)).toEqual([]);
});
