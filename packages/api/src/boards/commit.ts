import { hash } from 'node:crypto';
import { applyPatches } from '@talkan/board/board';
import { CHANGE_VERSION, type Origin } from '@talkan/board/change';
import { decideChange, namesPeople, rowsNamed } from '@talkan/board/decide';
import type { DecideContext } from '@talkan/board/decide-context';
import type { Board, Id, Time } from '@talkan/board/model';
import type { LoggedOperation, Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import { isRefusal, refuse, type Refusal } from '@talkan/board/refusal';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { timeAfter } from '../clock.js';
import type { Services } from '../context.js';
import type { Trx } from '../db/open.js';
import { statement, type Run } from '../db/statement.js';
import { noticeChange } from '../notices/write.js';
import { RefusalError } from '../refusal-error.js';
import { writeSeq, type Group } from './group-commit.js';
import { boardInView, loadRows } from './load.js';
import { appendChange, findClientsChange, type LoggedChange } from './log.js';
import { findMembership, readMemberIds, type Visitor } from './members.js';
import { keepSnapshot } from './snapshots.js';
import { writeRows } from './write-rows.js';

/** Who asks for a change, under which id, by which door. */
export interface ChangeRequest {
  readonly boardId: Id;
  /** The client's: the same id with the same body is the same change. */
  readonly changeId: Id;
  readonly actorId: Id;
  readonly origin: Origin;
}

/** What a change came to. */
export interface Committed {
  readonly seq: number;
  readonly patches: readonly Patch[];
}

/** What a planner works with: it may query the transaction, and await nothing else. */
export interface Planning {
  readonly trx: Trx;
  /** The board as it is. */
  readonly board: Board;
  readonly context: Omit<DecideContext, 'loaded'>;
}

export interface Plan {
  readonly operations: readonly LoggedOperation[];
  readonly patches: readonly Patch[];
  readonly undoes?: number;
  readonly undoesFrom?: number;
  readonly groupId?: Id;
}

/** Decides what a request comes to on the board as it is; `null`: nothing, and nothing is to be logged. */
export type Planner = (planning: Planning) => Promise<Plan | Refusal | null>;

export interface Outcome extends Committed {
  /** The board after it, to be published once it is committed. */
  readonly board: Board;
  /** Whether it had been committed before. */
  readonly repeated: boolean;
}

/**
 * Commits operations as one change: all of them or none.
 * @throws RefusalError
 */
export function commitOperations(
  services: Services,
  request: ChangeRequest & { readonly operations: readonly Operation[] },
): Promise<Committed> {
  const { operations } = request;
  const change = { ...request, body: { commit: operations } };
  return commitChange(services, change, (planning) => planOperations(planning, operations));
}

/** What operations come to, with whatever they name loaded. */
export async function planOperations(planning: Planning, operations: readonly Operation[]): Promise<Plan | Refusal> {
  const { trx, board, context } = planning;
  const loaded = await loadRows(trx, board, rowsNamed(operations));
  const people = namesPeople(operations) ? await readMemberIds(trx, board.id) : undefined;
  const decision = decideChange(board, operations, { ...context, loaded, people });
  return isRefusal(decision) ? decision : { operations, patches: decision.patches };
}

/**
 * The one way in which a board's content is written. Plans on the board as it is, inside the write transaction that it shares with
 * what else is waiting, writes rows and log, and shows the new board to others only after the COMMIT.
 * @param request `body`: what was asked for, as plain data; the same body under the same id is a retry and gets the first answer
 * @throws RefusalError
 */
export async function commitChange(
  services: Services,
  request: ChangeRequest & { readonly body: unknown },
  plan: Planner,
): Promise<Outcome> {
  return services.commits.commit((trx, group) => commitWithin(trx, { services, request, plan, group }));
}

export interface Commit {
  readonly services: Services;
  readonly request: ChangeRequest & { readonly body: unknown };
  readonly plan: Planner;
  /** What the transaction knows already, where it has more than this change. */
  readonly group?: Group;
}

/** The same inside a transaction that the caller holds. Nothing is published: the caller may yet fail to commit. */
export async function commitWithin(trx: Trx, commit: Commit): Promise<Outcome> {
  const { services, request, plan, group } = commit;
  const { boardId, changeId, actorId, origin } = request;
  // Asked again under the write lock: the role may have been taken away since the request came in.
  const role = await findRole(trx, { boardId, userId: actorId }, group);
  const board = group?.boards.get(boardId) ?? (await findBoard(trx, boardId, services.boards.get(boardId)));
  const earlier = await recallChange(trx.run, request);
  if (earlier) return { seq: earlier.seq, patches: earlier.patches, board, repeated: true };

  const now = timeAfter(await lastChanged(trx, board), services.clock);
  const planned = await plan({ trx, board, context: { actorId, role, now } });
  if (planned === null) return { seq: board.seq, patches: [], board, repeated: false };
  if (isRefusal(planned)) throw new RefusalError(planned);
  // Nobody else can have numbered a change since the board was read, and the log would not take a number twice.
  const seq = board.seq + 1;
  await writeRows(trx, boardId, planned.patches);
  const signed = { boardId, changeId, actorId, origin, bodyHash: hashBody(request.body) };
  await appendChange(trx, { ...signed, ...planned, v: CHANGE_VERSION, seq, at: now });
  const after = applyPatches(board, planned.patches, seq);
  times.set(after, now);
  await keepSnapshot(trx, after);
  await noticeChange(trx, { ...planned, board: after, actorId, at: now });
  if (group) group.boards.set(boardId, after);
  else await writeSeq(trx, after);
  return { seq, patches: planned.patches, board: after, repeated: false };
}

/** When boards that this process has changed were changed last. */
const times = new WeakMap<Board, Time>();

const timeOfChange = statement((db, at: { boardId: Id; seq: number }) =>
  db.selectFrom('changes').select('at').where('board_id', '=', at.boardId).where('seq', '=', at.seq),
);

async function lastChanged(trx: Trx, board: Board): Promise<Time | undefined> {
  const known = times.get(board);
  if (known !== undefined) return known;
  const [change] = await trx.run(timeOfChange, { boardId: board.id, seq: board.seq });
  return change?.at;
}

const seqOf = statement((db, at: { boardId: Id }) =>
  db.selectFrom('boards').select('seq').where('id', '=', at.boardId),
);

/** The board as the transaction sees it: nearly always as it is in memory. */
async function findBoard(trx: Trx, boardId: Id, cached: Board | undefined): Promise<Board> {
  const [head] = await trx.run(seqOf, { boardId });
  return cached !== undefined && cached.seq === head?.seq ? cached : boardInView(trx, boardId, cached);
}

/**
 * What somebody may do on the board that they are about to change: nobody else can take it away within the transaction.
 * @throws RefusalError
 */
async function findRole(trx: Trx, visitor: Visitor, group: Group | undefined): Promise<Role> {
  const key = `${visitor.boardId} ${visitor.userId}`;
  const known = group?.roles.get(key);
  if (known !== undefined) return known;
  const membership = await findMembership(trx.run, visitor, 'commenter');
  if (isRefusal(membership)) throw new RefusalError(membership);
  group?.roles.set(key, membership.role);
  return membership.role;
}

/**
 * The change that was committed under this id, if it was.
 * @throws RefusalError (conflict) where it was somebody else's, or another one
 */
export async function recallChange(
  run: Run,
  request: Pick<ChangeRequest, 'boardId' | 'changeId' | 'actorId'> & { readonly body: unknown },
): Promise<LoggedChange | undefined> {
  const change = await findClientsChange(run, request.boardId, request.changeId);
  if (!change) return undefined;
  if (change.actorId === request.actorId && change.bodyHash === hashBody(request.body)) return change;
  throw new RefusalError(
    refuse('conflict', t`Another change was already made under this changeId. Send yours again under a new one.`, [
      request.changeId,
    ]),
  );
}

function hashBody(body: unknown): string {
  return hash('sha256', canonicalJson(body));
}

/** The same text for the same data, in whatever order a client writes its fields. */
function canonicalJson(data: unknown): string {
  return JSON.stringify(sorted(data));
}

function sorted(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(sorted);
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => [key, sorted(value)]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
