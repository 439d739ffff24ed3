import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Id, Time } from '@talkan/board/model';
import { sql } from 'kysely';
import type { Services } from '../context.js';
import { statement, unplanned, type Run } from '../db/statement.js';

/** A turn of the loop is over after so long: the first time there may be many cards to count. */
const LONGEST_HOLD_MS = 10;

/** What there is to know of a board without opening it. */
export interface BoardGlance {
  readonly id: Id;
  /** Markdown; of a long one the first 300 characters. */
  readonly description: string;
  /** Living cards. */
  readonly cardCount: number;
  readonly memberCount: number;
  /** The time of its last change. */
  readonly changedAt: Time;
}

const glancesOf = statement((db, at: { userId: Id }) =>
  db
    .selectFrom('members')
    .innerJoin('boards', 'boards.id', 'members.board_id')
    .leftJoin('changes', (join) =>
      join.onRef('changes.board_id', '=', 'boards.id').onRef('changes.seq', '=', 'boards.seq'),
    )
    .select((eb) => [
      'boards.id',
      'boards.seq',
      sql<string>`substr(boards.description, 1, 300)`.as('description'),
      eb.fn.coalesce('changes.at', 'boards.created_at').as('changedAt'),
      eb
        .selectFrom('members as all')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('all.board_id', '=', 'boards.id')
        .as('memberCount'),
    ])
    .where('members.user_id', '=', unplanned(at.userId))
    .orderBy('boards.created_at')
    .orderBy('boards.id'),
);

/** The boards of a user at a glance, in the order of `listBoards`. */
export async function glanceAtBoards(services: Services, userId: Id): Promise<BoardGlance[]> {
  const rows = await services.db.lookUp(glancesOf, { userId });
  const glances: BoardGlance[] = [];
  let turnBegan = performance.now();
  for (const { id, seq, description, changedAt, memberCount } of rows) {
    const cardCount = await services.cardCounts.of({ id, seq }, services.db.lookUp);
    glances.push({ id, description, cardCount, memberCount: memberCount ?? 0, changedAt });
    if (performance.now() - turnBegan < LONGEST_HOLD_MS) continue;
    await nextTurn();
    turnBegan = performance.now();
  }
  return glances;
}

/** How many living cards boards have. To count those of 200 boards takes as long as all else that a page opens with, so it is done once. */
export interface CardCounts {
  of(board: Numbered, run: Run): Promise<number>;
}

interface Numbered {
  readonly id: Id;
  /** The number of its last change: as long as it stays, so does the count. */
  readonly seq: number;
}

const MOST = 10_000;

const livingOn = statement((db, at: { boardId: Id }) =>
  db
    .selectFrom('cards')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('board_id', '=', at.boardId)
    .where(sql.ref('archived_at'), 'is', null),
);

export function createCardCounts(): CardCounts {
  const known = new Map<Id, { readonly seq: number; readonly count: number }>();
  return {
    async of({ id, seq }, run) {
      const found = known.get(id);
      if (found?.seq === seq) return found.count;
      const [row] = await run(livingOn, { boardId: id });
      const count = row?.count ?? 0;
      known.delete(id);
      known.set(id, { seq, count });
      // The one that nobody asked for longest after its last change.
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return count;
    },
  };
}
