import type { Board, Id } from './model.js';
import type { Operation } from './operations.js';
import type { CardPatch, ColumnPatch, Patch } from './patch.js';
import { fate, netOf } from './undo-net.js';

/**
 * What patches come to, as operations, for telling it: an undo is logged without any. Cards that only stand elsewhere in their
 * column are named where nothing else happened, for mostly they are the neighbours of what did.
 * @param after the board with the patches applied
 */
export function operationsOf(after: Board, patches: readonly Patch[]): Operation[] {
  const { title, columns, cards } = netOf(patches);
  const rename: Operation[] =
    title.after === undefined || title.after === title.before ? [] : [{ type: 'board.rename', title: title.after }];
  const told = [...rename, ...columns.flatMap(ofColumn), ...cards.flatMap(ofCard)];
  if (told.length > 0) return told;
  return [
    ...columns.filter(isRankedAnew).map(({ id }) => moveOf(after, id)),
    ...cards.filter(isRankedAnew).flatMap(({ id }): Operation[] => {
      const card = after.card(id);
      return card ? [{ type: 'card.move', cardId: id, columnId: card.columnId }] : [];
    }),
  ];
}

function ofColumn(net: ColumnPatch): Operation[] {
  const columnId = net.id;
  const title = net.after?.title;
  switch (fate(net)) {
    case 'created':
      return [{ type: 'column.create', columnId, title: title ?? '' }];
    case 'entered':
      return [{ type: 'column.restore', columnId }];
    case 'left':
      return [{ type: 'column.archive', columnId }];
    case 'stayed':
      return title === undefined || title === net.before?.title ? [] : [{ type: 'column.rename', columnId, title }];
    case 'absent':
      return [];
  }
}

function ofCard(net: CardPatch): Operation[] {
  const cardId = net.id;
  switch (fate(net)) {
    case 'created':
      return [{ type: 'card.create', cardId, columnId: net.after?.columnId ?? '', title: net.after?.title ?? '' }];
    case 'entered':
      return [{ type: 'card.restore', cardId }];
    case 'left':
      return [{ type: 'card.archive', cardId }];
    case 'stayed':
      return [...moveBetween(net), ...editOf(net)];
    case 'absent':
      return [];
  }
}

function moveBetween({ id, before, after }: CardPatch): Operation[] {
  const columnId = after?.columnId;
  return columnId === undefined || columnId === before?.columnId ? [] : [{ type: 'card.move', cardId: id, columnId }];
}

function editOf({ id, before, after }: CardPatch): Operation[] {
  const title = after?.title === before?.title ? undefined : after?.title;
  const details = after?.details === before?.details ? undefined : after?.details;
  if (title === undefined && details === undefined) return [];
  return [
    { type: 'card.edit', cardId: id, ...(title !== undefined && { title }), ...(details !== undefined && { details }) },
  ];
}

function isRankedAnew(net: CardPatch | ColumnPatch): boolean {
  return fate(net) === 'stayed' && net.after?.rank !== undefined && net.after.rank !== net.before?.rank;
}

function moveOf(after: Board, columnId: Id): Operation {
  const ids = after.columns().map(({ id }) => id);
  const next = ids[ids.indexOf(columnId) + 1];
  return { type: 'column.move', columnId, ...(next !== undefined && { before: next }) };
}
