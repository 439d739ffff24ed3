import { expect, it } from 'vitest';
import { judge } from './goal-table.ts';
import { selfTimes } from './profile.ts';
import { figure } from './table.ts';

it('judges a goal by its bound, and leaves open what was not measured', () => {
  const start = { cards: 10_000, starts: 3, medianMs: 500, longestMs: 700, profiled: null };
  const signIns = { atOnce: 100, rounds: 3, allMs: 900, heldMs: 20.1, busyMs: 3, idleMs: 2 };
  const judged = judge({ results: [], watchers: null, memory: null, start, signIns, search: null });
  const reached = (work: string) => judged.find((goal) => goal.work.startsWith(work))?.reached;
  expect(reached('Start to first answer')).toBe(true);
  expect(reached('100 sign-ins')).toBe(false);
  expect(reached('GET /api/board')).toBeNull();
});

it('adds up the time of a function over all from where it was called, and leaves out idleness', () => {
  const node = (id: number, functionName: string, url = 'node:fs') => {
    return { id, callFrame: { functionName, url, lineNumber: 4 } };
  };
  const nodes = [node(1, '(idle)', ''), node(2, 'read'), node(3, 'read'), node(4, '')];
  expect(selfTimes({ nodes, samples: [1, 2, 3, 4, 2], timeDeltas: [9_000, 1_000, 2_000, 500, 1_000] })).toEqual([
    { name: 'read', place: 'node:fs:5', ms: 4 },
    { name: '(anonymous)', place: 'node:fs:5', ms: 0.5 },
  ]);
});

it('writes three figures that mean something', () => {
  expect([0.01234, 1.5, 99.96, 12_345.6, 0].map((value) => figure(value))).toEqual([
    '0.0123',
    '1.50',
    '100',
    '12,346',
    '0',
  ]);
  expect([null, Number.NaN, Infinity].map(figure)).toEqual(['–', '–', '–']);
});
