import type { Id } from '@talkan/board/model';
import type { Refusal } from '@talkan/board/refusal';
import { cardsNamed, type BoardState } from '../sync/board-state';
import type { Failure } from '../sync/outbox';

/** Why a change failed that was made just now; what fails later is heard of as it does. */
export function refusalOf({ failures }: BoardState, changeId: Id): Refusal | undefined {
  return failures.find((failure) => failure.changeId === changeId)?.refusal;
}

/** The newest failed change that is about this card. */
export function failureOf(state: BoardState, cardId: Id): Failure | undefined {
  return state.failures.findLast((failure) => shownOn(state, failure) === cardId);
}

/** The card that a failure is shown on: the first one it names that is still there. None: it is said in a toast. */
export function shownOn({ board }: BoardState, { operations }: Failure): Id | undefined {
  return cardsNamed(operations).find((id) => board.card(id));
}
