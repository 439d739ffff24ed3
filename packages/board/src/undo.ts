import { draftOf } from './board.js';
import type { Change } from './change.js';
import { leaveCard } from './decide-cards.js';
import { leaveColumn, refuseFilled } from './decide-columns.js';
import { loadedKey, nameCard } from './decide-context.js';
import { rowsNamed, type Decision, type NamedRow } from './decide.js';
import type { Board } from './model.js';
import type { CardPatch, ColumnPatch, Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { atLeast } from './roles.js';
import { refuseOutgrown } from './room.js';
import { fate, netOf } from './undo-net.js';
import { undoCardPlaces, undoColumnPlaces } from './undo-places.js';
import { refuseArchived, whoChanged, whoFilled, type UndoContext } from './undo-context.js';

export type { UndoContext } from './undo-context.js';

type Decided = readonly Patch[] | Refusal;
type Step = (board: Board) => Decided;

/**
 * The way back from a change, decided against the board as it is now: all of it, or a refusal that says who changed what since.
 * What was created is archived, what was archived comes back; a text that is another one by now, a card that was moved to
 * another column since and a column that was filled since are refused. Numbers never go back.
 */
export function decideUndo(board: Board, change: Change, context: UndoContext): Decided {
  if (!atLeast(context.role, 'editor')) {
    return refuse('forbidden', 'You may look at this board but not change it. Ask an owner to make you an editor.');
  }
  if (change.patches.some((patch) => patch.after === null)) {
    return refuse('conflict', 'What was deleted for ever cannot be brought back.');
  }
  const decided = inTurn(board, undoSteps(change, context));
  if (isRefusal(decided)) return decided;
  return refuseOutgrown(board, decided.board) ?? decided.patches;
}

/** The rows that undoing a change names: those that are not on the board are to be loaded where they are archived. */
export function rowsOfUndo(change: Change): NamedRow[] {
  const rows = new Map(rowsNamed(change.operations).map((row) => [loadedKey(row.entity, row.id), row]));
  for (const { entity, id, before } of change.patches) {
    if (entity === 'board') continue;
    rows.set(loadedKey(entity, id), { entity, id });
    const columnId = entity === 'card' && before && 'columnId' in before ? before.columnId : undefined;
    if (columnId) rows.set(loadedKey('column', columnId), { entity: 'column', id: columnId });
  }
  return [...rows.values()];
}

/** Columns are there before their cards, and cards are gone before their columns. */
function undoSteps(change: Change, context: UndoContext): Step[] {
  const { title, columns, cards: touched } = netOf(change.patches);
  const cards = touched.filter((card) => fate(card) !== 'absent');
  const back = cards.filter((card) => fate(card) === 'left');
  const stayed = cards.filter((card) => fate(card) !== 'left');
  const each = <Net>(nets: readonly Net[], step: (board: Board, net: Net, context: UndoContext) => Decided): Step[] =>
    nets.map((net) => (board) => step(board, net, context));
  return [
    (board) => undoBoardTitle(board, title, context),
    (board) => undoColumnPlaces(board, columns, context),
    ...each(columns, undoColumnTitle),
    ...each(stayed, undoCardTexts),
    ...each(stayed, takeCard),
    (board) => undoCardPlaces(board, { cards, operations: change.operations }, context),
    ...each(back, undoCardTexts),
    ...each(columns, takeColumn),
  ];
}

function inTurn(board: Board, steps: readonly Step[]): Decision | Refusal {
  const patches: Patch[] = [];
  const draft = draftOf(board);
  let current = board;
  for (const step of steps) {
    const decided = step(current);
    if (isRefusal(decided)) return decided;
    if (decided.length === 0) continue;
    current = draft.apply(decided);
    for (const patch of decided) patches.push(patch);
  }
  return { board: current, patches };
}

type Texts = { readonly before?: string | undefined; readonly after?: string | undefined };

function undoBoardTitle(board: Board, texts: Texts, context: UndoContext): Decided {
  if (texts.before === undefined || texts.before === texts.after) return [];
  if (board.title !== texts.after) {
    const who = whoChanged(context, { entity: 'board', id: board.id }, ['title']);
    return { ...refuse('conflict', `${who} renamed the board since.`), current: { title: board.title } };
  }
  return [{ entity: 'board', id: board.id, before: { title: board.title }, after: { title: texts.before } }];
}

function undoColumnTitle(board: Board, net: ColumnPatch, context: UndoContext): Decided {
  const column = board.column(net.id);
  const title = net.before?.title;
  if (!column || title === undefined || net.after?.title === undefined || title === net.after.title) return [];
  if (column.title !== net.after.title) {
    const who = whoChanged(context, net, ['title']);
    const refusal = refuse('conflict', `${who} renamed the column to “${column.title}” since.`, [column.id]);
    return { ...refusal, current: { title: column.title } };
  }
  return [{ entity: 'column', id: column.id, before: { title: column.title }, after: { title } }];
}

function undoCardTexts(board: Board, net: CardPatch, context: UndoContext): Decided {
  const patches: Patch[] = [];
  for (const field of ['title', 'details'] as const) {
    const text = net.before?.[field];
    const written = net.after?.[field];
    if (text === undefined || written === undefined || text === written) continue;
    const card = board.card(net.id);
    if (!card) return refuseArchived(board, net.id, context);
    if (card[field] !== written) {
      const message = `${whoChanged(context, net, [field])} changed the ${field} of ${nameCard(board, card)} since.`;
      return { ...refuse('conflict', message, [card.id]), current: { [field]: card[field] } };
    }
    patches.push({ entity: 'card', id: card.id, before: { [field]: card[field] }, after: { [field]: text } });
  }
  return patches;
}

function takeCard(board: Board, net: CardPatch, context: UndoContext): Decided {
  const card = board.card(net.id);
  const came = fate(net) === 'created' || fate(net) === 'entered';
  return card && came ? [leaveCard(card, context.now)] : [];
}

function takeColumn(board: Board, net: ColumnPatch, context: UndoContext): Decided {
  const column = board.column(net.id);
  const came = fate(net) === 'created' || fate(net) === 'entered';
  if (!column || !came) return [];
  const filled = refuseFilled(board, column);
  if (!filled) return [leaveColumn(column, context.now)];
  const message = `${whoFilled(context, column.id)} put cards into “${column.title}” since. Move or archive them first.`;
  return { ...filled, message };
}
