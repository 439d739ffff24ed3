import { randomUUID } from 'node:crypto';
import { contentOf, diff, type ArchivedIds, type BoardContent } from '@talkan/board/diff';
import type { Board } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { Services } from '../context.js';
import { RefusalError } from '../refusal-error.js';
import { wholeBoardAnswer } from './answers.js';
import { commitChange, planOperations, type ChangeRequest, type Plan, type Planning } from './commit.js';
import { loadRows, readBoard, rewind } from './load.js';
import { contentSent, type WholeBoard, type WholeBoardInput } from './whole-board.js';

export interface SaveRequest extends Omit<ChangeRequest, 'changeId'> {
  readonly changeId?: ChangeRequest['changeId'] | undefined;
  readonly sent: WholeBoardInput;
  /** How far the board's log was when the request came in. */
  readonly seq: number;
}

/**
 * Saves a whole board: what its sender changed since the `version` that he had is committed, as one change, on top of the board as
 * it is.
 * @returns the board after it
 * @throws RefusalError
 */
export async function saveBoard(services: Services, request: SaveRequest): Promise<WholeBoard> {
  const { sent, boardId, changeId = randomUUID(), actorId, origin } = request;
  // The past stays as it is, so it is looked up before anyone has to wait for this change.
  const base = sent.version === undefined ? undefined : await boardAt(services, request, sent.version);
  // Under an id of its own even a save without a difference is noted: its retry must not compare anew with a later board.
  const isNamed = request.changeId !== undefined;
  const change = { boardId, changeId, actorId, origin, body: { save: sent } };
  const outcome = await commitChange(services, change, (planning) => planSave(planning, { base, sent, isNamed }));
  const board = outcome.repeated ? await rewind(services.db.read, outcome.board, outcome.seq) : outcome.board;
  return wholeBoardAnswer(board ?? outcome.board);
}

async function boardAt(services: Services, { boardId, seq }: SaveRequest, version: number): Promise<Board> {
  const board = await readBoard(services, boardId, seq);
  const past = await rewind(services.db.read, board, version);
  if (past) return past;
  const message = t`The board has no version ${version}; it is at ${board.seq}. Load the board and make your changes again.`;
  throw new RefusalError(refuse('conflict', message));
}

interface Save {
  /** The board that the sender had; left out: the board as it is. */
  readonly base: Board | undefined;
  readonly sent: WholeBoardInput;
  readonly isNamed: boolean;
}

async function planSave(
  planning: Planning,
  { base = planning.board, sent, isNamed }: Save,
): Promise<Plan | Refusal | null> {
  const to = contentSent(sent);
  const operations = diff(contentOf(base), to, await archivedAmong(planning, base, to));
  if (operations.length > 0) return planOperations(planning, operations);
  return isNamed ? { operations, patches: [] } : null;
}

/** What was sent, was not there at the sender's version, and is in the archive: it comes back instead of being made anew. */
async function archivedAmong({ trx, board }: Planning, base: Board, to: BoardContent): Promise<ArchivedIds> {
  const columns = to.columns
    .filter((column) => !base.column(column.id))
    .map(({ id }) => ({ entity: 'column' as const, id }));
  const cards = to.columns
    .flatMap((column) => column.cards)
    .filter((card) => !base.card(card.id))
    .map(({ id }) => ({ entity: 'card' as const, id }));
  const loaded = [...(await loadRows(trx, board, [...columns, ...cards])).values()];
  return {
    columns: new Set(loaded.filter((row) => !('columnId' in row)).map((row) => row.id)),
    cards: new Set(loaded.filter((row) => 'columnId' in row).map((row) => row.id)),
  };
}
