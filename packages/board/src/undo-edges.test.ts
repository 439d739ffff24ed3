import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.js';
import type { Operation } from './operations.js';
import { isRefusal } from './refusal.js';
import { boardOf, lanesOf } from './testing/boards.js';
import { LogServer } from './testing/server.js';
import { decideUndo } from './undo.js';

function serverWith(...changes: readonly (readonly Operation[])[]): LogServer {
  const server = new LogServer(boardOf({ todo: ['a', 'b'], doing: [], done: ['x'] }));
  for (const [index, operations] of changes.entries()) {
    const answer = server.commit(`c${index}`, operations);
    if (isRefusal(answer)) throw new Error(answer.message);
  }
  return server;
}

describe('undo of several operations on one thing', () => {
  it('does nothing where a card came and went again', () => {
    const server = serverWith([{ type: 'card.archive', cardId: 'a' }]);
    const back = server.commit('back', [
      { type: 'card.restore', cardId: 'a' },
      { type: 'card.edit', cardId: 'a', title: 'Other' },
      { type: 'card.archive', cardId: 'a' },
    ]);
    if (isRefusal(back)) throw new Error(back.message);
    expect(decideUndo(server.board, back, server.context)).toEqual([]);
  });

  it('takes a column that was moved and then archived back to where it was', () => {
    const server = serverWith([
      { type: 'column.move', columnId: 'doing' },
      { type: 'column.archive', columnId: 'doing' },
    ]);
    server.undo('u', 1);
    expect(Object.keys(lanesOf(server.board))).toEqual(['todo', 'doing', 'done']);
  });

  it('leaves a card where somebody put it among neighbours that were only ranked anew', () => {
    const server = serverWith();
    for (let index = 0; (server.log.at(-1)?.patches.length ?? 0) <= 2; index++) {
      const create: Operation = { type: 'card.create', cardId: `k${index}`, columnId: 'todo', title: 'k', before: 'b' };
      server.commit(`k${index}`, [create]);
    }
    const { seq = 0 } = server.log.at(-1) ?? {};
    const shown = lanesOf(server.board).todo ?? [];
    const [neighbour = ''] = shown.slice(-4);
    server.commit('theirs', [{ type: 'card.move', cardId: 'x', columnId: 'todo', after: neighbour }]);
    expect(isRefusal(server.undo('u', seq))).toBe(false);
    const [created] = shown.slice(-2);
    const expected = shown.flatMap((id) => (id === neighbour ? [id, 'x'] : id === created ? [] : [id]));
    expect(lanesOf(server.board).todo).toEqual(expected);
  });
});

describe('undo on a full board', () => {
  const columns = Array.from({ length: LIMITS.columns }, (_, index) => `c${index}`);

  it('lets one column come back while another goes', () => {
    const server = new LogServer(boardOf(Object.fromEntries(columns.map((id) => [id, []]))));
    server.commit('c', [
      { type: 'column.archive', columnId: 'c7' },
      { type: 'column.create', columnId: 'new', title: 'New' },
    ]);
    expect(isRefusal(server.undo('u', 1))).toBe(false);
    expect(Object.keys(lanesOf(server.board))).toEqual(columns);
  });

  it('is refused where a long text has no room any more', () => {
    const long = 'x'.repeat(LIMITS.detailsBytes);
    const ids = Array.from({ length: LIMITS.textBytes / LIMITS.detailsBytes }, (_, index) => `k${index}`);
    const server = new LogServer(boardOf({ todo: ids }));
    const last = ids.length - 1;
    server.commit('fill', [
      ...ids.slice(0, last).map((cardId): Operation => ({ type: 'card.edit', cardId, details: long.slice(500) })),
      { type: 'card.edit', cardId: `k${last}`, details: long },
    ]);
    server.commit('empty', [{ type: 'card.edit', cardId: `k${last}`, details: '' }]);
    server.commit(
      'others',
      ids.slice(0, last).map((cardId) => ({ type: 'card.edit', cardId, details: long.slice(1) })),
    );
    expect(server.log).toHaveLength(3);
    expect(server.undo('u', 2)).toMatchObject({ code: 'limit' });
  });
});

it('names who changed a text, not who brought the card back', () => {
  const server = serverWith([{ type: 'card.edit', cardId: 'a', title: 'Mine' }]);
  const since = [
    { actorName: 'Mira', operations: [{ type: 'card.edit', cardId: 'a', title: 'Hers' }] as const },
    { actorName: 'Ben', operations: [{ type: 'card.archive', cardId: 'a' }] as const },
    { actorName: 'Ben', operations: [{ type: 'card.restore', cardId: 'a' }] as const },
  ].map(({ actorName, operations }, index) => {
    const answer = server.commit(`s${index}`, operations);
    return { actorName, patches: isRefusal(answer) ? [] : answer.patches };
  });
  const [change] = server.log;
  expect(change && decideUndo(server.board, change, { ...server.context, since })).toMatchObject({
    message: 'Mira changed the title of RM-1 “Hers” since.',
  });
});
