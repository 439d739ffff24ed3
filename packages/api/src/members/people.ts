import type { Id } from '@talkan/board/model';
import { sql } from 'kysely';
import type { Queries } from '../db/open.js';

/** Whoever has a part in a board, or had one. */
export interface BoardPerson {
  readonly userId: Id;
  /** The user name. */
  readonly name: string;
  /** Whether they are on the board now. */
  readonly member: boolean;
}

/** So many names are an answer; a board that more people had a part in names its members first. */
const MOST = 2_000;

/** The members of a board, whoever else something on its cards is assigned to, and whoever ever changed it. */
export async function listPeople(db: Queries, boardId: Id): Promise<BoardPerson[]> {
  const { rows } = await sql<{ userId: Id; name: string; member: number }>`
    with recursive
      -- From one author to the next by the index: the log may have a million rows of ten people.
      authors(id) as (
        select min(actor_id) from changes where board_id = ${boardId}
        union all
        select (select min(actor_id) from changes where board_id = ${boardId} and actor_id > authors.id)
        from authors where authors.id is not null
      ),
      people(id) as (
        select user_id from members where board_id = ${boardId}
        union select id from authors
        union select assigned.value from cards, json_each(cards.assignee_ids) as assigned
          where cards.board_id = ${boardId} and cards.assignee_ids <> '[]'
        union select json_extract(item.value, '$.assigneeId')
          from cards, json_each(cards.checklists) as list, json_each(list.value, '$.items') as item
          where cards.board_id = ${boardId} and cards.checklists <> '[]'
      )
    select users.id as "userId", users.username as name, members.user_id is not null as member
    from people
    join users on users.id = people.id
    left join members on members.board_id = ${boardId} and members.user_id = users.id
    order by member desc, users.username
    limit ${MOST}
  `.execute(db);
  return rows.map(({ userId, name, member }) => ({ userId, name, member: member === 1 }));
}
