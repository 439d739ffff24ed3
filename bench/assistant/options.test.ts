import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('asks the command language once where it is to ask no model', () => {
  expect(readOptions(['--offline'], {})).toMatchObject({ model: null, trials: 1, only: [], match: '', out: null });
});

test('takes a model’s key from the environment, where it stands in no list of processes', () => {
  const args = ['--base-url', 'http://127.0.0.1:1/v1', '--model', 'small', '--trials', '4', '--only', 'dates,bulk'];
  expect(readOptions(args, { AI_API_KEY: 'secret' })).toMatchObject({
    model: { baseUrl: 'http://127.0.0.1:1/v1', name: 'small', key: 'secret' },
    trials: 4,
    only: ['dates', 'bulk'],
  });
});

test('says what is missing, or what it does not know', () => {
  expect(() => readOptions([], {})).toThrow('--offline, or name a model');
  expect(() => readOptions(['--model', 'small'], {})).toThrow('--base-url');
  expect(() => readOptions(['--offline', '--model', 'small'], {})).toThrow('asks no model');
  expect(() => readOptions(['--offline', '--trials', '0'], {})).toThrow('above 0');
  expect(() => readOptions(['--offline', '--only', 'poems'], {})).toThrow('“poems”');
  const small = ['--base-url', 'http://127.0.0.1:1/v1', '--model', 'small', '--context', '2048'];
  expect(() => readOptions(small, {})).toThrow('from 4096');
  expect(readOptions(['--help'], {})).toBeNull();
});
