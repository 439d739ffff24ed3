import { describe, expect, it } from 'vitest';
import { applyPatches, createBoard, snapshotOf } from './board.js';
import { decide, decideChange } from './decide.js';
import { describeOperation } from './describe.js';
import { LIMITS } from './limits.js';
import type { Board } from './model.js';
import type { Operation } from './operations.js';
import { isRefusal, type Refusal } from './refusal.js';
import { boardOf, context as plain, NOW } from './testing/boards.js';

const people = new Set(['ada', 'bob']);
const context = { ...plain, people };
const start = boardOf({ todo: ['a', 'b'], done: ['c'] });

function after(board: Board, ...operations: readonly Operation[]): Board {
  const decided = decideChange(board, operations, context);
  if (isRefusal(decided)) throw new Error(decided.message);
  return decided.board;
}

function refusalOf(board: Board, operation: Operation, given = context): Refusal {
  const decided = decide(board, operation, given);
  if (!isRefusal(decided)) throw new Error('not refused');
  return decided;
}

const label = (labelId: string, name = labelId): Operation => ({ type: 'label.create', labelId, name, hue: 10 });
const names = (board: Board, id: string) => {
  const card = board.card(id);
  return card ? board.labelsOf(card).map(({ name }) => name) : [];
};

describe('labels', () => {
  const board = after(start, label('bug'), label('idea'), { type: 'card.label', cardId: 'a', add: ['bug', 'idea'] });

  it('are on a card in the order in which they were put on, each once', () => {
    expect(names(after(board, { type: 'card.label', cardId: 'a', add: ['bug'] }), 'a')).toEqual(['bug', 'idea']);
    expect(names(after(board, { type: 'card.label', cardId: 'a', remove: ['bug'] }), 'a')).toEqual(['idea']);
  });

  it('have names that differ in more than case', () => {
    expect(refusalOf(board, label('other', 'BUG'))).toMatchObject({ code: 'conflict', ids: ['bug'] });
    expect(refusalOf(board, { type: 'label.edit', labelId: 'idea', name: ' Bug ' }).code).toBe('conflict');
    expect(after(board, { type: 'label.edit', labelId: 'bug', name: 'BUG' }).label('bug')?.name).toBe('BUG');
  });

  it('show as the one that they were merged into, once, and are taken off with it', () => {
    const merged = after(board, { type: 'label.merge', labelId: 'bug', into: 'idea' });
    expect(names(merged, 'a')).toEqual(['idea']);
    expect(merged.labels().map(({ id }) => id)).toEqual(['idea']);
    expect(names(after(merged, { type: 'card.label', cardId: 'a', remove: ['idea'] }), 'a')).toEqual([]);
    expect(names(after(merged, { type: 'label.delete', labelId: 'idea' }), 'a')).toEqual([]);
    expect(names(after(merged, { type: 'label.restore', labelId: 'bug' }), 'a')).toEqual(['bug', 'idea']);
  });

  it('that were deleted cannot be put on, and their names can be used again', () => {
    const deleted = after(board, { type: 'label.delete', labelId: 'bug' });
    expect(refusalOf(deleted, { type: 'card.label', cardId: 'b', add: ['bug'] }).message).toContain('was deleted');
    const again = after(deleted, label('bug2', 'bug'));
    expect(refusalOf(again, { type: 'label.restore', labelId: 'bug' }).code).toBe('conflict');
    expect(refusalOf(again, { type: 'card.label', cardId: 'b', add: ['nowhere'] }).code).toBe('not_found');
  });

  it('survive a snapshot, deleted ones too', () => {
    const deleted = after(board, { type: 'label.delete', labelId: 'bug' });
    const copy = createBoard(JSON.parse(JSON.stringify(snapshotOf(deleted))));
    expect(snapshotOf(copy)).toEqual(snapshotOf(deleted));
    expect(names(copy, 'a')).toEqual(['idea']);
  });
});

