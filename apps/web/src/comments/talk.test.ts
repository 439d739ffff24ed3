import type { Comment } from '@talkan/board/model';
import { describe, expect, it } from 'vitest';
import { createTalk, type CommentsPage } from './talk';

function said(id: string): CommentsPage['comments'][number] {
  const at = `2026-01-01T00:00:00.${id.padStart(3, '0')}Z`;
  const author = { authorId: `by-${id}`, authorName: `Name ${id}` };
  return { id, cardId: 'card', text: id, createdAt: at, editedAt: null, archivedAt: null, ...author };
}

/** A card on a server that answers with these pages, one after the other; a text is why it does not. */
function talkWith(...answers: (CommentsPage | string)[]) {
  const asked: unknown[] = [];
  const remembered: [readonly Comment[], boolean][] = [];
  const talk = createTalk({
    async fetchPage(page) {
      asked.push(page);
      const answer = answers.shift();
      if (answer === undefined || typeof answer === 'string') throw new Error(answer);
      return answer;
    },
    remember: (...taken) => remembered.push(taken),
    sentenceOf: (error) => (error instanceof Error ? error.message : ''),
    seq: () => 5,
  });
  return { talk, asked, remembered };
}

const page = (ids: string[], rest: Partial<CommentsPage> = {}): CommentsPage => {
  return { comments: ids.map(said), next: null, seq: 5, ...rest };
};

describe('what was said about a card', () => {
  it('is read from the last page back, until there is no more', async () => {
    const { talk, asked, remembered } = talkWith(page(['3', '4'], { next: '3' }), page(['1', '2']));
    await talk.again();
    expect(talk.get()).toMatchObject({ begun: true, next: '3' });
    await talk.earlier();
    await talk.earlier();
    expect(asked).toEqual([{ limit: 20 }, { before: '3', limit: 50 }]);
    expect(remembered.map(([comments, isLast]) => [comments.map(({ id }) => id), isLast])).toEqual([
      [['3', '4'], true],
      [['1', '2'], false],
    ]);
    expect(talk.get().names.get('by-1')).toBe('Name 1');
    expect(remembered[0]?.[0][0]).not.toHaveProperty('authorName');
  });

  it('is asked for again where the answer is older than the board, and not for ever', async () => {
    const { talk, asked, remembered } = talkWith(page(['1'], { seq: 4 }), page(['1', '2']));
    await talk.again();
    expect([asked.length, remembered.length]).toEqual([2, 1]);
    const busy = talkWith(...Array.from({ length: 9 }, () => page(['1'], { seq: 1 })));
    await busy.talk.again();
    expect(busy.asked).toHaveLength(3);
    expect(busy.talk.get().begun).toBe(true);
  });

  it('says why it did not come, and goes on from there', async () => {
    const { talk } = talkWith(page(['2'], { next: '2' }), 'Not now.', page(['1']));
    await talk.again();
    await talk.earlier();
    expect(talk.get()).toMatchObject({ problem: 'Not now.', next: '2', loading: false });
    await talk.earlier();
    expect(talk.get()).toMatchObject({ problem: null, next: null });
  });
});
