import { randomUUID } from 'node:crypto';
import { snapshotOf } from '@talkan/board/board';
import { contentOf, diff, type ArchivedIds, type BoardContent } from '@talkan/board/diff';
import type { Board } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import type { Services } from '../context.js';
import { readTransaction } from '../db/open.js';
import { commitChange, planOperations, type ChangeRequest, type Plan, type Planning } from './commit.js';
import { loadArchived, rewind } from './load.js';
import { contentSent, wholeBoardOf, type WholeBoard, type WholeBoardInput } from './whole-board.js';

export interface SaveRequest extends Omit<ChangeRequest, 'changeId'> {
  readonly changeId?: ChangeRequest['changeId'] | undefined;
  readonly sent: WholeBoardInput;
}

/**
 * Saves a whole board: what its sender changed since the `version` that he had is committed, as one change, on top of the board as
 * it is.
 * @returns the board after it
 * @throws RefusalError
 */
export async function saveBoard(services: Services, request: SaveRequest): Promise<WholeBoard> {
  const { sent, changeId = randomUUID(), ...rest } = request;
  // Under an id of its own even a save without a difference is noted: its retry must not compare anew with a later board.
  const isNamed = request.changeId !== undefined;
  const change = { ...rest, changeId, body: { save: sent } };
  const outcome = await commitChange(services, change, (planning) => planSave(planning, sent, isNamed));
  if (!outcome.repeated) return wholeBoardOf(snapshotOf(outcome.board));
  const then = await readTransaction(services.db, (trx) => rewind(trx, outcome.board, outcome.seq));
  return wholeBoardOf(snapshotOf(then ?? outcome.board));
}

async function planSave(planning: Planning, sent: WholeBoardInput, isNamed: boolean): Promise<Plan | Refusal | null> {
  const { trx, board } = planning;
  const base = sent.version === undefined ? board : await rewind(trx, board, sent.version);
  if (!base) {
    return refuse(
      'conflict',
      `The board has no version ${sent.version}; it is at ${board.seq}. Load the board and make your changes again.`,
    );
  }
  const from = contentOf(base);
  const to = contentSent(sent);
  const operations = diff(from, to, await archivedAmong(planning, base, to));
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
  const loaded = [...(await loadArchived(trx, board, [...columns, ...cards])).values()];
  return {
    columns: new Set(loaded.filter((row) => !('columnId' in row)).map((row) => row.id)),
    cards: new Set(loaded.filter((row) => 'columnId' in row).map((row) => row.id)),
  };
}
