import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board } from './model.js';
import type { Operation } from './operations.js';
import type { Change } from './change.js';
import { isRefusal, type Refusal } from './refusal.js';
import { restoreBoard, restoreCardOf } from './restore.js';
import { boardOf } from './testing/boards.js';
import { attempt } from './testing/operations.js';
import { inSequence, LogServer } from './testing/server.js';
import { shownOn } from './testing/shown.js';

const people = new Set(['ada', 'bob']);
const start = () => new LogServer(boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: ['e', 'f'] }));
const life = fc.array(fc.array(attempt, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 20, size: 'max' });

function made(answer: Change | Refusal): Change {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

function commit(server: LogServer, ...operations: readonly Operation[]): Board {
  made(server.commit(`change-${server.log.length}`, operations));
  return server.board;
}

const restoring = (server: LogServer, past: Board) => ({ now: server.board, past, loaded: server.archive, people });
const restore = (server: LogServer, past: Board) => commit(server, ...restoreBoard(restoring(server, past)));

/** What is restored: all but what was said, the key, and in which order labels, people, links and files were put on. */
const RESTORED: readonly string[] = ['labels', 'assigneeIds', 'links', 'attachments'];
const restorable = (board: Board): unknown =>
  JSON.parse(
    JSON.stringify(shownOn(board), (name, value: unknown) => {
      if (name === 'commentCount' || name === 'key') return undefined;
      if (!RESTORED.includes(name) || !Array.isArray(value)) return value;
      return value.map((entry) => JSON.stringify(entry)).toSorted();
    }),
  );
const label = (labelId: string, name: string): Operation => ({ type: 'label.create', labelId, name, hue: 1 });
const labelsOn = (board: Board, id: string) =>
  board.labelsOf(board.card(id) ?? { labelIds: [] }).map(({ name }) => name);

describe('restoring a board', () => {
  it('shows every field as it was, at any moment of any life, and can itself be undone exactly', () => {
    fc.assert(
      fc.property(life, fc.nat(), (changes, pick) => {
        const server = start();
        const boards = [server.board];
        for (const [index, tried] of changes.entries()) {
          if (!isRefusal(server.commit(`c${index}`, inSequence(server, tried)))) boards.push(server.board);
        }
        const past = boards[pick % boards.length] ?? server.board;
        const last = shownOn(server.board);
        restore(server, past);
        expect(restorable(server.board)).toEqual(restorable(past));
        made(server.undo('undo', server.log.length));
        expect(shownOn(server.board)).toEqual(last);
      }),
      { numRuns: 300 },
    );
  });

  it('gives labels their names back that they have swapped since', () => {
    const server = start();
    const past = commit(server, label('l1', 'Bug'), label('l2', 'Idea'));
    commit(server, { type: 'label.edit', labelId: 'l1', name: 'Was a bug' });
    commit(server, { type: 'label.edit', labelId: 'l2', name: 'Bug' });
    commit(server, { type: 'label.edit', labelId: 'l1', name: 'Idea' });
    expect(restore(server, past).labels()).toEqual(past.labels());
  });

  it('shows a card with the labels that it showed, whatever was merged, deleted or restored since', () => {
    const server = start();
    commit(server, label('l1', 'Bug'), label('l2', 'Idea'), label('l3', 'Old'));
    const plain = commit(server, { type: 'card.label', cardId: 'a', add: ['l1'] });
    const merged = commit(server, { type: 'label.merge', labelId: 'l1', into: 'l2' });
    commit(server, { type: 'label.restore', labelId: 'l1' }, { type: 'card.label', cardId: 'a', add: ['l3'] });
    commit(server, { type: 'label.delete', labelId: 'l3' });
    expect(labelsOn(restore(server, merged), 'a')).toEqual(['Idea']);
    expect(labelsOn(restore(server, plain), 'a')).toEqual(['Bug']);
  });

  it('to when a column held more than its limit is no matter of that limit', () => {
    const server = start();
    commit(server, { type: 'column.edit', columnId: 'todo', limit: 1 });
    const past = commit(server, { type: 'board.edit', limits: 'refuse' });
    commit(server, { type: 'card.move', cardId: 'a', columnId: 'done' });
    expect(isRefusal(server.commit('refused', restoreBoard(restoring(server, past))))).toBe(true);
    commit(server, { type: 'board.edit', limits: 'warn' });
    expect(restorable(restore(server, past))).toEqual(restorable(past));
  });
});

describe('restoring a card', () => {
  it('puts on the label that stands today in the place of one that it had', () => {
    const server = start();
    const past = commit(server, label('l1', 'Bug'), label('l2', 'Idea'), {
      type: 'card.label',
      cardId: 'a',
      add: ['l1'],
    });
    commit(server, { type: 'card.label', cardId: 'a', remove: ['l1'] });
    commit(server, { type: 'label.merge', labelId: 'l1', into: 'l2' });
    const operations = restoreCardOf(restoring(server, past), 'a');
    if (isRefusal(operations)) throw new Error(operations.message);
    expect(labelsOn(commit(server, ...operations), 'a')).toEqual(['Idea']);
  });
});
