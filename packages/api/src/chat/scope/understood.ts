import type { Board } from '@talkan/board/model';
import type { Edit, Operation } from '@talkan/board/operations';

/** Takes each of these operations once, whatever ids what is new has in it. */
export function createUnderstood(
  board: Board,
  operations: readonly Operation[],
): { take(operation: Operation): boolean } {
  const left = operations.map((operation) => keyOf(operation, board));
  return {
    take(operation) {
      const index = left.indexOf(keyOf(operation, board));
      if (index >= 0) left.splice(index, 1);
      return index >= 0;
    },
  };
}

/** What an operation comes to: where in another column a card ends up is all the same. */
function keyOf(operation: Operation, board: Board): string {
  const { type } = operation;
  const isNew = type.endsWith('.create');
  const isMovedOn = type === 'card.move' && board.card(operation.cardId)?.columnId !== operation.columnId;
  const isLeftOut = (field: string, value: unknown) => {
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    const isPlace = field === 'before' || field === 'after';
    return isEmpty || (isPlace && (isMovedOn || isNew || value === null)) || (isNew && isOwnId(type, field));
  };
  const fields = Object.entries(operation)
    .filter(([field, value]) => !isLeftOut(field, value))
    .map(([field, value]: [string, unknown]): [string, unknown] => [field, plain(value)]);
  return JSON.stringify(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).toSorted();
  return isEdit(value) ? value.to : value;
}

function isOwnId(type: string, field: string): boolean {
  return field === `${type.split('.', 1)[0] ?? ''}Id`;
}

function isEdit(value: unknown): value is Exclude<Edit, string> {
  return typeof value === 'object' && value !== null && 'to' in value && 'was' in value;
}