describe('as many as there may be', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

  it('labels on a card are those that it shows', () => {
    const full = after(start, ...many(101).map((id) => label(id)), { type: 'card.label', cardId: 'a', add: many(100) });
    const one: Operation = { type: 'card.label', cardId: 'a', add: ['n100'] };
    expect(refusalOf(full, one).code).toBe('limit');
    const deleted = after(full, { type: 'label.delete', labelId: 'n7' }, one);
    expect(names(deleted, 'a')).toHaveLength(100);
    expect(deleted.card('a')?.labelIds).toHaveLength(100);
  });

  it('labels that were deleted are counted, too, since they are kept', () => {
    const churn = (from: number): Operation[] =>
      many(LIMITS.labels).flatMap((id) => [label(`${id}-${from}`), { type: 'label.delete', labelId: `${id}-${from}` }]);
    let board = start;
    for (let round = 0; round < LIMITS.labelsEver / LIMITS.labels; round += 1) board = after(board, ...churn(round));
    expect(board.labelCount).toBe(LIMITS.labelsEver);
    expect(refusalOf(board, label('more')).code).toBe('limit');
  });

  it('links are not what a link that is there already is refused for', () => {
    const cards = many(LIMITS.links);
    const wide = after(
      start,
      ...cards.map((cardId): Operation => ({ type: 'card.create', cardId, columnId: 'todo', title: cardId })),
      ...cards.map((otherId): Operation => ({ type: 'card.link', cardId: 'a', kind: 'relates', otherId })),
    );
    const again = decide(wide, { type: 'card.link', cardId: 'n3', kind: 'relates', otherId: 'a' }, context);
    expect(again).toEqual([]);
    expect(refusalOf(wide, { type: 'card.link', cardId: 'b', kind: 'blocks', otherId: 'a' }).code).toBe('limit');
  });
});

describe('people', () => {
  it('must be members, as far as that is known', () => {
    const assign: Operation = { type: 'card.assign', cardId: 'a', add: ['eve'] };
    expect(refusalOf(start, assign).message).toBe('Only members of this board can be assigned. Invite them first.');
    expect(isRefusal(decide(start, assign, plain))).toBe(false);
    const assigned = after(start, { type: 'card.assign', cardId: 'a', add: ['bob', 'ada'], remove: ['eve'] });
    expect(assigned.card('a')?.assigneeIds).toEqual(['bob', 'ada']);
  });
});

describe('dates', () => {
  const schedule = (fields: { startAt?: string | null; dueAt?: string | null }): Operation => {
    return { type: 'card.schedule', cardId: 'a', ...fields };
  };

  it('are days or moments, and the start is not after the end', () => {
    const board = after(start, schedule({ startAt: '2026-11-24', dueAt: '2026-11-24T16:00:00.000Z' }));
    expect(board.card('a')).toMatchObject({ startAt: '2026-11-24', dueAt: '2026-11-24T16:00:00.000Z' });
    expect(refusalOf(board, schedule({ startAt: '2026-11-27' })).code).toBe('invalid');
    expect(after(board, schedule({ dueAt: null })).card('a')).toMatchObject({ startAt: '2026-11-24', dueAt: null });
  });

  it.each(['2026-02-30', '2026-11-24T16:00', '24.11.2026', '0026-01-01', ''])(
    'that are none are refused: %j',
    (dueAt) => {
      expect(refusalOf(start, schedule({ dueAt })).code).toBe('invalid');
    },
  );
});

describe('links', () => {
  const link: Operation = { type: 'card.link', cardId: 'a', kind: 'blocks', otherId: 'b' };
  const linked = after(start, link);

  it('stand on both cards, and go from both', () => {
    expect(linked.card('a')?.links).toEqual([{ kind: 'blocks', cardId: 'b' }]);
    expect(linked.card('b')?.links).toEqual([{ kind: 'blocked_by', cardId: 'a' }]);
    const gone = after(linked, { ...link, type: 'card.unlink' });
    expect([gone.card('a')?.links, gone.card('b')?.links]).toEqual([[], []]);
  });

  it('do not lead to the card itself, nor round in a circle of two', () => {
    expect(refusalOf(start, { ...link, otherId: 'a' }).code).toBe('invalid');
    expect(refusalOf(linked, { ...link, cardId: 'b', otherId: 'a' }).code).toBe('conflict');
    expect(decide(linked, link, context)).toEqual([]);
  });
});

describe('limits of columns', () => {
  const limited = after(start, { type: 'column.edit', columnId: 'done', limit: 1 });
  const move: Operation = { type: 'card.move', cardId: 'a', columnId: 'done' };

  it('only warn until the board is to keep them', () => {
    expect(isRefusal(decide(limited, move, context))).toBe(false);
    const strict = after(limited, { type: 'board.edit', limits: 'refuse' });
    expect(refusalOf(strict, move)).toMatchObject({
      code: 'limit',
      message: 'DONE is full (1 of 1). Move a card out of it first.',
    });
  });

  it('are judged by what a whole change comes to, and never by what was too much before', () => {
    const strict = after(limited, { type: 'board.edit', limits: 'refuse' });
    const swapped = after(strict, move, { type: 'card.move', cardId: 'c', columnId: 'todo' });
    expect(swapped.cardsIn('done').map(({ id }) => id)).toEqual(['a']);
    const over = after(after(limited, move), { type: 'board.edit', limits: 'refuse' });
    expect(isRefusal(decide(over, { type: 'card.edit', cardId: 'a', title: 'x' }, context))).toBe(false);
  });
});

