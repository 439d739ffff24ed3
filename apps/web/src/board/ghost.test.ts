import { applyPatches, createBoard } from '@talkan/board/board';
import { decideChange } from '@talkan/board/decide';
import type { Board, PlainCard } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { wholeCard, wholeColumn } from '@talkan/board/rows';
import { afterEach, describe, expect, it } from 'vitest';
import type { BoardState, BoardStore } from '../sync/board-state';
import { createPastStore } from '../time-travel/past-store';
import { createSignal } from '../ui/signal';
import { showPending } from './ghost';
import type { Ghosts, GhostWords } from './ghosts';
import { snapshotOf } from './testing/board-of';
import { withGhost, withGhostDone } from './with-ghost';

const LANES = { Ready: 'a b c', Doing: 'd e', Done: '' };
const plain = snapshotOf(LANES);
const more: Record<string, Partial<PlainCard>> = {
  a: { dueAt: '2026-11-20', details: 'Old', priority: 'low', labelIds: ['bug'], assigneeIds: ['ana'] },
  d: { checklists: [{ id: 'l', title: 'L', items: [{ id: 'i', text: 'I', done: false, assigneeId: null }] }] },
};
const board = createBoard({
  ...plain,
  cards: plain.cards.map((card) => ({ ...card, ...more[card.id] })),
  labels: ['bug', 'copy'].map((id) => ({ id, name: id, hue: 10, archivedAt: null, mergedInto: null })),
});

/** A board that somebody may change, as it is now. */
function open(role: BoardState['role'] = 'editor') {
  const past = createPastStore(board, new Set());
  const state = createSignal<BoardState>({ ...past.getState(), role });
  const store: BoardStore = { ...past, getState: state.get, subscribe: state.subscribe };
  return { store, seen: withGhost(store), to: (next: Board) => state.set({ ...state.get(), board: next }) };
}

function after(...operations: readonly Operation[]): Board {
  const context = { actorId: 'me', role: 'editor', now: '2026-11-23T00:00:00.000Z', loaded: new Map() } as const;
  const decided = decideChange(board, operations, context);
  if (isRefusal(decided)) throw new Error(decided.message);
  return applyPatches(board, decided.patches);
}

const ends: (() => void)[] = [];
const show = (...operations: readonly Operation[]) => {
  const end = showPending(operations, { voice: 'typed' });
  ends.push(end);
  return end;
};
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function ghostsOf(...operations: readonly Operation[]): Ghosts {
  show(...operations);
  const { ghosts } = open().seen.getState();
  if (!ghosts) throw new Error('Nothing is shown.');
  return ghosts;
}

const say = (words: readonly GhostWords[] | undefined) =>
  words?.map(({ text, of, how }) => {
    const name = typeof of === 'object' ? of.userId : of;
    return `${text}${name === undefined ? '' : how === undefined ? ` ${name}` : ` [${how} ${name}]`}`;
  });
const arrivalsIn = (ghosts: Ghosts, columnId: string) =>
  (ghosts.arrivals.get(columnId) ?? []).map(({ card, behind, words }) => [card.id, behind, ...(say(words) ?? [])]);
const wordsOf = (ghosts: Ghosts, cardId: string) => say(ghosts.cards.get(cardId)?.words);

const toDoing: Operation = { type: 'card.move', cardId: 'b', columnId: 'Doing', before: 'e' };
const newCard: Operation = { type: 'card.create', cardId: 'new', columnId: 'Doing', title: 'New' };

