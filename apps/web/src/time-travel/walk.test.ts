import { createBoard, snapshotOf } from '@talkan/board/board';
import { decideChange } from '@talkan/board/decide';
import type { Board } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { expect, it } from 'vitest';
import { walk, type PastChange } from './walk';

const at = '2026-11-24T00:00:00.000Z';
const card = { number: 1, columnId: 'todo', title: 'A', createdAt: at, createdBy: 'ada' };
const start = createBoard({
  id: 'board',
  key: 'RM',
  title: 'Board',
  seq: 0,
  lastNumber: 2,
  columns: [{ id: 'todo', rank: 'a0', title: 'To do' }],
  cards: [
    { ...card, id: 'a', rank: 'a0' },
    { ...card, id: 'b', rank: 'a1', number: 2 },
  ],
});

const life: readonly Operation[][] = [
  [
    { type: 'label.create', labelId: 'l', name: 'Bug', hue: 1 },
    { type: 'card.label', cardId: 'a', add: ['l'] },
  ],
  [{ type: 'card.assign', cardId: 'a', add: ['ada'] }],
  [
    { type: 'checklist.create', cardId: 'a', checklistId: 'x', title: 'Steps' },
    { type: 'item.create', cardId: 'a', checklistId: 'x', itemId: 'i', text: 'One' },
  ],
  [{ type: 'item.edit', cardId: 'a', itemId: 'i', done: true }],
  [{ type: 'card.link', cardId: 'a', kind: 'blocks', otherId: 'b' }],
  [{ type: 'card.label', cardId: 'a', remove: ['l'] }],
  [{ type: 'card.archive', cardId: 'a' }],
];

/** Every board of this life, and its changes as they come by the network. */
function live(): { readonly boards: readonly Board[]; readonly changes: ReadonlyMap<number, PastChange> } {
  const boards = [start];
  const changes = new Map<number, PastChange>();
  for (const [index, operations] of life.entries()) {
    const seq = index + 1;
    const decided = decideChange(boards[index] ?? start, operations, {
      actorId: 'ada',
      role: 'editor',
      now: at,
      loaded: new Map(),
    });
    if (isRefusal(decided)) throw new Error(decided.message);
    boards.push(createBoard({ ...snapshotOf(decided.board), seq }));
    const patches = JSON.parse(JSON.stringify(decided.patches)) as PastChange['patches'];
    changes.set(seq, { seq, actorId: 'ada', origin: 'web', at, patches });
  }
  return { boards, changes };
}

it('goes over whatever was done to a card, there and back, without asking for a whole board', () => {
  const { boards, changes } = live();
  const changeAt = (seq: number) => changes.get(seq);
  for (const from of boards) {
    for (const to of boards) {
      const board = walk(from, to.seq, changeAt);
      expect(board && snapshotOf(board)).toEqual(snapshotOf(to));
    }
  }
});
