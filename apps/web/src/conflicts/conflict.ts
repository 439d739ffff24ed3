import { describeOperation } from '@talkan/board/describe';
import type { Board, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { atLeast } from '@talkan/board/roles';
import type { Telling } from '@talkan/board/teller';
import { fingerprint } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { isWorthRetrying } from '../board/after-failure';
import { shownOn } from '../board/failures';
import type { CardField } from '../card/field-draft';
import type { BoardState } from '../sync/board-state';
import type { Failure } from '../sync/outbox';

/** A text that was changed on both sides. */
export interface Clash {
  readonly cardId: Id;
  readonly field: CardField;
  readonly mine: string;
  readonly theirs: string;
}

/** How a refused change can be made after all. */
export type WayOn =
  /** Over the texts that stand there now. */
  | { readonly kind: 'keep'; readonly clashes: readonly Clash[]; readonly operations: readonly Operation[] }
  /** Together with the archived card that it is about. */
  | { readonly kind: 'restore'; readonly operations: readonly Operation[] }
  /** As it was. */
  | { readonly kind: 'again'; readonly operations: readonly Operation[] }
  | { readonly kind: 'none' };

/** What can be done about a refused change, on the board as it is by now: that may be another one than it was refused on. */
export function wayOn(state: BoardState, failure: Failure): WayOn {
  const { operations, refusal } = failure;
  if (!atLeast(state.role, 'editor')) return { kind: 'none' };
  const clashes = clashesOf(state.board, failure);
  if (clashes.length > 0) return { kind: 'keep', clashes, operations: over(operations, clashes) };
  const archived = operations.flatMap((operation) => archivedCard(state.board, failure, operation));
  if (archived.length > 0) {
    const restored = [...new Set(archived)].map((cardId) => ({ type: 'card.restore', cardId }) as const);
    return { kind: 'restore', operations: [...restored, ...operations] };
  }
  const isSettledText = refusal.code === 'conflict' && operations.some(({ type }) => type === 'card.edit');
  return isWorthRetrying(state, failure) || (isSettledText && shownOn(state, failure) !== undefined)
    ? { kind: 'again', operations }
    : { kind: 'none' };
}

/** The texts of a change of which another one stands there now, neither what its author saw nor what they wrote. */
export function clashesOf(board: Board, { operations, refusal }: Failure): Clash[] {
  return operations.flatMap((operation) => {
    if (operation.type !== 'card.edit') return [];
    const { cardId } = operation;
    return (['title', 'details'] as const).flatMap((field) => {
      const edit = operation[field];
      const known = refusal.ids.includes(cardId) ? refusal.current?.[field] : undefined;
      const theirs = board.card(cardId)?.[field] ?? known;
      if (typeof edit !== 'object' || theirs === undefined) return [];
      const { to: mine, was } = edit;
      return theirs === mine || fingerprint(theirs) === was ? [] : [{ cardId, field, mine, theirs }];
    });
  });
}

/** The same change by somebody who has seen the texts that stand there. */
function over(operations: readonly Operation[], clashes: readonly Clash[]): Operation[] {
  return operations.map((operation) => {
    if (operation.type !== 'card.edit') return operation;
    const { cardId } = operation;
    const seen = clashes.filter((clash) => clash.cardId === cardId);
    return seen.reduce(
      (edit, { field, mine, theirs }) => ({ ...edit, [field]: { to: mine, was: fingerprint(theirs) } }),
      operation,
    );
  });
}

/** A card that is neither on the board nor unknown to it is archived: only then is naming it a conflict. */
function archivedCard(board: Board, { refusal }: Failure, operation: Operation): Id[] {
  if (!('cardId' in operation) || operation.type === 'card.create') return [];
  const { cardId } = operation;
  return refusal.code === 'conflict' && refusal.ids.includes(cardId) && !board.card(cardId) ? [cardId] : [];
}

/** What its author wanted, an operation a sentence. */
export function wishesOf(board: Board, { operations }: Failure, nameOf?: Telling['nameOf']): string[] {
  if (operations.length === 0) return [t`Undo an earlier change.`];
  return operations.map((operation) => describeOperation(board, operation, { tense: 'proposed', nameOf }));
}

/** Whether what was refused is more than the note on one card can say. */
export function isMoreThanANote(state: BoardState): boolean {
  const { board, failures } = state;
  if (failures.length > 1) return true;
  return failures.some((failure) => shownOn(state, failure) === undefined || clashesOf(board, failure).length > 0);
}
