import { createBoard } from '@talkan/board/board';
import { expect, it } from 'vitest';
import { wayTo } from './lead-to';

const board = createBoard({
  id: 'board',
  key: 'RM',
  title: 'Board',
  seq: 1,
  lastNumber: 4,
  columns: [{ id: 'todo', title: 'To do', rank: 'a0', archivedAt: null }],
  cards: [
    {
      id: 'card',
      columnId: 'todo',
      rank: 'a0',
      number: 4,
      title: 'Card',
      details: '',
      createdAt: '2026-11-24T10:00:00.000Z',
      createdBy: 'ann',
      archivedAt: null,
    },
  ],
});
const way = (...ids: string[]) => wayTo({ code: 'conflict', ids }, board);

it('a refused undo leads to the card that is in the way, to the archive, or to what the others did', () => {
  expect(way('gone', 'card')).toEqual({ label: 'Open RM-4', path: '/RM-4' });
  expect(way('gone')).toEqual({ label: 'Open the archive', path: '/archive' });
  expect(way('todo')).toEqual({ label: 'Open the history', path: '/history' });
  expect(way()).toEqual({ label: 'Open the history', path: '/history' });
});

it('leads nowhere where nobody is in the way', () => {
  expect(wayTo({ code: 'forbidden', ids: [] }, board)).toBeUndefined();
  expect(wayTo({ code: 'not_found', ids: ['gone'] }, board)).toBeUndefined();
});
