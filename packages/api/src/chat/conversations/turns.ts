import type { Board, Id } from '@talkan/board/model';

import type { Item } from '@talkan/board/review';
import { t } from '@talkan/words/words';
import type { Selectable } from 'kysely';
import type { Visitor } from '../../boards/members.js';
import type { Services } from '../../context.js';
import { writeTransaction, type Queries } from '../../db/open.js';
import type { TurnsTable } from '../../db/tables.js';
import { readUndoChains } from '../../history/undo-chains.js';
import type { CommandReply } from '../chat-request.js';
import { RUNGS } from '../endpoint/ladder.js';
import { proposalOf, type ProposalRow } from '../proposals/store.js';
import type { ChatTurn, Proposal, TurnAnswer, TurnFacts } from '../turn-event.js';

type TurnRow = Selectable<TurnsTable>;

/** What is kept of an answer. What has become of its proposal and its change is asked each time. */
export interface KeptAnswer {
  readonly message: string;
  readonly note: string;
  /** Of its change; a long list leaves some out. */
  readonly items: readonly Item[];
  readonly count: number;
  readonly command: CommandReply | null;
}

/** How a turn has ended. */
export type Ending =
  | {
      readonly state: 'answered';
      readonly answer: KeptAnswer;
      readonly seq: number | null;
      readonly proposalId: Id | null;
      readonly facts: TurnFacts;
    }
  | { readonly state: 'failed' | 'stopped'; readonly problem: string; readonly facts: TurnFacts };

/** Longer than any turn lasts: whoever was at it has gone. */
const ABANDONED_MS = 180_000;
const ABANDONED = () =>
  t`The server was stopped before the answer came. If something was changed before that, the board shows it.`;

interface NamedTurn {
  readonly boardId: Id;
  readonly turnId: Id;
}

/** The same turn may be taken twice, where it was sent again: what has changed the board is kept, else the answer that came first. */
export async function endTurn({ db }: Services, { boardId, turnId }: NamedTurn, ending: Ending): Promise<void> {
  const told = ending.state === 'answered' ? answeredRow(ending) : endedRow(ending);
  await writeTransaction(db, async (trx) => {
    const turn = trx.updateTable('turns').set(told).where('board_id', '=', boardId).where('id', '=', turnId);
    const hasChanged = ending.state === 'answered' && ending.seq !== null;
    await (hasChanged ? turn : turn.where('state', '!=', 'answered')).execute();
  });
}

function answeredRow({ answer, seq, proposalId, facts }: Extract<Ending, { state: 'answered' }>) {
  const kept = { answer: JSON.stringify(answer), seq, proposal_id: proposalId };
  return { state: 'answered', problem: null, ...kept, ...factsRow(facts) } as const;
}

function endedRow({ state, problem, facts }: Exclude<Ending, { state: 'answered' }>) {
  return { state, problem, ...factsRow(facts) };
}

function factsRow({ model, rung, tokens, cost, durationMs }: TurnFacts) {
  const counted = { prompt_tokens: tokens?.prompt ?? null, completion_tokens: tokens?.completion ?? null };
  return { model, rung, ...counted, cost, duration_ms: durationMs };
}

/** What a proposal's change came to, in the place where it was proposed. */
export async function noteAccepted(
  { db }: Services,
  { boardId, proposalId }: { readonly boardId: Id; readonly proposalId: Id },
  answer: KeptAnswer,
): Promise<void> {
  await writeTransaction(db, async (trx) => {
    await trx
      .updateTable('turns')
      .set({ answer: JSON.stringify(answer) })
      .where('board_id', '=', boardId)
      .where('proposal_id', '=', proposalId)
      .execute();
  });
}

interface Reading {
  readonly visitor: Visitor;
  /** The board as it is. */
  readonly board: Board;
}

