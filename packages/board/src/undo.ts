import { t } from '@talkan/words/words';
import { draftOf } from './board.js';
import type { Change } from './change.js';
import { leaveCard } from './decide-cards.js';
import { leaveColumn, refuseFilled } from './decide-columns.js';
import { loadedKey } from './decide-context.js';
import { refuseNamesakes } from './decide-labels.js';
import { rowsNamed, type Decision, type NamedRow } from './decide.js';
import type { Board } from './model.js';
import type { CardPatch, ColumnPatch, CommentPatch, Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { refuseRole, type Role } from './roles.js';
import { refuseOutgrown } from './room.js';
import { stampCards } from './stamp.js';
import { undoComment } from './undo-comments.js';
import { undoCardFields, undoColumnFields, undoHead, undoLabel, withoutLinksTo } from './undo-fields.js';
import { fate, netOf } from './undo-net.js';
import { undoCardPlaces, undoColumnPlaces } from './undo-places.js';
import { whoFilled, type UndoContext } from './undo-context.js';

export type { UndoContext } from './undo-context.js';

type Decided = readonly Patch[] | Refusal;
type Step = (board: Board) => Decided;

/**
 * The way back from a change, decided against the board as it is now: all of it, or a refusal that says who changed what since.
 * What was created is archived, what was archived comes back; a text that is another one by now, a card that was moved to
 * another column since and a column that was filled since are refused. Numbers never go back.
 */
export function decideUndo(board: Board, change: Change, context: UndoContext): Decided {
  const forbidden = refuseRole(context.role, leastRoleOf(change.patches));
  if (forbidden) return forbidden;
  if (board.archivedAt !== null && !change.patches.some(archivesBoard)) {
    return refuse('conflict', t`This board is archived. Restore it first, or ask an owner to.`, [board.id]);
  }
  if (change.patches.some((patch) => patch.after === null)) {
    return refuse('conflict', t`What was deleted for ever cannot be brought back.`);
  }
  const decided = inTurn(board, undoSteps(change, context), context);
  if (isRefusal(decided)) return decided;
  return refuseOutgrown(board, decided.board) ?? refuseNamesakes(board, decided.board) ?? decided.patches;
}

/** What somebody must be at least to undo this: as much as it took to do it. */
function leastRoleOf(patches: readonly Patch[]): Role {
  if (patches.some(archivesBoard) || patches.some((patch) => patch.entity === 'board' && hasField(patch, 'key'))) {
    return 'owner';
  }
  return patches.length > 0 && patches.every(isOfComment) ? 'commenter' : 'editor';
}

function archivesBoard(patch: Patch): boolean {
  return patch.entity === 'board' && hasField(patch, 'archivedAt');
}

function isOfComment(patch: Patch): boolean {
  if (patch.entity === 'comment') return true;
  const names = patch.entity === 'card' && patch.before && patch.after ? Object.keys(patch.after) : ['all'];
  return names.every((name) => name === 'commentCount' || name === 'changedAt');
}

function hasField({ after }: Patch, name: string): boolean {
  return after !== null && Object.hasOwn(after, name);
}

/** The rows that undoing a change names: those that are not on the board are to be loaded where they are archived. */
export function rowsOfUndo(change: Change): NamedRow[] {
  const rows = new Map(rowsNamed(change.operations).map((row) => [loadedKey(row.entity, row.id), row]));
  const add = (entity: NamedRow['entity'], id: string | undefined) =>
    id !== undefined && rows.set(loadedKey(entity, id), { entity, id });
  for (const patch of change.patches) {
    if (patch.entity === 'board' || patch.entity === 'label') continue;
    add(patch.entity, patch.id);
    if (patch.entity === 'card') add('column', patch.before?.columnId);
    if (patch.entity === 'comment') add('card', patch.after?.cardId);
  }
  return [...rows.values()];
}

/** Columns are there before their cards, and cards are gone before their columns. */
function undoSteps(change: Change, context: UndoContext): Step[] {
  const { head, columns, cards: touched, labels, comments } = netOf(change.patches);
  // These keep their links, unseen in the archive: what they are linked to keeps its side of them.
  const kept = new Set(touched.filter((card) => ['created', 'absent'].includes(fate(card))).map(({ id }) => id));
  const cards = touched.filter((card) => fate(card) !== 'absent').map((card) => withoutLinksTo(kept, card));
  const back = cards.filter((card) => fate(card) === 'left');
  const stayed = cards.filter((card) => fate(card) !== 'left');
  // What is said on a card that came goes with it.
  const came = new Set(cards.filter(hasCome).map(({ id }) => id));
  const remarks = comments.filter(({ after }) => !came.has(after?.cardId ?? ''));
  const gone = new Set(back.map(({ id }) => id));
  const isOnGone = (net: CommentPatch) => gone.has(net.after?.cardId ?? '');
  const each = <Net>(nets: readonly Net[], step: (board: Board, net: Net, context: UndoContext) => Decided): Step[] =>
    nets.map((net) => (board) => step(board, net, context));
  return [
    (board) => undoHead(board, head, context),
    (board) => undoColumnPlaces(board, columns, context),
    ...each(columns, undoColumnFields),
    ...each(labels, undoLabel),
    ...each(stayed, undoCardFields),
    ...each(
      remarks.filter((net) => !isOnGone(net)),
      undoComment,
    ),
    ...each(stayed, takeCard),
    (board) => undoCardPlaces(board, { cards, operations: change.operations }, context),
    ...each(back, undoCardFields),
    ...each(remarks.filter(isOnGone), undoComment),
    ...each(columns, takeColumn),
  ];
}

function inTurn(board: Board, steps: readonly Step[], { now }: UndoContext): Decision | Refusal {
  const patches: Patch[] = [];
  const draft = draftOf(board);
  let current = board;
  for (const step of steps) {
    const decided = step(current);
    if (isRefusal(decided)) return decided;
    if (decided.length === 0) continue;
    const stamped = stampCards(current, decided, { now });
    current = draft.apply(stamped);
    for (const patch of stamped) patches.push(patch);
  }
  return { board: current, patches };
}

function hasCome(net: CardPatch | ColumnPatch): boolean {
  return fate(net) === 'created' || fate(net) === 'entered';
}

function takeCard(board: Board, net: CardPatch, context: UndoContext): Decided {
  const card = board.card(net.id);
  return card && hasCome(net) ? [leaveCard(card, context.now)] : [];
}

function takeColumn(board: Board, net: ColumnPatch, context: UndoContext): Decided {
  const column = board.column(net.id);
  if (!column || !hasCome(net)) return [];
  const filled = refuseFilled(board, column);
  if (!filled) return [leaveColumn(column, context.now)];
  const message = t`${whoFilled(context, column.id)} put cards into “${column.title}” since. Move or archive them first.`;
  return { ...filled, message };
}
