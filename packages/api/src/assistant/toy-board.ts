import { createBoard } from '@talkan/board/board';
import { decideChange } from '@talkan/board/decide';
import type { Board, Id, Time } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import type { StageBase } from '../chat/staging/stage.js';

const CARD_ID = 'toy-plants';
const DONE_ID = 'toy-done';

const OPERATIONS: readonly Operation[] = [
  { type: 'column.create', columnId: 'toy-open', title: 'To do' },
  { type: 'column.create', columnId: DONE_ID, title: 'Done' },
  { type: 'card.create', cardId: CARD_ID, columnId: 'toy-open', title: 'Water the plants' },
  { type: 'card.create', cardId: 'toy-bread', columnId: 'toy-open', title: 'Buy bread' },
];

/** What a model is asked to do on the toy board. */
export const TOY_QUESTION = 'Move the card “Water the plants” to the column “Done”. Change nothing else.';

/** A board of nobody’s, for trying a model: nothing of a person’s board is sent to an endpoint that is only being tried. */
export function toyBase(actorId: Id, now: Time): StageBase {
  const context = { actorId, role: 'editor', now } as const;
  return {
    board: toyBoard(actorId, now),
    archive: { cards: [], columns: [] },
    people: [],
    context,
    timeZone: 'UTC',
  };
}

/** Whether these operations are what was asked for, and no more. */
export function isToyAnswer(operations: readonly Operation[]): boolean {
  const [first, ...others] = operations;
  return others.length === 0 && first?.type === 'card.move' && first.cardId === CARD_ID && first.columnId === DONE_ID;
}

function toyBoard(actorId: Id, now: Time): Board {
  const head = { id: 'toy', key: 'TOY', title: 'Toy board', seq: 0, lastNumber: 0 };
  const empty = createBoard({ ...head, columns: [], cards: [] });
  const decided = decideChange(empty, OPERATIONS, { actorId, role: 'owner', now, loaded: new Map() });
  if (isRefusal(decided)) throw new Error(`The toy board cannot be made: ${decided.message}`);
  return decided.board;
}
