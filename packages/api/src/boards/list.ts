import type { Hue, Id, Time } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { statement, unplanned, type Run } from '../db/statement.js';
import { marksOf, type BoardMarks } from './marks.js';
import type { Membership } from './members.js';

/** A board in somebody’s list, with what they keep about it for themselves. */
export interface BoardEntry extends BoardMarks {
  readonly id: Id;
  readonly key: string;
  readonly title: string;
  readonly role: Role;
  /** Of its swatch; `null`: one of its own accord. */
  readonly hue: Hue | null;
  readonly archivedAt: Time | null;
}

const boardsOf = statement((db, at: { userId: Id }) =>
  db
    .selectFrom('members')
    .innerJoin('boards', 'boards.id', 'members.board_id')
    .leftJoin('board_marks', (join) =>
      join.onRef('board_marks.board_id', '=', 'members.board_id').onRef('board_marks.user_id', '=', 'members.user_id'),
    )
    .select([
      'boards.id',
      'boards.key',
      'boards.title',
      'boards.seq',
      'boards.hue',
      'boards.archived_at',
      'members.role',
    ])
    .select(['board_marks.starred', 'board_marks.visited_at', 'board_marks.collapsed'])
    .where('members.user_id', '=', unplanned(at.userId))
    .orderBy('boards.created_at')
    .orderBy('boards.id'),
);

/** The boards of a user, oldest first. */
export async function listBoards(run: Run, userId: Id): Promise<BoardEntry[]> {
  const rows = await run(boardsOf, { userId });
  return rows.map(({ id, key, title, role, hue, archived_at: archivedAt, ...marks }) => {
    return { id, key, title, role, hue, archivedAt, ...marksOf(marks) };
  });
}

/**
 * The oldest board of a user, as the first contract has it, and how far its log is. One that is archived takes no changes: it counts only
 * where there is no other.
 */
export async function findFirstBoard(run: Run, userId: Id): Promise<Pick<Membership, 'boardId' | 'seq'> | Refusal> {
  const rows = await run(boardsOf, { userId });
  const row = rows.find(({ archived_at: archivedAt }) => archivedAt === null) ?? rows[0];
  return row ? { boardId: row.id, seq: row.seq } : refuse('not_found', t`You have no board yet.`);
}
