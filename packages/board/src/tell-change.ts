import { inSentence, t } from '@talkan/words/words';
import { applyPatches } from './board.js';
import { boardView } from './board-view.js';
import type { Change } from './change.js';
import { andMore, describeOperation } from './describe.js';
import type { Telling } from './teller.js';
import type { Board, Id } from './model.js';
import type { LoggedOperation } from './operations.js';
import { operationsOf } from './patch-operations.js';
import type { Patch } from './patch.js';

/** One thing that a change did. */
export interface ToldItem {
  readonly entity: Patch['entity'];
  readonly id: Id;
  readonly text: string;
}

/** A change as the history tells it. */
export interface ToldChange {
  readonly sentence: string;
  /** The first of them; a change may have thousands. */
  readonly items: readonly ToldItem[];
  /** How many there are. */
  readonly count: number;
}

/** What an undo took back; `again`: what the undo of an undo did once more. */
export interface Undone {
  readonly seq: number;
  readonly again: boolean;
}

const MOST_ITEMS = 50;

/** How a change of the log is told. */
export interface ChangeTelling {
  /** Set for one that undoes another. */
  readonly undone?: Undone | undefined;
  /** Only what it did to this card, as it is told on the card itself. */
  readonly cardId?: Id | undefined;
  /** Leaves out what was said in comments: where these stand themselves. */
  readonly withoutComments?: boolean | undefined;
  readonly nameOf?: Telling['nameOf'];
}

/**
 * Tells a change of the log: one that undoes another by what it did to the board.
 * @param before the board as it was before the change
 */
export function tellChange(
  before: Board,
  change: Pick<Change, 'operations' | 'patches'>,
  { undone, cardId, withoutComments = false, nameOf }: ChangeTelling = {},
): ToldChange {
  const all = tellingsOf(before, change, { onCard: cardId !== undefined, nameOf });
  const isWanted = ({ entity, id, isComment = false }: ItemTelling) =>
    (cardId === undefined || (entity === 'card' && id === cardId)) && !(withoutComments && isComment);
  const tellings = all.filter(isWanted);
  const items = tellings.slice(0, MOST_ITEMS).map(({ entity, id, text }) => ({ entity, id, text: text() }));
  return { sentence: prefixed(sum(items, tellings.length), undone), items, count: tellings.length };
}

/** What there is to be told: put into words only where somebody reads it, for a change may have thousands. */
export interface ItemTelling extends Pick<ToldItem, 'entity' | 'id'> {
  readonly text: () => string;
  /** Whether it is what somebody has said, now or in other words. */
  readonly isComment?: boolean;
}

const DELETED: Readonly<Record<Patch['entity'], () => string>> = {
  board: () => t`Deleted a board for ever.`,
  column: () => t`Deleted a column for ever.`,
  card: () => t`Deleted a card for ever.`,
  label: () => t`Deleted a label for ever.`,
  comment: () => t`Deleted a comment for ever.`,
};

/** All that a change did, in order. */
export function tellingsOf(
  before: Board,
  change: Pick<Change, 'operations' | 'patches'>,
  telling: Telling = {},
): ItemTelling[] {
  const after = applyPatches(before, change.patches);
  const deleted = change.patches.filter((patch) => patch.after === null && patch.entity !== 'comment');
  const operations =
    change.operations.length > 0 ? withoutDetails(change.operations) : operationsOf(after, change.patches);
  const view = eitherOf(before, after);
  return [
    ...deleted.map(({ entity, id }) => {
      return { entity, id, text: () => (telling.onCard ? t`Deleted for ever.` : DELETED[entity]()) };
    }),
    ...operations.map((operation) => {
      return {
        ...subjectOf(operation, before.id),
        isComment: operation.type === 'comment.create' || operation.type === 'comment.edit',
        text: () => describeOperation(view, operation, { ...telling, after }),
      };
    }),
  ];
}

/** What came onto the board in this change is told by its coming alone, not by where it was put and what it says there. */
function withoutDetails(operations: readonly LoggedOperation[]): readonly LoggedOperation[] {
  const came = new Set<string>();
  return operations.filter((operation) => {
    const { entity, id } = subjectOf(operation, '');
    if (entity === 'board') return true;
    const key = `${entity}:${id}`;
    if (came.has(key)) return operation.type.endsWith('.archive');
    if (operation.type.endsWith('.create') || operation.type.endsWith('.restore')) came.add(key);
    return true;
  });
}

/** The first board, where what is only on the second has its name, too: for telling of both. */
export function eitherOf(before: Board, after: Board): Board {
  return boardView(before, {
    card: (cardId) => before.card(cardId) ?? after.card(cardId),
    column: (columnId) => before.column(columnId) ?? after.column(columnId),
    label: (labelId) => before.label(labelId) ?? after.label(labelId),
  });
}

/** What an operation is about. A comment is told on its card. */
function subjectOf(operation: LoggedOperation, boardId: Id): Pick<ToldItem, 'entity' | 'id'> {
  if ('cardId' in operation) return { entity: 'card', id: operation.cardId };
  if ('columnId' in operation) return { entity: 'column', id: operation.columnId };
  if ('labelId' in operation) return { entity: 'label', id: operation.labelId };
  return { entity: 'board', id: boardId };
}

function sum([first]: readonly ToldItem[], count: number): string {
  return first ? andMore(first.text, count - 1) : t`Changed nothing.`;
}

function prefixed(sentence: string, undone: Undone | undefined): string {
  if (!undone) return sentence;
  const { seq, again } = undone;
  return again ? t`Redid change ${seq}: ${inSentence(sentence)}` : t`Undid change ${seq}: ${inSentence(sentence)}`;
}
