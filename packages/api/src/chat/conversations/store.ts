import type { Id, Time } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { Visitor } from '../../boards/members.js';
import type { Services } from '../../context.js';
import { writeTransaction, type Queries, type Trx } from '../../db/open.js';
import { RefusalError } from '../../refusal-error.js';

/** A conversation in a list. */
export interface ConversationEntry {
  readonly id: Id;
  readonly title: string;
  /** When something was said in it last. */
  readonly at: Time;
  readonly turns: number;
}

/** So many are kept for each member of a board; the one that was left alone for longest goes first. */
export const MOST_CONVERSATIONS = 200;

export const NO_CONVERSATION = () => t`There is no such conversation, or not any more.`;

/** The one in which something was said last comes first. */
export async function listConversations(db: Queries, { boardId, userId }: Visitor): Promise<ConversationEntry[]> {
  return db
    .selectFrom('conversations')
    .leftJoin('turns', (join) =>
      join
        .onRef('turns.board_id', '=', 'conversations.board_id')
        .onRef('turns.conversation_id', '=', 'conversations.id'),
    )
    .select(({ fn }) => [
      'conversations.id',
      'conversations.title',
      'conversations.last_at as at',
      fn.count<number>('turns.id').as('turns'),
    ])
    .where('conversations.user_id', '=', userId)
    .where('conversations.board_id', '=', boardId)
    .groupBy(['conversations.board_id', 'conversations.id'])
    .orderBy('conversations.last_at', 'desc')
    .orderBy('conversations.id')
    .execute();
}

/** One's own conversation. @throws RefusalError where there is none */
export async function findConversation(db: Queries, visitor: Visitor, id: Id): Promise<{ id: Id; title: string }> {
  const row = await db
    .selectFrom('conversations')
    .select(['id', 'title'])
    .where('board_id', '=', visitor.boardId)
    .where('id', '=', id)
    .where('user_id', '=', visitor.userId)
    .executeTakeFirst();
  if (!row) throw new RefusalError(refuse('not_found', NO_CONVERSATION(), [id]));
  return row;
}

export interface Titled {
  readonly id: Id;
  readonly title: string;
}

/** @throws RefusalError where there is none */
export async function renameConversation(services: Services, visitor: Visitor, { id, title }: Titled): Promise<void> {
  await writeTransaction(services.db, async (trx) => {
    await findConversation(trx, visitor, id);
    await trx
      .updateTable('conversations')
      .set({ title })
      .where('board_id', '=', visitor.boardId)
      .where('id', '=', id)
      .execute();
  });
}

/** With all that was said in it; what it changed stays. One that is not there is deleted already. */
export async function deleteConversation(services: Services, visitor: Visitor, id: Id): Promise<void> {
  await writeTransaction(services.db, async (trx) => {
    await dismissWithin(trx, visitor, (turns) => turns.where('conversation_id', '=', id));
    await trx
      .deleteFrom('conversations')
      .where('board_id', '=', visitor.boardId)
      .where('id', '=', id)
      .where('user_id', '=', visitor.userId)
      .execute();
  });
}

const turnsWithProposals = (trx: Trx) =>
  trx.selectFrom('turns').select('proposal_id').where('proposal_id', 'is not', null);
type TurnsQuery = ReturnType<typeof turnsWithProposals>;

/** What nobody sees any more waits for nobody's yes. */
export async function dismissWithin(
  trx: Trx,
  { boardId, userId }: Visitor,
  narrow: (turns: TurnsQuery) => TurnsQuery,
): Promise<void> {
  await trx
    .updateTable('proposals')
    .set({ state: 'dismissed' })
    .where('board_id', '=', boardId)
    .where('user_id', '=', userId)
    .where('state', '=', 'waits')
    .where('id', 'in', narrow(turnsWithProposals(trx).where('board_id', '=', boardId)).$castTo<{ proposal_id: Id }>())
    .execute();
}
