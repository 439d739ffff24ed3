import { describe, expect, it } from 'vitest';
import { createNoticeList, type Notice, type NoticesPage } from './notice-list';

function notice(id: string, isRead = false): Notice {
  const board = { id: 'board', key: 'RM', title: 'Board' };
  const card = { id: 'card', number: 1, title: 'Card', isArchived: false };
  return {
    id,
    kind: 'mention',
    at: '2026-01-01T00:00:00.000Z',
    isRead,
    actor: { id: 'bob', name: 'bob' },
    board,
    card,
  };
}

const page = (ids: string[], next: string | null = null): NoticesPage => ({
  notices: ids.map((id) => notice(id)),
  next,
});

function listOf(...answers: (NoticesPage | string)[]) {
  const asked: unknown[] = [];
  const list = createNoticeList({
    async fetchPage(wanted) {
      asked.push(wanted);
      const answer = answers.shift();
      if (answer === undefined || typeof answer === 'string') throw new Error(answer);
      return answer;
    },
    sentenceOf: (error) => (error instanceof Error ? error.message : ''),
    pageSize: 2,
  });
  return { list, asked, ids: () => list.get().notices?.map(({ id }) => id) };
}

describe('notices', () => {
  it('are read page by page, and what is new comes before what is known', async () => {
    const { list, asked, ids } = listOf(page(['d', 'c'], 'c'), page(['b', 'a']), page(['e', 'd'], 'd'));
    await list.fresh();
    await list.older();
    expect(asked).toEqual([{ limit: 2 }, { before: 'c', limit: 2 }]);
    await list.fresh();
    expect(ids()).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(list.get().next).toBeNull();
  });

  it('that are gone are gone', async () => {
    const { list, ids } = listOf(page(['c', 'b', 'a']), page(['c', 'a']));
    await list.fresh();
    await list.fresh();
    expect(ids()).toEqual(['c', 'a']);
  });

  it('are asked for once for each count, and once more where it changes meanwhile', async () => {
    const { list, asked } = listOf(page(['a']), page(['b', 'a']));
    const first = list.hear(1);
    const second = list.hear(2);
    await Promise.all([first, second, list.hear(2)]);
    expect(asked).toHaveLength(2);
  });

  it('are shown as read at once, one or all', async () => {
    const { list } = listOf(page(['b', 'a']));
    await list.fresh();
    list.read('a');
    expect(list.get().notices?.map(({ isRead }) => isRead)).toEqual([false, true]);
    list.read();
    expect(list.get().notices?.every(({ isRead }) => isRead)).toBe(true);
  });

  it('that do not come are said not to, and those that are known stay', async () => {
    const { list, ids } = listOf('Not now.', page(['a']), 'Nor now.');
    await list.fresh();
    expect(list.get()).toMatchObject({ notices: null, problem: 'Not now.' });
    await list.older();
    await list.fresh();
    expect(list.get().problem).toBe('Nor now.');
    expect(ids()).toEqual(['a']);
  });
});
