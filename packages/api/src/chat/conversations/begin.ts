import type { Id, Time } from '@talkan/board/model';
import { isRefusal, refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { sql, type Selectable } from 'kysely';
import { findMembership, type Visitor } from '../../boards/members.js';
import { timeAfter } from '../../clock.js';
import type { Services } from '../../context.js';
import { writeTransaction, type Queries, type Trx } from '../../db/open.js';
import type { TurnsTable } from '../../db/tables.js';
import { RefusalError } from '../../refusal-error.js';
import { dismissWithin, MOST_CONVERSATIONS, NO_CONVERSATION } from './store.js';

/** A question as it is asked. */
export interface Asking {
  readonly visitor: Visitor;
  readonly conversationId: Id;
  readonly turnId: Id;
  readonly text: string;
  readonly pasted: string | null;
  /** The turn that this one is asked in place of: it goes, and what was said after it. */
  readonly replaces: Id | null;
}

const MOST_TURNS = 500;
/** Each question is answered with what was said before it in mind: all of it is read then. */
const MOST_CHARACTERS = 1_000_000;
const MOST_TITLE = 80;

/**
 * Writes down a question before it is answered; the conversation comes to be with its first. One that has its answer stays as it is.
 * @throws RefusalError
 */
export async function beginTurn(services: Services, asking: Asking): Promise<'begun' | 'answered'> {
  return writeTransaction(services.db, async (trx) => {
    const { visitor, turnId } = asking;
    // Asked again under the write lock: the membership may have been taken away since the request came in.
    const membership = await findMembership(trx.run, visitor, 'viewer');
    if (isRefusal(membership)) throw new RefusalError(membership);
    const at = await openConversation(trx, services, asking);
    const earlier = await findTurn(trx, visitor.boardId, turnId);
    if (earlier) {
      refuseOther(earlier, asking);
      if (earlier.state === 'answered') return 'answered';
    }
    if (asking.replaces !== null && asking.replaces !== turnId) await dropFrom(trx, asking, asking.replaces);
    await writeQuestion(trx, asking, at);
    return 'begun';
  });
}

/** @returns when the question is asked: after all that was said in it before */
async function openConversation(trx: Trx, services: Services, asking: Asking): Promise<Time> {
  const { conversationId, visitor, text, pasted } = asking;
  const { boardId, userId } = visitor;
  const known = await trx
    .selectFrom('conversations')
    .select(['user_id', 'last_at'])
    .where('board_id', '=', boardId)
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (known && known.user_id !== userId) {
    throw new RefusalError(refuse('not_found', NO_CONVERSATION(), [conversationId]));
  }
  const at = timeAfter(known?.last_at, services.clock);
  if (known) {
    await trx
      .updateTable('conversations')
      .set({ last_at: at })
      .where('board_id', '=', boardId)
      .where('id', '=', conversationId)
      .execute();
    return at;
  }
  const title = titleOf(text.trim() === '' ? (pasted ?? '') : text);
  await trx
    .insertInto('conversations')
    .values({ board_id: boardId, id: conversationId, user_id: userId, title, created_at: at, last_at: at })
    .execute();
  const newest = trx
    .selectFrom('conversations')
    .select('id')
    .where('user_id', '=', userId)
    .where('board_id', '=', boardId)
    .orderBy('last_at', 'desc')
    .limit(MOST_CONVERSATIONS);
  await trx
    .deleteFrom('conversations')
    .where('user_id', '=', userId)
    .where('board_id', '=', boardId)
    .where('id', 'not in', newest)
    .execute();
  return at;
}

/** The first line, as far as it fits. */
function titleOf(text: string): string {
  const [first = ''] = text.trim().split('\n', 1);
  const line = first.trim();
  if (line.length <= MOST_TITLE) return line === '' ? 'Conversation' : line;
  const cut = line.slice(0, MOST_TITLE - 1).toWellFormed();
  return `${cut.slice(0, cut.lastIndexOf(' ') > MOST_TITLE / 2 ? cut.lastIndexOf(' ') : cut.length).trimEnd()}…`;
}

export async function findTurn(db: Queries, boardId: Id, id: Id): Promise<Selectable<TurnsTable> | undefined> {
  return db.selectFrom('turns').selectAll().where('board_id', '=', boardId).where('id', '=', id).executeTakeFirst();
}

function refuseOther(earlier: Selectable<TurnsTable>, { conversationId, turnId, text, pasted }: Asking): void {
  const isSame = earlier.conversation_id === conversationId && earlier.question === text && earlier.pasted === pasted;
  if (isSame) return;
  const message = t`Another question was already asked under this turnId. Ask yours under a new one.`;
  throw new RefusalError(refuse('conflict', message, [turnId]));
}

async function dropFrom(trx: Trx, { visitor, conversationId }: Asking, replaced: Id): Promise<void> {
  const turn = await findTurn(trx, visitor.boardId, replaced);
  // It may have gone in another tab already.
  if (turn?.conversation_id !== conversationId) return;
  const { position } = turn;
  await dismissWithin(trx, visitor, (turns) =>
    turns.where('conversation_id', '=', conversationId).where('position', '>=', position),
  );
  await trx
    .deleteFrom('turns')
    .where('board_id', '=', visitor.boardId)
    .where('conversation_id', '=', conversationId)
    .where('position', '>=', position)
    .execute();
}

/** A question that is asked again goes to the end, where its answer is looked for. */
async function writeQuestion(trx: Trx, { visitor, conversationId, turnId, text, pasted }: Asking, at: Time) {
  const { boardId } = visitor;
  const { last, count, size } = await trx
    .selectFrom('turns')
    .select(({ fn }) => [
      fn.max('position').as('last'),
      fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(length(question) + length(coalesce(pasted, '')) + length(coalesce(answer, ''))), 0)`.as(
        'size',
      ),
    ])
    .where('board_id', '=', boardId)
    .where('conversation_id', '=', conversationId)
    .where('id', '!=', turnId)
    .executeTakeFirstOrThrow();
  if (count >= MOST_TURNS || size > MOST_CHARACTERS) {
    const message = t`This conversation has become as long as one can be. Begin a new one.`;
    throw new RefusalError(refuse('limit', message, [conversationId]));
  }
  const asked = { position: (last ?? 0) + 1, at, state: 'running', problem: null } as const;
  await trx
    .insertInto('turns')
    .values({
      board_id: boardId,
      id: turnId,
      conversation_id: conversationId,
      question: text,
      pasted,
      answer: null,
      seq: null,
      proposal_id: null,
      model: null,
      rung: null,
      prompt_tokens: null,
      completion_tokens: null,
      cost: null,
      duration_ms: null,
      ...asked,
    })
    .onConflict((conflict) => conflict.columns(['board_id', 'id']).doUpdateSet(asked))
    .execute();
}
