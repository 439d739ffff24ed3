import { describe, expect, it, vi } from 'vitest';
import { createStory, undoneIn, withNews, type HistoryEntry, type HistoryPage } from './story';

const entry = (seq: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  seq,
  from: seq,
  at: '2026-11-24T10:00:00.000Z',
  began: '2026-11-24T10:00:00.000Z',
  changes: 1,
  actor: { id: 'ann', name: 'ann' },
  origin: 'web',
  undoes: null,
  sentence: `Change ${seq}.`,
  items: [],
  count: 1,
  ...more,
});

/** A log of single changes, told in pages as the server does. */
function startOn(log: { length: number }, pageSize = 3) {
  const fetchPage = vi.fn(async ({ before, limit }: { before?: number; limit: number }): Promise<HistoryPage> => {
    const top = Math.min(before ?? Infinity, log.length + 1);
    const bottom = Math.max(1, top - limit);
    const entries = Array.from({ length: top - bottom }, (_, index) => entry(top - 1 - index));
    return { entries, next: bottom > 1 ? bottom : null };
  });
  const story = createStory({ fetchPage, sentenceOf: String, pageSize, seq: () => log.length });
  return { story, fetchPage, seqs: () => story.get().entries.map(({ seq }) => seq) };
}

describe('a story', () => {
  it('is read back page by page, to its beginning', async () => {
    const { story, seqs } = startOn({ length: 7 });
    story.start();
    await expect.poll(seqs).toEqual([7, 6, 5]);
    await story.older();
    expect(seqs()).toEqual([7, 6, 5, 4, 3, 2]);
    await Promise.all([story.older(), story.older()]);
    expect(seqs()).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(story.get().next).toBeNull();
  });

  it('goes on with what is new, asked for together and without the rest', async () => {
    const log = { length: 5 };
    const { story, fetchPage, seqs } = startOn(log);
    story.start();
    await expect.poll(seqs).toEqual([5, 4, 3]);
    log.length = 6;
    story.hear();
    await expect.poll(seqs).toEqual([6, 5, 4, 3]);
    const asked = fetchPage.mock.calls.length;
    for (let times = 0; times < 3; times++) {
      log.length += 1;
      story.hear();
    }
    await expect.poll(seqs).toEqual([9, 8, 7, 6, 5, 4, 3]);
    // A page of three that begins at the ninth ends before the sixth is reached.
    expect(fetchPage.mock.calls.length - asked).toBeLessThanOrEqual(2);
    await story.older();
    expect(seqs()).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    story.stop();
  });

  it('begins anew where too much happened meanwhile', async () => {
    const log = { length: 3 };
    const { story, seqs } = startOn(log);
    story.start();
    await expect.poll(seqs).toEqual([3, 2, 1]);
    log.length = 100;
    story.hear();
    await expect.poll(() => seqs()[0]).toBe(100);
    expect(seqs()).toHaveLength(9);
    await story.older();
    expect(seqs()).toEqual(Array.from({ length: 12 }, (_, index) => 100 - index));
  });

  it('looks further back where a stretch of the log has nothing of what is asked for', async () => {
    const pages: HistoryPage[] = [
      { entries: [], next: 20_000 },
      { entries: [], next: 10_000 },
      { entries: [entry(7)], next: null },
    ];
    const fetchPage = async () => pages.shift() ?? { entries: [], next: null };
    const story = createStory({ fetchPage, sentenceOf: String, pageSize: 3, seq: () => 0 });
    story.start();
    await expect.poll(() => story.get()).toMatchObject({ begun: true, next: null, entries: [{ seq: 7 }] });
  });

  it('says why a page did not come, and asks again when told to', async () => {
    let fails = true;
    const fetchPage = async (): Promise<HistoryPage> => {
      if (fails) throw new Error('away');
      return { entries: [entry(1)], next: null };
    };
    const story = createStory({ fetchPage, sentenceOf: String, pageSize: 3, seq: () => 1 });
    story.start();
    await expect.poll(() => story.get()).toMatchObject({ begun: false, loading: false, problem: 'Error: away' });
    fails = false;
    await story.older();
    expect(story.get()).toMatchObject({ begun: true, problem: null, entries: [{ seq: 1 }] });
  });
});

it('a run that has grown stands in the place of what it was', () => {
  const known = [entry(9, { actor: { id: 'bob', name: 'bob' } }), entry(8, { from: 5, changes: 3 }), entry(4)];
  const page = {
    entries: [entry(10, { from: 5, changes: 4 }), entry(9, { actor: { id: 'bob', name: 'bob' } })],
    next: 9,
  };
  expect(withNews(known, page).map(({ from, seq }) => [from, seq])).toEqual([
    [5, 10],
    [9, 9],
    [4, 4],
  ]);
});

it('what was undone and done again is not undone', () => {
  const undone = undoneIn([
    entry(5, { undoes: 4 }),
    entry(4, { undoes: 2 }),
    entry(3, { undoes: 1 }),
    entry(2),
    entry(1),
  ]);
  expect(undone).toEqual(new Set([4, 1]));
});
