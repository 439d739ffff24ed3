import type { Id } from '@talkan/board/model';
import { answerName, boardAnswer } from './answer-names';
import { PERSON, type Kept } from './answers';
import { whenFound, type Database } from './database';

/** So many boards open without the server: those that were open last. A large one takes several MB. */
export const MOST_BOARDS = 10;
/** Under it stand the ids of the boards, the last one first. */
const ORDER = 'boards kept';

/** Keeps a board, and lets go of those that nobody has opened for longest. */
export function keepBoardAnswer(database: Database, userId: Id, board: { readonly id: Id }): Promise<void> {
  return database.run('answers', 'readwrite', (store) => {
    whenFound(store.get(PERSON), (person: Kept | undefined) => {
      // Another person's browser by now.
      if (person?.userId !== userId) return;
      store.put({ name: boardAnswer(board.id), userId, value: board } satisfies Kept);
      whenFound(store.get(ORDER), (order: Kept | undefined) => {
        whenFound(store.getAllKeys(), (names: IDBValidKey[]) => {
          const [kept, gone] = orderBoards(board.id, { before: idsIn(order?.value), names: names.map(String) });
          store.put({ name: ORDER, userId, value: kept } satisfies Kept);
          for (const boardId of gone)
            for (const path of ['boards.get', 'members.people']) store.delete(answerName(path, { boardId }));
        });
      });
    });
  });
}

interface KeptBefore {
  /** The order as it was. */
  readonly before: readonly Id[];
  /** Of all that is kept. Boards that an older version kept have no place in the order: they come last. */
  readonly names: readonly string[];
}

/** The boards that stay, with this one first, and those that go. */
export function orderBoards(
  boardId: Id,
  { before, names }: KeptBefore,
): readonly [kept: readonly Id[], gone: readonly Id[]] {
  const prefix = boardAnswer('');
  const there = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const inOrder = [...new Set([boardId, ...before.filter((id) => there.includes(id)), ...there])];
  return [inOrder.slice(0, MOST_BOARDS), inOrder.slice(MOST_BOARDS)];
}

function idsIn(value: unknown): readonly Id[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
