import type { Board, Id } from '@talkan/board/model';

/** Boards as they are after their last commit, by `seq`. What it holds is right for its `seq`, but another process may be further. */
export interface BoardCache {
  get(id: Id): Board | undefined;
  /** Only for what has been committed. An older version than the one held is passed over. */
  publish(board: Board): void;
}

const LIMIT_BYTES = 256 * 1024 * 1024;
/** What a card takes beside its text, roughly: in memory, and in the answers that are kept with the board. */
const CARD_BYTES = 1_000;
const BOARD_BYTES = 32 * 1024;

/** Bounded by what the boards weigh; the one that nobody asked for longest goes first. */
export function createBoardCache(limit = LIMIT_BYTES): BoardCache {
  const held = new Map<Id, Board>();
  let weight = 0;
  const drop = (id: Id) => {
    const board = held.get(id);
    if (!board) return;
    held.delete(id);
    weight -= weigh(board);
  };
  const put = (board: Board) => {
    drop(board.id);
    held.set(board.id, board);
    weight += weigh(board);
  };
  return {
    get(id) {
      const board = held.get(id);
      if (board) put(board);
      return board;
    },
    publish(board) {
      const current = held.get(board.id);
      if (current && current.seq >= board.seq) return;
      put(board);
      for (const id of held.keys()) {
        if (weight <= limit || id === board.id) break;
        drop(id);
      }
    },
  };
}

function weigh(board: Board): number {
  // A character takes two bytes in memory where the text is not all Latin; its answers, for the web app and by REST, have it once more each.
  return BOARD_BYTES + board.cardCount * CARD_BYTES + board.textBytes * 4;
}
