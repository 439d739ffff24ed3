import { expect, it } from 'vitest';
import { sectionsOf, type BoardEntry } from '../home/board-list';
import { resolveAddress } from '../shell/address';
import { liftAnswer } from './lift-answer';

it('opens the boards that an older version kept, none of which was archived or marked', () => {
  const kept = [{ id: 'b', key: 'RM', title: 'Roadmap', role: 'owner' }];
  const boards = liftAnswer('boards.list', kept) as BoardEntry[];
  expect(sectionsOf(boards)).toEqual({ starred: [], recent: [], all: boards, archived: [] });
  expect(resolveAddress('/', boards, null)).toEqual({ kind: 'elsewhere', path: '/b/b' });
  expect(boards[0]?.collapsed).toEqual([]);
});

it('leaves what this version kept as it is', () => {
  const kept = [{ id: 'b', archivedAt: '2026-11-24T00:00:00.000Z', starred: true, collapsed: ['c'] }];
  expect(liftAnswer('boards.list', kept)).toMatchObject(kept);
  expect(liftAnswer('auth.me', kept)).toBe(kept);
});
