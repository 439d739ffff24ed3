import type { Board, Card } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { countCards } from '../board/actions';
import type { BoardStore } from '../sync/board-state';
import { announce } from '../ui/announce';
import { commitTogether } from './commit-together';

interface CardsChange {
  readonly operations: readonly Operation[];
  /** What was done. */
  readonly message: string;
  /** Whether what one has pressed says it itself, as a box that is ticked does. */
  readonly isHeard?: boolean;
}

/** Changes the same thing of these cards: of one with a word for who does not see it there; of several as one change, with the way back. */
export function changeCards(store: BoardStore, cards: readonly Card[], change: CardsChange): void {
  const { operations, message, isHeard = false } = change;
  if (operations.length === 0) return;
  if (cards.length > 1) return void commitTogether(store, operations, message);
  store.commit(operations);
  if (!isHeard) announce(`${message}.`);
}

/** One by its number, several by how many they are. */
export function nameCards({ key }: Pick<Board, 'key'>, cards: readonly Card[]): string {
  const [first] = cards;
  return first && cards.length === 1 ? `${key}-${first.number}` : countCards(cards.length);
}

/** What all of these have; `undefined`: not the same. */
export function commonOf<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
