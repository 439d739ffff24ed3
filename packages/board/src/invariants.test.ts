import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches, snapshotOf } from './board.js';
import { decideChange } from './decide.js';
import { describeChange } from './describe.js';
import { contentOf, diff } from './diff.js';
import { operations as operationsSchema } from './operations.js';
import { invertPatches } from './patch.js';
import { isRefusal } from './refusal.js';
import { boardOf, context } from './testing/boards.js';
import { attempts, operationFor } from './testing/operations.js';
import { LogServer, play } from './testing/server.js';
import { expectSound } from './testing/soundness.js';

const start = () => boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: ['e', 'f'] });
const history = fc.array(attempts, { minLength: 1, maxLength: 60, size: 'max' });

describe('any sequence of changes', () => {
  it('keeps every card in exactly one living column, with ranks strictly ordered and unique', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const server = new LogServer(start());
        play(server, changes);
        expectSound(server.board);
        for (const row of server.archive.values()) {
          if ('archivedAt' in row && !('authorId' in row)) expect(row.archivedAt).not.toBeNull();
        }
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
