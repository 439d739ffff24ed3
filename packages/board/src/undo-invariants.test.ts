import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches, snapshotOf } from './board.js';
import type { Change } from './change.js';
import { contentOf } from './diff.js';
import type { Board } from './model.js';
import { invertPatches } from './patch.js';
import { isRefusal, type Refusal } from './refusal.js';
import { boardOf, tightened } from './testing/boards.js';
import { attempt, type Attempt } from './testing/operations.js';
import { inSequence, LogServer } from './testing/server.js';
import { shownOn } from './testing/shown.js';
import { expectSound } from './testing/soundness.js';

const roomy = boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: ['e', 'f'] });
const boards = { roomy, tight: tightened(roomy) };
const start = fc.constantFrom('roomy' as const, 'tight' as const);
const tries = fc.array(attempt, { minLength: 1, maxLength: 8 });
const history = fc.array(tries, { maxLength: 10, size: 'max' });

/** The texts and places of what is on a board. */
const content = (board: Board) => ({ title: board.title, ...contentOf(board) });

function serverAfter(from: keyof typeof boards, changes: readonly (readonly Attempt[])[]): LogServer {
  const server = new LogServer(boards[from]);
  for (const [index, tried] of changes.entries()) server.commit(`change-${index}`, inSequence(server, tried));
  return server;
}

function made(answer: Change | Refusal): Change {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

describe('undo', () => {
  it('shows the board as it was before the change, and undone itself as it was after, again and again', () => {
    fc.assert(
      fc.property(start, history, tries, (from, changes, last) => {
        const server = serverAfter(from, changes);
        const before = shownOn(server.board);
        let { seq } = made(server.commit('last', inSequence(server, last)));
        const after = shownOn(server.board);
        for (const expected of [before, after, before, after]) {
          ({ seq } = made(server.undo(`undo-${seq}`, seq)));
          expect(shownOn(server.board)).toEqual(expected);
          expectSound(server.board);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('of any earlier change either is refused with a sentence or leaves a sound board, whose past can still be told', () => {
    fc.assert(
      fc.property(start, history, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (from, changes, which) => {
        const server = serverAfter(from, changes);
        for (const one of which) {
          if (server.log.length === 0) return;
          const before = server.board;
          const answer = server.undo('undo', (one % server.log.length) + 1);
          if (!isRefusal(answer)) {
            expectSound(server.board);
            const past = applyPatches(server.board, invertPatches(answer.patches), before.seq);
            expect(snapshotOf(past)).toEqual(snapshotOf(before));
            continue;
          }
          expect(answer.message).toMatch(/^\S.*\.$/u);
          expect(server.board).toBe(before);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('moves and rewrites nothing that the change did not name', () => {
    fc.assert(
      fc.property(start, history, fc.nat(), (from, changes, which) => {
        const server = serverAfter(from, changes);
        const change = server.log[which % Math.max(1, server.log.length)];
        if (!change) return;
        const named = new Set<unknown>(change.operations.flatMap((operation) => Object.values(operation)));
        const others = ({ columns }: ReturnType<typeof content>) =>
          columns
            .filter(({ id }) => !named.has(id))
            .map((column) => ({ ...column, cards: column.cards.filter(({ id }) => !named.has(id)) }));
        const before = others(content(server.board));
        server.undo('undo', change.seq);
        expect(others(content(server.board))).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});