describe('what is pending on a board', () => {
  it('leaves the board as it is, and goes when it is taken off', async () => {
    const { store, seen } = open();
    let heard = 0;
    const release = seen.subscribe(() => (heard += 1));
    const end = show(toDoing, newCard);
    const state = seen.getState();
    expect(state.board).toBe(board);
    expect(state.ghosts?.after.cardsIn('Doing').map(({ id }) => id)).toEqual(['d', 'b', 'e', 'new']);
    expect(seen.getState()).toBe(state);
    expect(withGhostDone(seen).getState().board).toBe(state.ghosts?.after);
    end();
    expect(seen.getState()).toBe(store.getState());
    await Promise.resolve();
    expect(heard).toBe(2);
    release();
  });

  it('is that of the newest who shows something, and then again that of the one before', () => {
    const { seen } = open();
    const voice = () => seen.getState().ghosts?.voice;
    const assistant = showPending([toDoing], { voice: 'assistant' });
    const typed = showPending([newCard], { voice: 'typed' });
    expect(voice()).toBe('typed');
    typed();
    expect(voice()).toBe('assistant');
    const again = showPending([newCard], { voice: 'typed' });
    assistant();
    expect(voice()).toBe('typed');
    again();
    expect(voice()).toBeUndefined();
  });

  it('follows the board, and leaves out alone what cannot be done any more', () => {
    const { seen, to } = open();
    show(toDoing, { type: 'card.move', cardId: 'c', columnId: 'Done' }, newCard);
    to(after({ type: 'card.archive', cardId: 'b' }));
    const { ghosts } = seen.getState();
    expect([...(ghosts?.cards.keys() ?? [])]).toEqual(['c']);
    expect(ghosts && arrivalsIn(ghosts, 'Doing')).toEqual([['new', 'e', 'Would be added']]);
    to(after({ type: 'card.archive', cardId: 'e' }));
    expect(seen.getState().ghosts?.cards.has('b')).toBe(true);
  });

  it('is nothing for who may not change the board, for what cannot be done, and for what changes nothing', () => {
    const end = show(toDoing);
    expect(open('viewer').seen.getState().ghosts).toBeUndefined();
    end();
    const { seen } = open();
    show({ ...toDoing, cardId: 'nothing' });
    expect(seen.getState().ghosts).toBeUndefined();
    show({ type: 'card.prioritize', cardId: 'a', priority: 'low' });
    expect(seen.getState().ghosts).toBeUndefined();
  });

  it('is the same object where the next thing that is said has nothing to do with it', () => {
    const { seen } = open();
    const said: readonly Operation[] = [toDoing, { type: 'card.edit', cardId: 'a', title: 'Other' }, newCard];
    show(...said.slice(0, 2));
    const before = seen.getState().ghosts;
    show(...said, { type: 'card.create', cardId: 'more', columnId: 'Doing', title: 'More' });
    const now = seen.getState().ghosts;
    expect(now).not.toBe(before);
    expect(now?.cards.get('a')).toBe(before?.cards.get('a'));
    expect(now?.cards.get('b')).toBe(before?.cards.get('b'));
    expect(now?.arrivals.get('Doing')?.[0]).toBe(before?.arrivals.get('Doing')?.[0]);
    expect(now?.newColumns).toBe(before?.newColumns);
  });
});

it('who follows the board hears of what is shown instead of something else, and not of a board without either', async () => {
  const { seen } = open();
  const end = show(toDoing);
  const heard: boolean[] = [];
  const release = seen.subscribe(() => heard.push(seen.getState().ghosts === undefined));
  end();
  show(newCard);
  await Promise.resolve();
  expect(heard).not.toContain(true);
  release();
});

