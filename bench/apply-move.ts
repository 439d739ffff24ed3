// How long one move takes, on boards of 8 to 20,000 cards: deciding it, applying its patches, and both as one change.
import { performance } from 'node:perf_hooks';
import { applyPatches, createBoard } from '@talkan/board/board';
import { decide, decideChange } from '@talkan/board/decide';
import type { Board, PlainCard, PlainColumn } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { freshRanks } from '@talkan/board/rank';

const NOW = new Date(0).toISOString();
const CONTEXT = { actorId: 'bench', role: 'editor', now: NOW, loaded: new Map() } as const;
const ROUNDS = 15;
const MOVES = 400;

function boardWith(columnCount: number, cardCount: number): Board {
  const columns = freshRanks(columnCount).map((rank, index): PlainColumn => {
    return { id: `c${index}`, rank, title: `Column ${index}` };
  });
  const cards = freshRanks(cardCount).map((rank, index): PlainCard => {
    const columnId = `c${index % columnCount}`;
    return {
      id: `k${index}`,
      number: index + 1,
      columnId,
      rank,
      title: `Card ${index}`,
      createdAt: NOW,
      createdBy: 'bench',
    };
  });
  return createBoard({ id: 'bench', key: 'BM', title: 'Bench', seq: 0, lastNumber: cardCount, columns, cards });
}

/** Microseconds per move: the median of the rounds, each on the board that the one before left. */
function measure(start: Board, step: (board: Board, operation: Operation) => Board): number {
  const columns = start.columns().length;
  const times: number[] = [];
  let board = start;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    for (let move = 0; move < MOVES; move++) {
      const at = (round * MOVES + move) * 7919;
      const before = `k${(at * 31) % start.cardCount}`;
      board = step(board, {
        type: 'card.move',
        cardId: `k${at % start.cardCount}`,
        columnId: `c${at % columns}`,
        before,
      });
    }
    times.push(((performance.now() - begin) * 1000) / MOVES);
  }
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

/** Applying alone: the patches are decided outside the clock, on the same boards. */
function measureApply(start: Board): number {
  const moves = Array.from({ length: MOVES }, (_, index) => {
    const cardId = `k${(index * 7919) % start.cardCount}`;
    const patches = decide(
      start,
      { type: 'card.move', cardId, columnId: `c${index % start.columns().length}` },
      CONTEXT,
    );
    return isRefusal(patches) ? [] : patches;
  });
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    for (const patches of moves) applyPatches(start, patches);
    return ((performance.now() - begin) * 1000) / MOVES;
  });
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
print('cards   columns   apply µs   decide and apply µs');
for (const [columns, cards] of [
  [5, 8],
  [5, 1000],
  [5, 10_000],
  [1, 10_000],
  [200, 10_000],
  [5, 20_000],
] as const) {
  const board = boardWith(columns, cards);
  const apply = measureApply(board);
  const both = measure(board, (current, operation) => {
    const decided = decideChange(current, [operation], CONTEXT);
    return isRefusal(decided) ? current : decided.board;
  });
  print(`${String(cards).padEnd(8)}${String(columns).padEnd(10)}${apply.toFixed(1).padEnd(11)}${both.toFixed(1)}`);
}