/** All turns of a conversation, in order. */
export async function readTurns(services: Services, reading: Reading, conversationId: Id): Promise<ChatTurn[]> {
  const { read } = services.db;
  const rows = await read
    .selectFrom('turns')
    .selectAll()
    .where('board_id', '=', reading.visitor.boardId)
    .where('conversation_id', '=', conversationId)
    .orderBy('position')
    .execute();
  return tellTurns(services, reading, rows);
}

/** One turn of a conversation of this visitor's. */
export async function readTurn(services: Services, reading: Reading, turnId: Id): Promise<ChatTurn | undefined> {
  const { boardId, userId } = reading.visitor;
  const row = await services.db.read
    .selectFrom('turns')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.board_id', '=', 'turns.board_id')
        .onRef('conversations.id', '=', 'turns.conversation_id'),
    )
    .selectAll('turns')
    .where('turns.board_id', '=', boardId)
    .where('turns.id', '=', turnId)
    .where('conversations.user_id', '=', userId)
    .executeTakeFirst();
  if (!row) return undefined;
  const [turn] = await tellTurns(services, reading, [row]);
  return turn;
}

/** The turn that shows this proposal, where there is one. */
export async function findTurnOf(db: Queries, boardId: Id, proposalId: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom('turns')
    .select('id')
    .where('board_id', '=', boardId)
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst();
  return row?.id;
}

async function tellTurns(services: Services, reading: Reading, rows: readonly TurnRow[]): Promise<ChatTurn[]> {
  const { read } = services.db;
  const { board, visitor } = reading;
  const ids = rows.flatMap(({ proposal_id: id }) => id ?? []);
  const kept =
    ids.length === 0
      ? []
      : await read
          .selectFrom('proposals')
          .selectAll()
          .where('board_id', '=', visitor.boardId)
          .where('user_id', '=', visitor.userId)
          .where('id', 'in', ids)
          .execute();
  const proposals = new Map<Id, Proposal>();
  for (const row of kept) proposals.set(row.id, await proposalOf(read, board, row satisfies ProposalRow));
  const hasChanges = rows.some(({ seq }) => seq !== null);
  const chains = hasChanges ? await readUndoChains(read, visitor.boardId) : null;
  const isUndone = (seq: number) => chains?.undoneBy(seq) !== undefined;
  return rows.map((row) => tellTurn(row, { services, proposals, isUndone }));
}

interface Around {
  readonly services: Services;
  readonly proposals: ReadonlyMap<Id, Proposal>;
  readonly isUndone: (seq: number) => boolean;
}

function tellTurn(row: TurnRow, { services, proposals, isUndone }: Around): ChatTurn {
  const isAbandoned = row.state === 'running' && services.clock() - Date.parse(row.at) > ABANDONED_MS;
  const kept = row.answer === null ? null : (JSON.parse(row.answer) as KeptAnswer);
  const { prompt_tokens: prompt, completion_tokens: completion, seq } = row;
  return {
    id: row.id,
    question: row.question,
    pasted: row.pasted,
    at: row.at,
    state: isAbandoned ? 'failed' : row.state,
    problem: isAbandoned ? ABANDONED() : row.problem,
    answer: kept && answerOf(kept, row, { proposals, isUndone: seq !== null && isUndone(seq) }),
    model: row.model,
    rung: row.rung === 'commands' ? row.rung : (RUNGS.find((rung) => rung === row.rung) ?? null),
    tokens: prompt === null || completion === null ? null : { prompt, completion },
    cost: row.cost,
    durationMs: row.duration_ms,
  };
}

interface Became {
  readonly proposals: ReadonlyMap<Id, Proposal>;
  readonly isUndone: boolean;
}

function answerOf(kept: KeptAnswer, row: TurnRow, { proposals, isUndone }: Became): TurnAnswer {
  const { message, note, items, count, command } = kept;
  const { seq, proposal_id: proposalId } = row;
  return {
    message,
    note,
    change: seq === null ? null : { seq, items, count, undone: isUndone },
    proposal: (proposalId !== null && proposals.get(proposalId)) || null,
    command,
  };
}
