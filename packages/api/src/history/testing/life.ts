import type { BoardSnapshot } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import fc from 'fast-check';
import type { Person } from '../../testing.js';

// Few ids, so that operations meet: on the board, in the archive, and not at all.
const columnId = fc.constantFrom('col-backlog', 'col-progress', 'col-done', 'col-new');
const cardId = fc.constantFrom('card-1', 'card-2', 'card-4', 'card-7', 'new-1', 'new-2');
const text = fc.constantFrom('One', 'Two', 'Three');
const place = fc.record({ before: cardId, after: cardId }, { requiredKeys: [] });
const columnPlace = fc.record({ before: columnId }, { requiredKeys: [] });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constant('board.rename' as const), title: text }),
  fc
    .tuple(columnId, text, columnPlace)
    .map(([columnId, title, place]) => ({ type: 'column.create' as const, columnId, title, ...place })),
  fc.record({ type: fc.constant('column.rename' as const), columnId, title: text }),
  fc.tuple(columnId, columnPlace).map(([columnId, place]) => ({ type: 'column.move' as const, columnId, ...place })),
  fc.record({ type: fc.constantFrom('column.archive' as const, 'column.restore' as const), columnId }),
  fc
    .tuple(cardId, columnId, place)
    .map(([cardId, columnId, place]) => ({ type: 'card.create' as const, cardId, columnId, title: 'New', ...place })),
  fc.record({ type: fc.constant('card.edit' as const), cardId, title: text, details: text }),
  fc
    .tuple(cardId, columnId, place)
    .map(([cardId, columnId, place]) => ({ type: 'card.move' as const, cardId, columnId, ...place })),
  fc.record({ type: fc.constantFrom('card.archive' as const, 'card.restore' as const), cardId }),
);

type Step = readonly Operation[] | { readonly undo: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.array(operation, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat(4) }) },
);
/** What happens to a board, part of which it will refuse. */
export const steps = fc.array(step, { minLength: 8, maxLength: 30, size: 'max' });

/** All boards that there were, oldest first, once the person has done what is possible of it. */
export async function liveThrough({ caller, boardId }: Person, life: readonly Step[]): Promise<BoardSnapshot[]> {
  const read = async (): Promise<BoardSnapshot> => {
    const { role: _, ...board } = await caller.boards.get({ boardId });
    return board;
  };
  const past = [await read()];
  for (const [index, step] of life.entries()) {
    const seq = past.at(-1)?.seq ?? 1;
    const changeId = `life-${index}`;
    const call =
      'undo' in step
        ? caller.boards.undo({ boardId, changeId, seq: Math.max(2, seq - step.undo) })
        : caller.boards.commit({ boardId, changeId, operations: [...step] });
    const done = await call.then(
      () => true,
      () => false,
    );
    if (done) past.push(await read());
  }
  return past;
}
