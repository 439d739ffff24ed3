import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from './board.js';
import { diffChange, type EntityDiff } from './change-diff.js';
import { LIMITS } from './limits.js';
import type { Operation } from './operations.js';
import { isRefusal } from './refusal.js';
import { tellChange } from './tell-change.js';
import { boardOf } from './testing/boards.js';
import { attempts, operationFor } from './testing/operations.js';
import { LogServer } from './testing/server.js';

const start = () => boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: [] });

/** What a change of these operations is shown as, once the others were made. */
function diffOf(operations: readonly Operation[], ...before: readonly Operation[]) {
  const server = new LogServer(start());
  if (before.length > 0) server.commit('before', before);
  const board = server.board;
  const made = server.commit('change', operations);
  if (isRefusal(made)) throw new Error(made.message);
  return diffChange(board, made);
}

const fieldsIn = ({ items: [item] }: { items: readonly EntityDiff[] }) =>
  item?.fields.map(({ field, before, after }) => [field, before, after]);

describe('a change is shown with both sides of', () => {
  const move = (columnId: string, before?: string): Operation => {
    return { type: 'card.move', cardId: 'c', columnId, ...(before !== undefined && { before }) };
  };
  it.each<[string, Operation, unknown, Operation[]?]>([
    ['a card’s title', { type: 'card.edit', cardId: 'a', title: 'New' }, [['title', 'A', 'New']]],
    ['a card’s details', { type: 'card.edit', cardId: 'a', details: 'New' }, [['details', '', 'New']]],
    ['the column that a card was moved to', move('done'), [['column', 'TODO', 'DONE']]],
    ['its place within a column', move('todo', 'a'), [['place', 'After RM-2 “B”', 'First']]],
    [
      'a card that was added',
      { type: 'card.create', cardId: 'n', columnId: 'todo', title: 'N' },
      [
        ['title', null, 'N'],
        ['column', null, 'TODO'],
      ],
    ],
    [
      'a card that was archived',
      { type: 'card.archive', cardId: 'a' },
      [
        ['title', 'A', null],
        ['column', 'TODO', null],
      ],
    ],
    ['a column’s title', { type: 'column.rename', columnId: 'todo', title: 'New' }, [['title', 'TODO', 'New']]],
    [
      'a column’s place',
      { type: 'column.move', columnId: 'done', before: 'todo' },
      [['place', 'After “DOING”', 'First']],
    ],
    ['the board’s title', { type: 'board.rename', title: 'New' }, [['title', 'Board', 'New']]],
    ['how a board keeps limits', { type: 'board.edit', limits: 'refuse' }, [['limits', 'Only warn', 'Are kept']]],
    [
      'whether the cards in a column are done',
      { type: 'column.edit', columnId: 'todo', done: true },
      [['done', 'Count as open', 'Count as done']],
    ],
    [
      'whose a checklist’s item is',
      { type: 'item.edit', cardId: 'a', itemId: 'i', assigneeId: 'bob' },
      [['checklists', 'Steps\n☐ One', 'Steps\n☐ One (somebody)']],
      [
        { type: 'checklist.create', cardId: 'a', checklistId: 'x', title: 'Steps' },
        { type: 'item.create', cardId: 'a', checklistId: 'x', itemId: 'i', text: 'One' },
      ],
    ],
    ['nothing where nothing is other than it was', { type: 'card.edit', cardId: 'a', title: 'A' }, []],
  ])('%s', (_, operation, fields, before = []) => {
    const diff = diffOf([operation], ...before);
    expect(diff.count).toBe(1);
    expect(fieldsIn(diff)).toEqual(fields);
  });

  it('a card that came back, with what it says by now', () => {
    const back: Operation[] = [
      { type: 'card.restore', cardId: 'a' },
      { type: 'card.edit', cardId: 'a', title: 'Other', details: 'More' },
    ];
    const diff = diffOf(back, { type: 'card.archive', cardId: 'a' });
    expect(fieldsIn(diff)).toEqual([
      ['title', null, 'Other'],
      ['details', null, 'More'],
      ['column', null, 'TODO'],
    ]);
  });
});

