import { decideChange } from '@talkan/board/decide';
import type { Id } from '@talkan/board/model';
import { LIMITS } from '@talkan/board/limits';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { utf8Size } from '@talkan/board/text';
import { formatNumber, t } from '@talkan/words/words';
import { commitWithUndo } from '../board/actions';
import type { BoardState, BoardStore } from '../sync/board-state';
import { showToast } from '../ui/toast';
import { listSome } from './list-some';

/** What the server takes as one request, less what stands around the operations. */
const MOST_BYTES = 1024 * 1024 - 1024;
/** So many cards are named; the rest is counted. */
const MOST_NAMED = 5;

/**
 * Makes a change of several cards as one, with one way back. Where one of them refuses nothing is changed, and it is said which and why.
 * Returns whether it was made.
 */
export function commitTogether(store: BoardStore, operations: readonly Operation[], message: string): boolean {
  const hurdle = hurdleOf(store.getState(), operations);
  if (hurdle === null) commitWithUndo(store, operations, message);
  else showToast({ message: t`Nothing was changed. ${hurdle}`, tone: 'bad' });
  return hurdle === null;
}

/** What is in the way of operations on several cards, in words; `null`: nothing that is known here. */
export function hurdleOf(state: BoardState, operations: readonly Operation[]): string | null {
  const { role, beside, whole: board = state.board } = state;
  const most = mostOf(operations);
  const cards = new Set(operations.flatMap((one) => ('cardId' in one ? [one.cardId] : []))).size;
  if (most < operations.length && cards > 1) {
    const fitting = Math.max(1, Math.floor((cards * most) / operations.length));
    return t`These are more cards than one change can hold. Choose at most ${formatNumber(fitting)}.`;
  }
  const context = { actorId: '', role, now: new Date().toISOString(), loaded: beside.shown };
  const together = decideChange(board, operations, context);
  if (!isRefusal(together)) return null;
  const refusing = [...byCard(operations)].flatMap(([cardId, own]) => {
    const alone = decideChange(board, own, context);
    return isRefusal(alone) && alone.ids.includes(cardId) ? [{ cardId, message: alone.message }] : [];
  });
  const [first, ...others] = refusing;
  // None: what is in the way is not about one of them, as a column that has no room for so many.
  if (!first || others.length === 0) return first?.message ?? together.message;
  const names = others.map(({ cardId }) => `${board.key}-${board.card(cardId)?.number ?? ''}`);
  return t`${first.message} The same goes for ${listSome(names, MOST_NAMED)}.`;
}

/** How many of these operations fit into one change. */
function mostOf(operations: readonly Operation[]): number {
  const bytes = utf8Size(JSON.stringify(operations));
  const fitting = bytes > MOST_BYTES ? Math.floor((operations.length * MOST_BYTES) / bytes) : operations.length;
  return Math.min(fitting, LIMITS.operations);
}

/** What is done to each card, and what is done before. */
function byCard(operations: readonly Operation[]): ReadonlyMap<Id, readonly Operation[]> {
  const own = new Map<Id, readonly Operation[]>();
  const before = operations.filter((operation) => !('cardId' in operation));
  for (const operation of operations) {
    if ('cardId' in operation) own.set(operation.cardId, [...(own.get(operation.cardId) ?? before), operation]);
  }
  return own;
}
