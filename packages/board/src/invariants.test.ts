import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoard, snapshotOf, applyPatches } from './board.js';
import { decideChange } from './decide.js';
import { describeChange } from './describe.js';
import { contentOf, diff } from './diff.js';
import { LIMITS } from './limits.js';
import type { Board } from './model.js';
import { operations as operationsSchema } from './operations.js';
import { invertPatches } from './patch.js';
import { isRefusal } from './refusal.js';
import { boardOf, context } from './testing/boards.js';
import { attempts, operationFor, type Attempt } from './testing/operations.js';
import { LogServer } from './testing/server.js';

const start = () => boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: ['e', 'f'] });
const history = fc.array(attempts, { minLength: 1, maxLength: 60, size: 'max' });

function play(server: LogServer, changes: readonly (readonly Attempt[])[]): void {
  for (const [index, tried] of changes.entries()) {
    const operations = tried.map((one) => operationFor(server.board, one));
    server.commit(`change-${index}`, operations);
  }
}

/** What a person sees. */
const shown = (board: Board) => ({ title: board.title, ...contentOf(board) });

function expectSound(board: Board): void {
  const { columns, cards } = snapshotOf(board);
  for (const ranks of [
    columns.map(({ rank }) => rank),
    ...columns.map(({ id }) => board.cardsIn(id).map(({ rank }) => rank)),
  ]) {
    expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => (a < b ? -1 : 1)));
    for (const rank of ranks) expect(rank.length).toBeLessThanOrEqual(LIMITS.rank);
  }
  expect(new Set(cards.map((card) => card.id)).size).toBe(board.cardCount);
  expect(new Set(cards.map((card) => card.number)).size).toBe(board.cardCount);
  for (const card of cards) {
    expect(board.card(card.id)).toBe(card);
    expect(board.column(card.columnId)).toBeDefined();
    expect(card.archivedAt).toBeNull();
    expect(card.number).toBeLessThanOrEqual(board.lastNumber);
  }
  expect(createBoard(snapshotOf(board)).textBytes).toBe(board.textBytes);
}

describe('any sequence of changes', () => {
  it('keeps every card in exactly one living column, with ranks strictly ordered and unique', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const server = new LogServer(start());
        play(server, changes);
        expectSound(server.board);
        for (const row of server.archive.values()) expect(row.archivedAt).not.toBeNull();
      }),
      { numRuns: 600 },
    );
  });

  it('loses no card: whatever was ever created is on the board or in the archive', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const server = new LogServer(start());
        play(server, changes);
        const rows = server.rows();
        for (const { operations } of server.log) {
          for (const one of operations)
            if (one.type === 'card.create') expect(rows.has(`card:${one.cardId}`)).toBe(true);
        }
        for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) expect(rows.has(`card:${id}`)).toBe(true);
      }),
    );
  });

  it('can be walked backwards through its patches to every board that was', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const server = new LogServer(start());
        const past = [server.board];
        for (const [index, tried] of changes.entries()) {
          play(server, []);
          const answer = server.commit(
            `c${index}`,
            tried.map((one) => operationFor(server.board, one)),
          );
          if (!isRefusal(answer)) past.push(server.board);
        }
        let board = server.board;
        for (const change of server.log.toReversed()) {
          board = applyPatches(board, invertPatches(change.patches), change.seq - 1);
          expect(snapshotOf(board)).toEqual(snapshotOf(past[change.seq - 1] ?? start()));
        }
      }),
    );
  });

  it('is made of operations that the schema accepts, and of patches that survive JSON', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const server = new LogServer(start());
        play(server, changes);
        let board = start();
        for (const change of server.log) {
          expect(operationsSchema.safeParse(change.operations).success).toBe(true);
          expect(describeChange(board, change.operations)).toMatch(/^[A-Z].*\.$/u);
          board = applyPatches(board, JSON.parse(JSON.stringify(change.patches)), change.seq);
        }
        expect(snapshotOf(board)).toEqual(snapshotOf(server.board));
      }),
    );
  });
});

describe('undo', () => {
  it('shows the board as it was before the change', () => {
    fc.assert(
      fc.property(history, attempts, (changes, last) => {
        const server = new LogServer(start());
        play(server, changes);
        const before = shown(server.board);
        const answer = server.commit(
          'last',
          last.map((one) => operationFor(server.board, one)),
        );
        if (isRefusal(answer)) return;
        const undone = server.undo('undo', answer.seq);
        expect(isRefusal(undone), JSON.stringify(undone)).toBe(false);
        expect(shown(server.board)).toEqual(before);
        expectSound(server.board);
      }),
      { numRuns: 1000 },
    );
  });

  it('can itself be undone', () => {
    fc.assert(
      fc.property(history, attempts, (changes, last) => {
        const server = new LogServer(start());
        play(server, changes);
        const answer = server.commit(
          'last',
          last.map((one) => operationFor(server.board, one)),
        );
        if (isRefusal(answer)) return;
        const after = shown(server.board);
        const undone = server.undo('undo', answer.seq);
        if (isRefusal(undone)) throw new Error(undone.message);
        const redone = server.undo('redo', undone.seq);
        expect(isRefusal(redone), JSON.stringify(redone)).toBe(false);
        expect(shown(server.board)).toEqual(after);
      }),
      { numRuns: 600 },
    );
  });

  it('of any earlier change either is refused with a sentence or leaves a sound board', () => {
    fc.assert(
      fc.property(history, fc.nat(), (changes, which) => {
        const server = new LogServer(start());
        play(server, changes);
        if (server.log.length === 0) return;
        const before = snapshotOf(server.board);
        const answer = server.undo('undo', (which % server.log.length) + 1);
        if (isRefusal(answer)) {
          expect(answer.message).toMatch(/^\S.*\.$/u);
          expect(snapshotOf(server.board)).toEqual(before);
        } else expectSound(server.board);
      }),
      { numRuns: 600 },
    );
  });
});

describe('diff', () => {
  it('leads from one board to any other when applied', () => {
    fc.assert(
      fc.property(history, history, (one, other) => {
        const from = new LogServer(start());
        play(from, one);
        const to = new LogServer(start());
        play(to, other);
        const archived = (entity: string) =>
          new Set(
            [...from.archive.keys()].flatMap((key) =>
              key.startsWith(`${entity}:`) ? [key.slice(entity.length + 1)] : [],
            ),
          );
        const operations = diff(contentOf(from.board), contentOf(to.board), {
          cards: archived('card'),
          columns: archived('column'),
        });
        const decided = decideChange(from.board, operations, { ...context, loaded: from.archive });
        if (isRefusal(decided)) throw new Error(decided.message);
        expect(contentOf(decided.board)).toEqual(contentOf(to.board));
        expectSound(decided.board);
      }),
      { numRuns: 600 },
    );
  });

  it('is empty between equal boards', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const server = new LogServer(start());
        play(server, changes);
        expect(diff(contentOf(server.board), contentOf(server.board))).toEqual([]);
      }),
    );
  });
});
