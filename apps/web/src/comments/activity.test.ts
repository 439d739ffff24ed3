import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../history/story';
import { mergeActivity } from './activity';
import type { ShownComment } from './use-talk';

const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`;

function comment(minute: number): ShownComment {
  const row = { id: `c${minute}`, cardId: 'card', authorId: 'ann', text: '', editedAt: null, archivedAt: null };
  return { comment: { ...row, createdAt: at(minute) }, isPending: false, failure: undefined };
}

function entry(minute: number): HistoryEntry {
  const told = { sentence: '', items: [], count: 1, changes: 1, undoes: null };
  return {
    ...told,
    origin: 'web',
    seq: minute,
    from: minute,
    at: at(minute),
    began: at(minute),
    actor: { id: 'ann', name: 'ann' },
  };
}

const merged = (said: number[], saidMore: boolean, done: number[], doneMore: boolean) => {
  const comments = { items: said.map(comment), isMore: saidMore };
  const { items, wants } = mergeActivity(comments, { items: done.map(entry), isMore: doneMore });
  return { order: items.map((item) => `${item.kind[0]}${new Date(item.at).getUTCMinutes()}`), wants };
};

describe('what was said and done', () => {
  it('stands in one order, the last at the end', () => {
    expect(merged([1, 4], false, [5, 2], false)).toEqual({
      order: ['c1', 'e2', 'c4', 'e5'],
      wants: { comments: false, entries: false },
    });
  });

  it('is told only as far back as both are known, and says which of them is to be read on', () => {
    expect(merged([1, 4], false, [5, 3], true)).toEqual({
      order: ['e3', 'c4', 'e5'],
      wants: { comments: false, entries: true },
    });
    expect(merged([4, 6], true, [5, 3], true)).toEqual({
      order: ['c4', 'e5', 'c6'],
      wants: { comments: true, entries: false },
    });
  });

  it('can be one of the two alone', () => {
    expect(merged([], false, [2, 1], false).order).toEqual(['e1', 'e2']);
    expect(merged([2], true, [], false)).toEqual({ order: ['c2'], wants: { comments: true, entries: false } });
  });
});
