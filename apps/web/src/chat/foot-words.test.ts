import { expect, it } from 'vitest';
import type { ChatTurn } from './contract';
import { footWords, wayWords } from './foot-words';

const turn: ChatTurn = {
  id: 't',
  question: 'Hi',
  pasted: null,
  at: '2026-01-01T00:00:00.000Z',
  state: 'answered',
  problem: null,
  answer: null,
  model: 'some/model',
  rung: 'tools',
  tokens: { prompt: 1200, completion: 40 },
  cost: 0.00123,
  durationMs: 4210,
};

it('the foot of an answer tells what is known of it, and leaves out the rest', () => {
  expect(footWords(turn)).toEqual(['some/model', 'with tools', '1,240 tokens', '$0.0012', '4.2 s']);
  expect(footWords({ ...turn, rung: null, tokens: null, cost: null })).toEqual(['some/model', '4.2 s']);
  expect(footWords({ ...turn, cost: 0 })).toContain('free');
  expect(footWords({ ...turn, cost: 0.00000002 })).toContain('less than $0.0001');
});

it('an answer of the board’s own says that no model was asked', () => {
  expect(footWords({ ...turn, rung: 'commands', model: null })).toEqual(['Answered without a model']);
});

it('only a step down is told', () => {
  const way = (rung: 'tools' | 'json_object') => ({ model: 'm', rung });
  expect(wayWords([way('tools')])).toBeNull();
  expect(wayWords([way('tools'), way('json_object')])).toBe('Asked again in another form: with tools, then as JSON.');
});
