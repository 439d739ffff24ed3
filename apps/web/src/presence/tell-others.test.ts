import type { Patch } from '@talkan/board/patch';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardOf } from '../board/testing/board-of';
import { createOthersTeller, type OthersTeller } from './tell-others';

const board = boardOf({ todo: 'a b', done: 'c' });
const NAMES: Readonly<Record<string, string>> = { ana: 'Ana', ben: 'Ben' };

let said: string[];
let isBusy: boolean;
let isWanted: boolean;
let teller: OthersTeller;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  isBusy = false;
  isWanted = true;
  teller = createOthersTeller({
    board: () => board,
    nameOf: (id) => NAMES[id],
    isWanted: () => isWanted,
    isBusy: () => isBusy,
    say: (sentence) => said.push(sentence),
  });
});

afterEach(() => {
  teller.stop();
  vi.useRealTimers();
});

const edited: Patch = { entity: 'card', id: 'a', before: { title: 'x' }, after: { title: 'a' } };
const hear = (actorId: string, ...patches: readonly Patch[]) => teller.hear({ actorId, patches });

describe('what others do', () => {
  it.each<readonly [sentence: string, patches: readonly Patch[]]>([
    ['Ana changed RM-1.', [edited]],
    [
      'Ana moved RM-3 to done.',
      [{ entity: 'card', id: 'c', before: { columnId: 'todo' }, after: { columnId: 'done' } }],
    ],
    ['Ana moved RM-1.', [{ entity: 'card', id: 'a', before: { rank: 'b' }, after: { rank: 'c' } }]],
    [
      'Ana added RM-2, “b”, to todo.',
      [{ entity: 'card', id: 'b', before: null, after: { title: 'b', columnId: 'todo' } }],
    ],
    ['Ana archived RM-9.', [{ entity: 'card', id: 'gone', before: { number: 9 }, after: { archivedAt: 'now' } }]],
    ['Ana restored RM-1.', [{ entity: 'card', id: 'a', before: { archivedAt: 'then' }, after: { archivedAt: null } }]],
    ['Ana deleted a card.', [{ entity: 'card', id: 'gone', before: {}, after: null }]],
    [
      'Ana commented on RM-1.',
      [
        { entity: 'comment', id: 'hi', before: null, after: { cardId: 'a' } },
        { entity: 'card', id: 'a', before: { commentCount: 0 }, after: { commentCount: 1 } },
      ],
    ],
    ['Ana changed 2 cards.', [edited, { ...edited, id: 'b' }]],
    [
      'Ana moved 2 cards to todo.',
      ['a', 'b'].map((id) => ({ entity: 'card', id, before: { columnId: 'done' }, after: { columnId: 'todo' } })),
    ],
    [
      'Ana archived 2 cards.',
      ['x', 'y'].map((id) => ({
        entity: 'card',
        id,
        before: { columnId: 'todo', archivedAt: null },
        after: { archivedAt: 'now' },
      })),
    ],
    [
      'Ana restored 2 cards.',
      ['a', 'b'].map((id) => ({
        entity: 'card',
        id,
        before: { archivedAt: 'then' },
        after: { columnId: 'todo', archivedAt: null },
      })),
    ],
    [
      'Ana added 2 cards to todo.',
      ['a', 'b'].map((id) => ({ entity: 'card', id, before: null, after: { columnId: 'todo' } })),
    ],
    [
      'Ana changed the column “todo”.',
      [{ entity: 'column', id: 'todo', before: { title: 'x' }, after: { title: 'todo' } }],
    ],
    ['Ana moved the column “todo”.', [{ entity: 'column', id: 'todo', before: { rank: 'b' }, after: { rank: 'c' } }]],
    ['Ana added the column “todo”.', [{ entity: 'column', id: 'todo', before: null, after: { title: 'todo' } }]],
    [
      'Ana archived the column “Old”.',
      [
        { entity: 'card', id: 'x', before: { archivedAt: null }, after: { archivedAt: 'now' } },
        {
          entity: 'column',
          id: 'gone',
          before: { title: 'Old', archivedAt: null },
          after: { title: 'Old', archivedAt: 'now' },
        },
      ],
    ],
    ['Ana changed the board.', [edited, { entity: 'label', id: 'l', before: null, after: { name: 'new' } }]],
  ])('is said as “%s”', (sentence, patches) => {
    hear('ana', ...patches);
    vi.advanceTimersByTime(1000);
    expect(said).toEqual([sentence]);
  });

  it('is not said of a card that somebody has moved on since', () => {
    hear('ana', { entity: 'card', id: 'c', before: { columnId: 'done' }, after: { columnId: 'todo' } });
    vi.advanceTimersByTime(30_000);
    expect(said).toEqual([]);
  });

  it('is counted where there was more of it, and said with everybody’s name once', () => {
    for (const actor of ['ana', 'ben', 'ana', 'nobody']) hear(actor, edited);
    vi.advanceTimersByTime(1000);
    expect(said).toEqual(['4 changes by Ana, Ben and Somebody.']);
  });

  it('is not said again for a while, and nothing of it is lost', () => {
    for (let second = 0; second < 12; second += 1) {
      hear('ana', edited);
      vi.advanceTimersByTime(1000);
    }
    vi.advanceTimersByTime(6000);
    expect(said).toEqual(['Ana changed RM-1.', '6 changes by Ana.', '5 changes by Ana.']);
  });

  it('waits until somebody who types, or has a card in the hand, is done', () => {
    isBusy = true;
    hear('ana', edited);
    hear('ben', edited);
    vi.advanceTimersByTime(30_000);
    expect(said).toEqual([]);
    isBusy = false;
    vi.advanceTimersByTime(1000);
    expect(said).toEqual(['2 changes by Ana and Ben.']);
  });

  it('is not said, nor later, to who does not look or does not want it', () => {
    isWanted = false;
    hear('ana', edited);
    isWanted = true;
    vi.advanceTimersByTime(30_000);
    hear('ana', edited);
    isWanted = false;
    vi.advanceTimersByTime(30_000);
    isWanted = true;
    vi.advanceTimersByTime(30_000);
    expect(said).toEqual([]);
  });
});