describe('a card', () => {
  it('that would move stands in both places', () => {
    const ghosts = ghostsOf(toDoing);
    expect(ghosts.cards.get('b')).toMatchObject({ after: null });
    expect(wordsOf(ghosts, 'b')).toEqual(['Would move to Doing']);
    expect(arrivalsIn(ghosts, 'Doing')).toEqual([['b', 'd', 'Would move from Ready']]);
    expect(ghosts.counts).toEqual(
      new Map([
        ['Ready', 1],
        ['Doing', 1],
      ]),
    );
  });

  it('that would move within its column does so, too, and those that give way do not', () => {
    const ghosts = ghostsOf({ type: 'card.move', cardId: 'a', columnId: 'Ready', after: 'c' });
    expect([...ghosts.cards.keys()]).toEqual(['a']);
    expect(wordsOf(ghosts, 'a')).toEqual(['Would move down']);
    expect(arrivalsIn(ghosts, 'Ready')).toEqual([['a', 'c', 'Would move here']]);
    expect(ghosts.counts.get('Ready')).toBe(1);
  });

  it('that would be new stands behind those that leave, where it stood behind them', () => {
    const atTheEnd = ghostsOf({ type: 'card.archive', cardId: 'e' }, newCard);
    expect(arrivalsIn(atTheEnd, 'Doing')).toEqual([['new', 'e', 'Would be added']]);
    const atTheTop = ghostsOf({ ...newCard, before: 'd' }, { type: 'card.archive', cardId: 'd' });
    expect(arrivalsIn(atTheTop, 'Doing')).toEqual([['new', null, 'Would be added']]);
  });

  it('that would be archived stays where it is', () => {
    const ghosts = ghostsOf({ type: 'card.archive', cardId: 'a' });
    expect(ghosts.cards.get('a')).toMatchObject({ after: null });
    expect(wordsOf(ghosts, 'a')).toEqual(['Would be archived']);
    expect(ghosts.arrivals.size).toBe(0);
  });

  it('that would come back from the archive is told from a new one', () => {
    const archived = wholeCard({ ...model('x'), columnId: 'Done', archivedAt: '2026-11-24T00:00:00.000Z' });
    ends.push(
      showPending([{ type: 'card.restore', cardId: 'x' }, newCard], {
        voice: 'assistant',
        loaded: { cards: [archived], columns: [] },
      }),
    );
    const { ghosts } = open().seen.getState();
    expect(ghosts && arrivalsIn(ghosts, 'Done')).toEqual([['x', null, 'Would be restored']]);
    expect(ghosts?.arrivals.get('Done')?.[0]?.isNew).toBe(false);
    expect(ghosts?.arrivals.get('Doing')?.[0]?.isNew).toBe(true);
  });

  it('says what would be other, and what it was', () => {
    const ghosts = ghostsOf(
      { type: 'card.edit', cardId: 'a', title: 'A', details: 'New' },
      { type: 'card.label', cardId: 'a', add: ['copy'], remove: ['bug'] },
      { type: 'card.assign', cardId: 'a', add: ['ben'], remove: ['ana'] },
      { type: 'card.schedule', cardId: 'a', startAt: '2020-11-01', dueAt: '2020-12-02' },
      { type: 'card.prioritize', cardId: 'a', priority: 'high' },
      { type: 'card.estimate', cardId: 'a', estimate: 3 },
      { type: 'comment.create', cardId: 'a', commentId: 'hi', text: 'Hi' },
      { type: 'item.edit', cardId: 'd', itemId: 'i', done: true },
      { type: 'card.link', cardId: 'd', kind: 'blocks', otherId: 'e' },
    );
    expect(ghosts.cards.get('a')?.after?.title).toBe('A');
    expect(wordsOf(ghosts, 'a')).toEqual([
      'New title [was a]',
      'Other details',
      'Label copy',
      'Without label [gone bug]',
      'Assigned to ben',
      'No longer assigned to [gone ana]',
      'Starts 1 Nov 2020',
      `Due 2 Dec 2020 [was ${new Date().getFullYear() === 2026 ? '20 Nov' : '20 Nov 2026'}]`,
      'Priority high [was low]',
      'Estimate 3',
      '1 comment',
    ]);
    expect(wordsOf(ghosts, 'd')).toEqual(['Checklist 1/1 [was 0/1]', 'Blocks RM-5']);
    expect(wordsOf(ghosts, 'e')).toEqual(['Blocked by RM-4']);
  });

  it('says what would be taken away', () => {
    const ghosts = ghostsOf(
      { type: 'card.edit', cardId: 'a', details: '' },
      { type: 'card.schedule', cardId: 'a', dueAt: null },
      { type: 'card.prioritize', cardId: 'a', priority: null },
      { type: 'checklist.rename', cardId: 'd', checklistId: 'l', title: 'Other' },
    );
    expect(wordsOf(ghosts, 'a')).toEqual([
      'Loses its details',
      expect.stringMatching(/^No due date \[was 20 Nov/),
      'No priority [was low]',
    ]);
    expect(wordsOf(ghosts, 'd')).toEqual(['Other checklists']);
  });
});

describe('a column', () => {
  it('says what would be other about it', () => {
    const ghosts = ghostsOf(
      { type: 'column.rename', columnId: 'Ready', title: 'Next' },
      { type: 'column.edit', columnId: 'Ready', limit: 5, done: true },
      { type: 'column.move', columnId: 'Ready', after: 'Done' },
      { type: 'column.edit', columnId: 'Doing', hue: 10 },
    );
    expect(say(ghosts.columns.get('Ready')?.words)).toEqual([
      'Would move behind Done',
      'Would be called Next [was Ready]',
      'Limit 5',
      'Its cards would count as done',
    ]);
    expect(say(ghosts.columns.get('Doing')?.words)).toEqual(['Another colour']);
    expect(ghosts.columns.has('Done')).toBe(false);
  });

  it('that would be archived stays, with the cards that would be moved out of it', () => {
    const ghosts = ghostsOf(
      { type: 'card.move', cardId: 'd', columnId: 'Done' },
      { type: 'card.archive', cardId: 'e' },
      { type: 'column.archive', columnId: 'Doing' },
    );
    expect(ghosts.columns.get('Doing')).toEqual({ isLeaving: true, words: [{ text: 'Would be archived' }] });
    expect([wordsOf(ghosts, 'd'), wordsOf(ghosts, 'e')]).toEqual([['Would move to Done'], ['Would be archived']]);
    expect(ghosts.counts.get('Doing')).toBe(3);
  });

  it('that would be new stands among the others, with what would be in it', () => {
    const ghosts = ghostsOf(
      { type: 'column.create', columnId: 'qa', title: 'QA', before: 'Done' },
      { ...toDoing, columnId: 'qa' },
    );
    expect(ghosts.newColumns).toMatchObject([
      { column: { title: 'QA' }, behind: 'Doing', words: [{ text: 'New column' }] },
    ]);
    expect(arrivalsIn(ghosts, 'qa')).toEqual([['b', null, 'Would move from Ready']]);
    expect(wordsOf(ghosts, 'b')).toEqual(['Would move to QA']);
  });

  it('that would come back is told from a new one', () => {
    const archived = wholeColumn({ id: 'old', title: 'Old', rank: 'a9', archivedAt: '2026-11-24T00:00:00.000Z' });
    ends.push(
      showPending([{ type: 'column.restore', columnId: 'old' }], {
        voice: 'assistant',
        loaded: { cards: [], columns: [archived] },
      }),
    );
    expect(open().seen.getState().ghosts?.newColumns).toMatchObject([{ words: [{ text: 'Would be restored' }] }]);
  });
});

function model(id: string): PlainCard {
  const [card] = plain.cards;
  if (!card) throw new Error('There is no card.');
  return { ...card, id, number: 9, title: id };
}
