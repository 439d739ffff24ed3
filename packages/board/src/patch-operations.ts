import { fieldOperations } from './field-operations.js';
import type { Board, BoardHead, Column, Id } from './model.js';
import type { Operation } from './operations.js';
import type { CardPatch, ColumnPatch, CommentPatch, LabelPatch, Patch } from './patch.js';
import { fate, fieldNet, netOf, type Net } from './undo-net.js';

/**
 * What patches come to, as operations, for telling it: an undo is logged without any. Cards that only stand elsewhere in their
 * column are named where nothing else happened, for mostly they are the neighbours of what did.
 * @param after the board with the patches applied
 */
export function operationsOf(after: Board, patches: readonly Patch[]): Operation[] {
  const { head, columns, cards, labels, comments } = netOf(patches);
  const came = new Set(cards.filter((card) => ['created', 'entered'].includes(fate(card))).map(({ id }) => id));
  const remarks = comments.filter((comment) => !came.has(comment.after?.cardId ?? ''));
  const told = [
    ...ofHead(head),
    ...columns.flatMap(ofColumn),
    ...labels.flatMap(ofLabel),
    ...cards.flatMap(ofCard),
    ...remarks.flatMap(ofComment),
  ];
  if (told.length > 0) return told;
  return [
    ...columns.filter(isRankedAnew).map(({ id }) => moveOf(after, id)),
    ...cards.filter(isRankedAnew).flatMap(({ id }): Operation[] => {
      const card = after.card(id);
      return card ? [{ type: 'card.move', cardId: id, columnId: card.columnId }] : [];
    }),
  ];
}

function ofHead(net: Net['head']): Operation[] {
  const title = fieldNet<BoardHead, 'title'>(net, 'title');
  const archivedAt = fieldNet<BoardHead, 'archivedAt'>(net, 'archivedAt');
  const key = fieldNet<BoardHead, 'key'>(net, 'key');
  const description = fieldNet<BoardHead, 'description'>(net, 'description');
  const hue = fieldNet<BoardHead, 'hue'>(net, 'hue');
  const limits = fieldNet<BoardHead, 'limits'>(net, 'limits');
  const edit = {
    ...(key && { key: key.after }),
    ...(description && { description: description.after }),
    ...(hue && { hue: hue.after }),
    ...(limits && { limits: limits.after }),
  };
  return [
    ...(title ? [{ type: 'board.rename', title: title.after } as const] : []),
    ...(Object.keys(edit).length > 0 ? [{ type: 'board.edit', ...edit } as const] : []),
    ...(archivedAt ? [{ type: archivedAt.after === null ? 'board.restore' : 'board.archive' } as const] : []),
  ];
}

function ofLabel(net: LabelPatch): Operation[] {
  const labelId = net.id;
  const { name, hue, mergedInto } = net.after ?? {};
  switch (fate(net)) {
    case 'created':
      return [{ type: 'label.create', labelId, name: name ?? '', hue: hue ?? 0 }];
    case 'entered':
      return [{ type: 'label.restore', labelId }];
    case 'left':
      return [mergedInto ? { type: 'label.merge', labelId, into: mergedInto } : { type: 'label.delete', labelId }];
    case 'stayed':
      return [{ type: 'label.edit', labelId, ...(name !== undefined && { name }), ...(hue !== undefined && { hue }) }];
    case 'absent':
      return [];
  }
}

function ofComment(net: CommentPatch): Operation[] {
  const commentId = net.id;
  const cardId = net.after?.cardId ?? '';
  switch (fate(net)) {
    case 'created':
    case 'entered':
      return [{ type: 'comment.create', cardId, commentId, text: net.after?.text ?? '' }];
    case 'left':
      return [{ type: 'comment.delete', cardId, commentId }];
    case 'stayed':
      return [{ type: 'comment.edit', cardId, commentId, text: net.after?.text ?? '' }];
    case 'absent':
      return [];
  }
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
      return [
        ...(fieldNet<Column, 'title'>(net, 'title')
          ? [{ type: 'column.rename', columnId, title: title ?? '' } as const]
          : []),
        ...columnEdit(net),
      ];
    case 'absent':
      return [];
  }
}

function columnEdit(net: ColumnPatch): Operation[] {
  const hue = fieldNet<Column, 'hue'>(net, 'hue');
  const limit = fieldNet<Column, 'limit'>(net, 'limit');
  const done = fieldNet<Column, 'done'>(net, 'done');
  if (!hue && !limit && !done) return [];
  return [
    {
      type: 'column.edit',
      columnId: net.id,
      ...(hue && { hue: hue.after }),
      ...(limit && { limit: limit.after }),
      ...(done && { done: done.after }),
    },
  ];
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
      return [...moveBetween(net), ...editOf(net), ...fieldOperations(cardId, net.before ?? {}, net.after ?? {})];
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
