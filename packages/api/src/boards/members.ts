import type { Id } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { atLeast, type Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import type { Queries } from '../db/open.js';
import { statement, unplanned, type Run } from '../db/statement.js';

/** What somebody may do on a board, and how far the board's log is. */
export interface Membership {
  readonly boardId: Id;
  readonly role: Role;
  readonly seq: number;
}

/** Whose board, and for whom. */
export interface Visitor {
  readonly boardId: Id;
  readonly userId: Id;
}

const membershipOf = statement((db, at: Visitor) =>
  db
    .selectFrom('members')
    .innerJoin('boards', 'boards.id', 'members.board_id')
    .select(['members.role', 'boards.seq'])
    .where('members.board_id', '=', unplanned(at.boardId))
    .where('members.user_id', '=', unplanned(at.userId)),
);

/** The membership, if it allows what `least` may do. A board that is not yours answers like one that is not there. */
export async function findMembership(run: Run, visitor: Visitor, least: Role): Promise<Membership | Refusal> {
  const [row] = await run(membershipOf, visitor);
  if (!row) return refuse('not_found', t`There is no such board, or it is not shared with you.`, [visitor.boardId]);
  if (!atLeast(row.role, least)) {
    return refuse('forbidden', sayWho(least), [visitor.boardId]);
  }
  return { boardId: visitor.boardId, role: row.role, seq: row.seq };
}

/** Who may see a board. */
export async function readMemberIds(db: Queries, boardId: Id): Promise<ReadonlySet<Id>> {
  const rows = await db.selectFrom('members').select('user_id').where('board_id', '=', boardId).execute();
  return new Set(rows.map((row) => row.user_id));
}

function sayWho(least: Role): string {
  switch (least) {
    case 'viewer':
      return t`Only members may do this. Ask an owner of the board.`;
    case 'commenter':
      return t`Only commenters, editors and owners may do this. Ask an owner of the board.`;
    case 'editor':
      return t`Only editors and owners may do this. Ask an owner of the board.`;
    case 'owner':
      return t`Only owners may do this. Ask an owner of the board.`;
  }
}