describe('an archived board', () => {
  const owner = { ...context, role: 'owner' } as const;
  const archive = decide(start, { type: 'board.archive' }, owner);
  const archived = applyPatches(start, isRefusal(archive) ? [] : archive);

  it('takes nothing but to be restored, by an owner', () => {
    expect(archived.archivedAt).toBe(NOW);
    expect(refusalOf(archived, { type: 'card.archive', cardId: 'a' }, owner).message).toContain('archived');
    expect(refusalOf(archived, { type: 'board.restore' }).code).toBe('forbidden');
    expect(isRefusal(decide(archived, { type: 'board.restore' }, owner))).toBe(false);
  });
});

describe('when a card was changed', () => {
  const later = { ...context, now: '2026-02-02T00:00:00.000Z' };

  it('is when something was done to it, and not when it gave way to a neighbour', () => {
    const moved = decideChange(start, [{ type: 'card.move', cardId: 'b', columnId: 'todo', before: 'a' }], later);
    if (isRefusal(moved)) throw new Error(moved.message);
    expect(moved.board.card('b')?.changedAt).toBe(later.now);
    expect(moved.board.card('a')?.changedAt).toBe(NOW);
  });
});

describe('a sentence', () => {
  const board = after(
    start,
    label('bug'),
    { type: 'checklist.create', cardId: 'a', checklistId: 'x', title: 'Steps' },
    {
      type: 'item.create',
      cardId: 'a',
      checklistId: 'x',
      itemId: 'i',
      text: 'Write it',
    },
  );
  const nameOf = (id: string) => ({ ada: 'Ada', bob: 'Bob' })[id];

  it.each<[Operation, string]>([
    [{ type: 'card.label', cardId: 'a', add: ['bug'] }, 'Added the label “bug” to RM-1 “A”.'],
    [{ type: 'card.assign', cardId: 'a', add: ['ada', 'bob'] }, 'Assigned Ada and Bob to RM-1 “A”.'],
    [{ type: 'card.assign', cardId: 'a', remove: ['eve'] }, 'Unassigned somebody from RM-1 “A”.'],
    [{ type: 'card.schedule', cardId: 'a', dueAt: '2026-11-24' }, 'Set the due date of RM-1 “A” to 24 Nov 2026.'],
    [{ type: 'card.schedule', cardId: 'a', startAt: null }, 'Removed the start date of RM-1 “A”.'],
    [{ type: 'card.prioritize', cardId: 'a', priority: 'high' }, 'Set the priority of RM-1 “A” to high.'],
    [{ type: 'card.estimate', cardId: 'a', estimate: 2.5 }, 'Set the estimate of RM-1 “A” to 2.5.'],
    [{ type: 'card.link', cardId: 'a', kind: 'blocks', otherId: 'b' }, 'Linked RM-1 “A” as blocking RM-2 “B”.'],
    [{ type: 'item.edit', cardId: 'a', itemId: 'i', done: true }, 'Ticked “Write it” on RM-1 “A”.'],
    [{ type: 'comment.create', cardId: 'a', commentId: 'm', text: 'So\n be it' }, 'Commented on RM-1 “A”: “So be it”.'],
    [
      { type: 'column.edit', columnId: 'done', limit: 3, done: true },
      'Set the limit of “DONE” to 3 and set cards in “DONE” to count as done.',
    ],
    [{ type: 'board.edit', key: 'TT', hue: 3 }, 'Changed the board’s key (to “TT”) and colour.'],
    [{ type: 'label.merge', labelId: 'bug', into: 'x' }, 'Merged the label “bug” into a label.'],
  ])('tells %j', (operation, sentence) => {
    expect(describeOperation(board, operation, { nameOf })).toBe(sentence);
  });

  it('on the card leaves its name out', () => {
    const said: Operation = { type: 'comment.create', cardId: 'a', commentId: 'm', text: 'Yes' };
    expect(describeOperation(board, said, { onCard: true })).toBe('Commented: “Yes”.');
    const ticked: Operation = { type: 'item.edit', cardId: 'a', itemId: 'i', done: false };
    expect(describeOperation(board, ticked, { onCard: true, tense: 'proposed' })).toBe('Untick “Write it”.');
  });
});
