import { describe, expect, it } from 'vitest';
import { addToast, removeToast, timeOf, type Toast } from './toast-queue';

const toast = (id: string, message = id): Toast => ({
  id,
  message,
  said: undefined,
  actions: [],
  tone: 'plain',
  stays: false,
  until: undefined,
  stamp: 0,
});
const action = { label: 'Undo', run: () => {} };

describe('the queue of toasts', () => {
  it('replaces a toast in its place by one with the same id', () => {
    const queue = [toast('a'), toast('b')];
    expect(addToast(queue, toast('a', 'new')).map(({ message }) => message)).toEqual(['new', 'b']);
  });

  it('holds three; the oldest makes room', () => {
    const queue = ['a', 'b', 'c', 'd'].reduce<readonly Toast[]>((all, id) => addToast(all, toast(id)), []);
    expect(queue.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('stays the same when what is removed is not in it', () => {
    const queue = [toast('a')];
    expect(removeToast(queue, 'b')).toBe(queue);
    expect(removeToast(queue, 'a')).toEqual([]);
  });

  it('keeps a toast with an action for at least eight seconds, and a long one until it can be read', () => {
    expect(timeOf({ message: 'RM-4 archived', actions: [action] })).toBe(8000);
    expect(timeOf({ message: 'Saved', actions: [] })).toBe(4000);
    expect(timeOf({ message: 'x'.repeat(200), actions: [action] })).toBe(14_000);
  });
});
