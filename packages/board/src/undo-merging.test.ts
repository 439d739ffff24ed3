import { describe, expect, it } from 'vitest';
import type { Change } from './change.js';
import type { Operation } from './operations.js';
import { isRefusal, type Refusal } from './refusal.js';
import { boardOf } from './testing/boards.js';
import { LogServer } from './testing/server.js';

const CARD = 'a';
const checklist: Operation = { type: 'checklist.create', cardId: CARD, checklistId: 'x', title: 'Steps' };
const item = (itemId: string, text = itemId): Operation => {
  return { type: 'item.create', cardId: CARD, checklistId: 'x', itemId, text };
};

function server(...changes: readonly (readonly Operation[])[]): LogServer {
  const made = new LogServer(boardOf({ todo: ['a', 'b'], done: [] }));
  for (const [index, operations] of changes.entries()) {
    const answer = made.commit(`c${index}`, operations);
    if (isRefusal(answer)) throw new Error(answer.message);
  }
  return made;
}

function undone(made: LogServer, seq: number): Change | Refusal {
  return made.undo(`undo-${seq}`, seq);
}

const shape = (made: LogServer) =>
  made.board
    .card(CARD)
    ?.checklists.map(({ title, items }) => [title, ...items.map(({ text, done }) => (done ? `${text}!` : text))]);

describe('the undo of a card that came with a link', () => {
  const link: Operation = { type: 'card.link', cardId: CARD, kind: 'blocks', otherId: 'n' };
  const create: Operation = { type: 'card.create', cardId: 'n', columnId: 'todo', title: 'N' };
  const archive: Operation = { type: 'card.archive', cardId: 'n' };
  const restore: Operation = { type: 'card.restore', cardId: 'n' };

  it.each<[string, readonly (readonly Operation[])[], number]>([
    ['was made in it', [[create, link]], 1],
    ['was archived since', [[create, link], [archive]], 1],
    [
      'only came and went in it',
      [
        [create, archive],
        [restore, link, archive],
      ],
      2,
    ],
  ])('leaves both sides of it, where the card %s, for when it comes back', (_, changes, seq) => {
    const made = server(...changes);
    undone(made, seq);
    expect(made.board.card('n')).toBeUndefined();
    const answer = made.commit('back', [restore]);
    if (isRefusal(answer)) throw new Error(answer.message);
    expect(made.board.card(CARD)?.links).toEqual([{ kind: 'blocks', cardId: 'n' }]);
    expect(made.board.card('n')?.links).toEqual([{ kind: 'blocked_by', cardId: CARD }]);
  });
});

describe('the undo of what is done to a list', () => {
  it('takes back only what the change did to it', () => {
    const made = server(
      [{ type: 'card.assign', cardId: CARD, add: ['ada', 'bob'] }],
      [{ type: 'card.assign', cardId: CARD, add: ['eve'], remove: ['ada'] }],
    );
    undone(made, 1);
    expect(made.board.card(CARD)?.assigneeIds).toEqual(['eve']);
    undone(made, 2);
    expect(made.board.card(CARD)?.assigneeIds).toEqual(['ada']);
  });

  it('of items leaves what others did to other items', () => {
    const made = server(
      [checklist, item('one'), item('two')],
      [item('three')],
      [{ type: 'item.edit', cardId: CARD, itemId: 'one', done: true }],
      [{ type: 'item.edit', cardId: CARD, itemId: 'two', text: 'zwei' }],
      [{ type: 'item.delete', cardId: CARD, itemId: 'two' }],
    );
    undone(made, 2);
    expect(shape(made)).toEqual([['Steps', 'one!']]);
    undone(made, 5);
    expect(shape(made)).toEqual([['Steps', 'one!', 'zwei']]);
    undone(made, 3);
    expect(shape(made)).toEqual([['Steps', 'one', 'zwei']]);
    undone(made, 4);
    expect(shape(made)).toEqual([['Steps', 'one', 'two']]);
  });

  it('is refused where an item is another one by now, or a list was filled since', () => {
    const made = server(
      [checklist],
      [item('one')],
      [{ type: 'item.edit', cardId: CARD, itemId: 'one', text: 'uno' }],
      [{ type: 'item.edit', cardId: CARD, itemId: 'one', text: 'un' }],
    );
    for (const seq of [1, 2, 3]) {
      expect(undone(made, seq)).toMatchObject({ code: 'conflict', message: expect.stringContaining('checklists') });
    }
    expect(shape(made)).toEqual([['Steps', 'un']]);
  });

  it('puts an item back above the one that it stood above', () => {
    const made = server(
      [checklist, item('one'), item('two'), item('three')],
      [{ type: 'item.move', cardId: CARD, itemId: 'three', checklistId: 'x', before: 'one' }],
      [{ type: 'item.edit', cardId: CARD, itemId: 'one', done: true }],
    );
    expect(shape(made)).toEqual([['Steps', 'three', 'one!', 'two']]);
    undone(made, 2);
    expect(shape(made)).toEqual([['Steps', 'one!', 'two', 'three']]);
  });
});

describe('the undo of a comment', () => {
  const said: Operation = { type: 'comment.create', cardId: CARD, commentId: 'm', text: 'Yes' };
  const count = (made: LogServer) => made.board.card(CARD)?.commentCount;

  it('deletes it, and brings it back when it is undone itself', () => {
    const made = server([said]);
    undone(made, 1);
    expect(count(made)).toBe(0);
    undone(made, 2);
    expect(count(made)).toBe(1);
    expect(made.archive.get('comment:m')).toMatchObject({ text: 'Yes', archivedAt: null });
  });

  it('is nobody else’s', () => {
    const made = server([said]);
    const change = made.log[0];
    if (!change) throw new Error('no change');
    const rude = { ...made.context, actorId: 'eve', role: 'editor' } as const;
    expect(made.undoAs(change, rude)).toMatchObject({ code: 'forbidden' });
    expect(made.undoAs(change, { ...made.context, role: 'commenter' })).not.toHaveProperty('code');
    expect(made.undoAs(change, { ...made.context, role: 'viewer' })).toMatchObject({ code: 'forbidden' });
  });
});

it('refuses to undo a date that is another one by now, and takes it back where it is not', () => {
  const due = (dueAt: string): Operation => ({ type: 'card.schedule', cardId: CARD, dueAt });
  const made = server([due('2026-01-01')], [due('2026-02-02')]);
  expect(undone(made, 1)).toMatchObject({
    code: 'conflict',
    message: 'Someone changed the due date of RM-1 “A” since.',
  });
  undone(made, 2);
  expect(made.board.card(CARD)?.dueAt).toBe('2026-01-01');
  undone(made, 1);
  expect(made.board.card(CARD)?.dueAt).toBeNull();
});
