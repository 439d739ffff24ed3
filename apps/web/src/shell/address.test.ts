import { expect, it } from 'vitest';
import { resolveAddress } from './address';

const [one, two] = [
  { id: 'one', archivedAt: null },
  { id: 'two', archivedAt: null },
];
const boards = [one, two];

it('leads to the board that is named, wherever on it', () => {
  expect(resolveAddress('/b/two', boards, null)).toEqual({ kind: 'board', board: two });
  expect(resolveAddress('/b/two/RM-4', boards, 'one')).toEqual({ kind: 'board', board: two });
});

it('says of a board that is not shared with them no more than that it is not there', () => {
  expect(resolveAddress('/b/three', boards, null)).toEqual({ kind: 'no-such-board', boardId: 'three' });
});

it('leads from the root to the board that was open last, else to the first', () => {
  expect(resolveAddress('/', boards, 'two')).toEqual({ kind: 'elsewhere', path: '/b/two' });
  expect(resolveAddress('/', boards, 'gone')).toEqual({ kind: 'elsewhere', path: '/b/one' });
  expect(resolveAddress('/', boards, null)).toEqual({ kind: 'elsewhere', path: '/b/one' });
});

it('leads from the root past what is archived, and where there is nothing else to all boards', () => {
  const old = { id: 'old', archivedAt: '2026-11-24T12:00:00.000Z' };
  expect(resolveAddress('/', [old, two], 'old')).toEqual({ kind: 'elsewhere', path: '/b/two' });
  expect(resolveAddress('/b/old', [old, two], null)).toEqual({ kind: 'board', board: old });
  for (const none of [[], [old]])
    expect(resolveAddress('/', none, 'old')).toEqual({ kind: 'elsewhere', path: '/boards' });
});

it('knows the addresses that cards had before', () => {
  expect(resolveAddress('/card/RM-4', boards, null)).toEqual({ kind: 'elsewhere', path: '/b/one/RM-4' });
});

it('finds nothing elsewhere', () => {
  for (const location of ['/no/such/page', '/b', '/card', '/card/']) {
    expect(resolveAddress(location, boards, null)).toEqual({ kind: 'nothing' });
  }
});
