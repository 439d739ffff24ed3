import { rowsNamed } from '@talkan/board/decide';
import type { DecideContext } from '@talkan/board/decide-context';
import type { Board } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { reviewOperations, type Review } from '@talkan/board/review';
import { loadRows } from '../../boards/load.js';
import { readMemberIds } from '../../boards/members.js';
import { createUserNames } from '../../boards/user-names.js';
import type { Queries } from '../../db/open.js';

interface Reviewing {
  readonly board: Board;
  readonly context: Omit<DecideContext, 'loaded' | 'people'>;
}

/** Looks at what is proposed as a person will see it, with whatever it names loaded. */
export async function reviewProposed(
  db: Queries,
  { board, context }: Reviewing,
  operations: readonly Operation[],
): Promise<Review> {
  const loaded = await loadRows(db, board, rowsNamed(operations));
  const people = await readMemberIds(db, board.id);
  const names = createUserNames(db);
  await names.learn({ operations, patches: [] });
  return reviewOperations(board, operations, {
    ...context,
    loaded,
    people,
    telling: { tense: 'proposed', nameOf: names.nameOf },
  });
}
