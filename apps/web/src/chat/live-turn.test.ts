import { expect, it } from 'vitest';
import type { TurnEvent } from './contract';
import { beginLive, takeEvent, type LiveTurn } from './live-turn';

type Coming = Exclude<TurnEvent, { kind: 'answer' }>;

const fold = (...events: Coming[]): LiveTurn =>
  events.reduce(takeEvent, beginLive({ turnId: 't', text: 'Hi', pasted: null }, '2026-01-01T00:00:00.000Z', 'saving'));
const begun: Coming = { kind: 'begun', conversationId: 'c', turnId: 't' };
const asked = (rung: 'tools' | 'json'): Coming => ({ kind: 'asked', model: 'm', rung });
const text = (words: string): Coming => ({ kind: 'text', text: words });
const pending: Coming = {
  kind: 'pending',
  operation: { type: 'card.archive', cardId: 'c' },
  item: { entity: 'card', id: 'c', text: 'Archive RM-1.', brief: 'Archive.' },
};

it('a turn waits for the board to be saved, then for the model, then grows', () => {
  expect(fold().step).toBe('saving');
  expect(fold(begun).step).toBe('thinking');
  expect(fold(begun, asked('tools'), text('Two '), text('cards.'), pending)).toMatchObject({
    step: 'writing',
    said: 'Two cards.',
    pending: [{ item: { text: 'Archive RM-1.' } }],
  });
});

it('what came before it was asked in another form counts no longer', () => {
  const live = fold(begun, asked('tools'), text('Two'), pending, asked('json'));
  expect(live).toMatchObject({ step: 'thinking', said: '', pending: [] });
  expect(live.ways.map(({ rung }) => rung)).toEqual(['tools', 'json']);
});

it('what came before a correction counts no longer, and the way in which it was asked is the same', () => {
  const live = fold(begun, asked('tools'), text('Two'), pending, { kind: 'again' }, text('Three'));
  expect(live).toMatchObject({ said: 'Three', pending: [], ways: [{ rung: 'tools' }] });
});

it('what is looked up stays in sight', () => {
  const reading: Coming = { kind: 'reading', sentence: 'Looks at RM-4.' };
  expect(fold(begun, reading, text('It is late.')).readings).toEqual(['Looks at RM-4.']);
});
