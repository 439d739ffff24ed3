import { describe, expect, it } from 'vitest';
import { hostOf, isLoopback, isOpenToReaders, isSameEndpoint } from './endpoints';
import { modelProblems, planKey, readNumber, sayFrom } from './settings-words';
import type { AssistantSettings } from './use-settings';

const NOW = new Date('2026-11-28T21:30:00');
const HERE = 'https://api.example.com/v1';

function settings(model: Partial<AssistantSettings['model']> = {}): AssistantSettings {
  return {
    version: 1,
    saved: null,
    environment: null,
    limits: { personTurns: 20, allTurns: 120, personTokens: 1, allTokens: 1 },
    model: {
      from: 'page',
      baseUrl: HERE,
      model: 'some/model',
      contextTokens: null,
      rung: null,
      key: { from: 'page', end: '1234' },
      problem: null,
      ...model,
    },
  };
}
const plan = (entry: Partial<Parameters<typeof planKey>[0]>, known = settings()) =>
  planKey({ baseUrl: HERE, typed: '', drops: false, ...entry }, known);

describe('the key', () => {
  it('that is known stays where nothing is typed', () => {
    expect(plan({})).toMatchObject({ key: { kind: 'keep' }, mayDrop: true });
    expect(plan({}).hint).toBe('The key that is saved, ending in 1234, stays. Type to replace it.');
    expect(plan({ baseUrl: `${HERE}/` }).key).toEqual({ kind: 'keep' });
    const given = settings({ from: 'environment', key: { from: 'environment', end: null } });
    expect(plan({}, given).hint).toBe('The key of the server’s environment stays. Type to replace it.');
  });

  it('that is known is not sent to another endpoint', () => {
    const { key, hint, mayDrop } = plan({ baseUrl: 'https://other.example/v1' });
    expect(key).toEqual({ kind: 'none' });
    expect(hint).toContain('is not sent to this one');
    expect(mayDrop).toBe(false);
  });

  it('that is typed is the new one', () => {
    expect(plan({ typed: ' sk-new ' })).toMatchObject({ key: { kind: 'new', value: 'sk-new' }, mayDrop: false });
  });

  it('can be done without', () => {
    expect(plan({ drops: true }).key).toEqual({ kind: 'none' });
    const local = settings({ baseUrl: 'http://127.0.0.1:11434/v1', key: { from: 'none', end: null } });
    expect(plan({ baseUrl: 'http://127.0.0.1:11434/v1' }, local)).toMatchObject({
      key: { kind: 'none' },
      hint: 'Most local servers need none: leave it empty.',
      mayDrop: false,
    });
  });
});

it('it says where the model was chosen', () => {
  expect(sayFrom(settings({ from: 'nowhere' }), NOW)).toContain('No model is chosen yet');
  expect(sayFrom(settings({ from: 'environment' }), NOW)).toContain('What you save here wins over it.');
  expect(sayFrom(settings({ from: 'environment', rung: 'json' }), NOW)).toContain('It is asked as JSON in its words');
  const saved = { at: NOW.toISOString(), by: 'ann' };
  const environment = { baseUrl: 'https://openrouter.ai/api/v1', model: 'openai/gpt-oss-120b' };
  expect(sayFrom({ ...settings(), saved }, NOW)).toBe('Saved here, last by ann, today 21:30.');
  expect(sayFrom({ ...settings(), saved, environment }, NOW)).toBe(
    'Saved here, last by ann, today 21:30. It wins over the server’s environment, which names openai/gpt-oss-120b at openrouter.ai.',
  );
});

it('an address is compared as the server does, and told by its host', () => {
  expect(isSameEndpoint(' HTTPS://Api.Example.com:443/v1/chat/completions', HERE)).toBe(true);
  expect(isSameEndpoint('https://api.example.com/v2', HERE)).toBe(false);
  expect(hostOf('http://127.0.0.1:11434/v1')).toBe('127.0.0.1:11434');
  expect(hostOf('ftp://a.example')).toBeNull();
  expect(['http://localhost:1', 'http://127.0.0.9', 'http://[::1]:80/v1'].every(isLoopback)).toBe(true);
  expect(isLoopback('http://127.evil.example')).toBe(false);
  expect(isOpenToReaders('http://10.0.0.7/v1')).toBe(true);
  expect(isOpenToReaders('http://localhost/v1')).toBe(false);
});

it('what is wrong with a field is said at it', () => {
  const good = { baseUrl: HERE, model: 'm', contextTokens: '' };
  expect(modelProblems(good)).toEqual({ baseUrl: null, model: null, contextTokens: null });
  expect(modelProblems({ ...good, contextTokens: '131,072' }).contextTokens).toBeNull();
  expect(modelProblems({ ...good, contextTokens: '100' }).contextTokens).toContain('from 4096');
  expect(modelProblems({ ...good, contextTokens: 'many' }).contextTokens).toContain('whole number');
  expect(modelProblems({ baseUrl: 'openrouter', model: ' ', contextTokens: '' })).toMatchObject({
    baseUrl: expect.stringContaining('http'),
    model: expect.stringContaining('name'),
  });
});

it('numbers are read as people type them', () => {
  expect(['0', '131072', '131,072', '131 072', '1’000’000'].map(readNumber)).toEqual([
    0, 131072, 131072, 131072, 1000000,
  ]);
  expect(['', '-1', '1e6', 'x', '9'.repeat(13)].map(readNumber)).toEqual([null, null, null, null, null]);
});
