import { describe, expect, it } from 'vitest';
import type { Change } from './change.js';
import { decideChange } from './decide.js';
import type { Operation } from './operations.js';
import { isRefusal, type Refusal } from './refusal.js';
import { boardOf, context } from './testing/boards.js';
import { LogServer } from './testing/server.js';
import { shownOn } from './testing/shown.js';

const label = (labelId: string, name: string): Operation => ({ type: 'label.create', labelId, name, hue: 1 });

function made(answer: Change | Refusal): Change {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

function serverAfter(...changes: readonly Operation[][]): LogServer {
  const server = new LogServer(boardOf({ todo: ['a'] }));
  for (const [index, operations] of changes.entries()) made(server.commit(`c${index}`, operations));
  return server;
}

describe('a change that gives one label the name of another', () => {
  it.each<[string, Operation[]]>([
    ['deletes one and makes another', [{ type: 'label.delete', labelId: 'l1' }, label('l3', 'bug')]],
    [
      'swaps two names',
      [
        { type: 'label.edit', labelId: 'l1', name: 'Idea' },
        { type: 'label.edit', labelId: 'l2', name: 'Bug' },
      ],
    ],
    [
      'merges one and renames the other',
      [
        { type: 'label.merge', labelId: 'l1', into: 'l2' },
        { type: 'label.edit', labelId: 'l2', name: 'Bug' },
      ],
    ],
  ])('%s, and is undone and done again', (_, operations) => {
    const server = serverAfter([
      label('l1', 'Bug'),
      label('l2', 'Idea'),
      { type: 'card.label', cardId: 'a', add: ['l1'] },
    ]);
    const before = shownOn(server.board);
    let { seq } = made(server.commit('last', operations));
    const after = shownOn(server.board);
    for (const expected of [before, after, before]) {
      ({ seq } = made(server.undo(`undo-${seq}`, seq)));
      expect(shownOn(server.board)).toEqual(expected);
    }
  });

  it('is refused where they both have it in the end, also by an undo', () => {
    const server = serverAfter([label('l1', 'Bug')], [{ type: 'label.delete', labelId: 'l1' }], [label('l2', 'BUG')]);
    expect(server.undo('undo', 2)).toMatchObject({ code: 'conflict', ids: ['l2'] });
    expect(server.commit('c', [label('l3', 'bug')])).toMatchObject({ code: 'conflict', ids: ['l2'] });
  });
});

it('two labels are never merged into each other, whatever is undone and done again', () => {
  const server = serverAfter(
    [label('l1', 'Bug'), label('l2', 'Idea'), { type: 'card.label', cardId: 'a', add: ['l1'] }],
    [{ type: 'label.merge', labelId: 'l1', into: 'l2' }],
  );
  made(server.undo('undo', 2));
  made(server.commit('other-way', [{ type: 'label.merge', labelId: 'l2', into: 'l1' }]));
  const again = server.undo('again', 3);
  expect(again).toMatchObject({ code: 'conflict', message: 'Someone deleted or merged the label “Idea” since.' });
  expect(server.board.labelsOf({ labelIds: ['l1', 'l2'] }).map(({ name }) => name)).toEqual(['Bug']);
});

it.each(['label', 'column'] as const)('a change that makes thousands of %ss is refused', (kind) => {
  const operations = Array.from({ length: 20_000 }, (_, index): Operation =>
    kind === 'label' ? label(`n${index}`, `n${index}`) : { type: 'column.create', columnId: `n${index}`, title: 'n' },
  );
  expect(decideChange(boardOf({ todo: [] }), operations, context)).toMatchObject({ code: 'limit' });
});
