import { expect, it } from 'vitest';
import { keyProblem, readKey, sharedKeyHint } from './board-fields';

it('makes a key of what is typed', () => {
  expect(readKey('tt-3 winter')).toBe('TTWIN');
  expect(readKey('ö1')).toBe('');
});

it('says what a key must be', () => {
  expect([keyProblem('TT'), keyProblem('TIMES')]).toEqual([null, null]);
  for (const key of ['', 'T', 'TIMETABLE', 'T1']) expect(keyProblem(key)).toContain('Two to five letters');
});

it('says who else has the key', () => {
  const others = [{ key: 'RM', title: 'Roadmap' }];
  expect(sharedKeyHint('RM', others)).toBe('“Roadmap” has this key, too.');
  expect(sharedKeyHint('TT', others)).toBe('Cards are TT-1, -2 …');
});
