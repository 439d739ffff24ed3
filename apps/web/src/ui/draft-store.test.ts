import { describe, expect, it } from 'vitest';
import { createDraftStore } from './draft-store';

/** What a browser's storage does, in memory; `room` in characters. */
function createStorage(room = Infinity): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('Full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

describe('drafts', () => {
  it('outlive the page', () => {
    const storage = createStorage();
    createDraftStore(storage).write('card', 'Half a sent');
    expect(createDraftStore(storage).read('card')).toBe('Half a sent');
  });

  it('are gone once they are removed, for the next page too', () => {
    const storage = createStorage();
    const drafts = createDraftStore(storage);
    drafts.write('card', 'text');
    drafts.remove('card');
    expect(drafts.read('card')).toBeNull();
    expect(createDraftStore(storage).read('card')).toBeNull();
  });

  it('tell a cleared text from none at all', () => {
    const drafts = createDraftStore(createStorage());
    drafts.write('details', '');
    expect(drafts.read('details')).toBe('');
    expect(drafts.read('other')).toBeNull();
  });

  it('are not changed under somebody’s cursor by another tab', () => {
    const storage = createStorage();
    const here = createDraftStore(storage);
    const there = createDraftStore(storage);
    here.write('card', 'here');
    there.write('card', 'there');
    expect(here.read('card')).toBe('here');
  });

  it('stay in memory where the storage is full or forbidden', () => {
    for (const storage of [createStorage(10), null]) {
      const drafts = createDraftStore(storage);
      drafts.write('card', 'A longer text than fits.');
      expect(drafts.read('card')).toBe('A longer text than fits.');
    }
  });

  it('let the oldest go when there are too many', () => {
    const storage = createStorage();
    let time = 0;
    const drafts = createDraftStore(storage, () => (time += 1));
    for (let index = 0; index < 70; index += 1) drafts.write(`card-${index}`, 'text');
    const next = createDraftStore(storage);
    expect(next.read('card-0')).toBeNull();
    expect(next.read('card-69')).toBe('text');
    expect(storage.length).toBeLessThanOrEqual(60);
  });

  it('forget everything at once, and nothing that is not theirs', () => {
    const storage = createStorage();
    storage.setItem('other', 'stays');
    const drafts = createDraftStore(storage);
    drafts.write('a', '1');
    drafts.write('b', '2');
    drafts.clear();
    expect([drafts.read('a'), drafts.read('b')]).toEqual([null, null]);
    expect(storage.length).toBe(1);
  });

  it('read as none what something else wrote there', () => {
    const storage = createStorage();
    storage.setItem('talkan:draft:a', '{');
    storage.setItem('talkan:draft:b', '{"text":4,"at":0}');
    const drafts = createDraftStore(storage);
    expect([drafts.read('a'), drafts.read('b')]).toEqual([null, null]);
  });

  it('tell those who follow them', () => {
    const drafts = createDraftStore(createStorage());
    let told = 0;
    const stop = drafts.subscribe(() => (told += 1));
    drafts.write('a', '1');
    drafts.remove('a');
    stop();
    drafts.write('a', '2');
    expect(told).toBe(2);
  });
});