describe('what a change did', () => {
  it('to one card is one item, told in a sentence for each', () => {
    const diff = diffOf([
      { type: 'card.move', cardId: 'a', columnId: 'done' },
      { type: 'card.edit', cardId: 'b', title: 'Other' },
      { type: 'card.edit', cardId: 'a', title: 'New' },
    ]);
    expect(diff.items.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'Moved RM-1 “A” from “TODO” to “DONE”. Renamed RM-1 “A” to “New”.'],
      ['b', 'Renamed RM-2 “B” to “Other”.'],
    ]);
  });

  it('to what was deleted for ever is not shown', () => {
    const patches = [
      { entity: 'card', id: 'x', before: { archivedAt: '2026-01-01T00:00:00.000Z' }, after: null },
    ] as const;
    expect(diffChange(start(), { operations: [], patches })).toEqual({
      items: [{ entity: 'card', id: 'x', text: 'Deleted a card for ever.', fields: [] }],
      count: 1,
    });
  });

  it('to thousands of cards is shown of the first fifty', () => {
    const diff = diffOf(
      Array.from({ length: 3000 }, (_, index): Operation => {
        return { type: 'card.create', cardId: `n${index}`, columnId: 'done', title: `N${index}` };
      }),
    );
    expect(diff).toMatchObject({ count: 3000 });
    expect(diff.items).toHaveLength(50);
  });

  it('is shown up to about one MiB of text, and then only told', () => {
    const details = 'é'.repeat(LIMITS.detailsBytes / 2);
    const diff = diffOf(
      Array.from({ length: 40 }, (_, index): Operation => {
        return { type: 'card.create', cardId: `n${index}`, columnId: 'done', title: `N${index}`, details };
      }),
    );
    expect(diff.items.map(({ more = false }) => more)).toEqual(Array.from({ length: 40 }, (_, index) => index >= 15));
    expect(diff.items.at(-1)).toEqual({
      entity: 'card',
      id: 'n39',
      text: 'Added “N39” to “DONE”.',
      fields: [],
      more: true,
    });
  });
});

it('shows of whatever is done what is on one board and not on the other', () => {
  fc.assert(
    fc.property(fc.array(attempts, { minLength: 1, maxLength: 30 }), (changes) => {
      const server = new LogServer(start());
      for (const [index, tried] of changes.entries()) {
        if (server.log.length > 0 && index % 3 === 2) server.undo(`u${index}`, server.log.length);
        else
          server.commit(
            `c${index}`,
            tried.map((one) => operationFor(server.board, one)),
          );
      }
      let before = start();
      for (const change of server.log) {
        const after = applyPatches(before, change.patches, change.seq);
        const diff = diffChange(before, change);
        const told = tellChange(before, change).items.map(({ text }) => text);
        expect(
          diff.items.flatMap(({ text }) => text.split(/(?<=\.) (?=[A-Z][a-z]+(?:e|ed|t):? )/u)).toSorted(),
        ).toEqual(told.toSorted());
        for (const { entity, id, fields } of diff.items) {
          for (const { field, ...sides } of fields) {
            expect(sides.before).not.toBe(sides.after);
            if (entity !== 'card' || (field !== 'title' && field !== 'details')) continue;
            expect(sides).toEqual({ before: before.card(id)?.[field] ?? null, after: after.card(id)?.[field] ?? null });
          }
        }
        const shown = new Set(diff.items.map(({ id }) => id));
        for (const { entity, id, before: was, after: is } of change.patches) {
          if (entity === 'card' && was?.title !== is?.title && before.card(id)?.title !== after.card(id)?.title) {
            expect(shown).toContain(id);
          }
        }
        before = after;
      }
    }),
  );
});
