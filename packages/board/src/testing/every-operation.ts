import type { Operation, OperationOf } from '../operations.js';

/** An operation that does something, once the others were made. */
export interface Example<Type extends Operation['type'] = Operation['type']> {
  readonly operation: OperationOf<Type>;
  readonly before?: readonly Operation[];
  /** What cannot be made to be as it was by restoring a past board: who said what, what is the owner's. */
  readonly stays?: true;
}

/** Stands wherever an operation on the card `a` holds what somebody wrote. */
export const SECRET = 'unmistakable';

const card = { cardId: 'a' } as const;
const list = { ...card, checklistId: 'x' } as const;
const item = { ...card, itemId: 'i' } as const;
const remark = { ...card, commentId: 'm' } as const;
const file = { ...card, attachmentId: 'f1' } as const;
const link = { ...card, otherId: 'b', kind: 'blocks' } as const;

const label = (labelId: string): Operation => ({ type: 'label.create', labelId, name: labelId, hue: 1 });
const checklist: Operation = { type: 'checklist.create', ...list, title: SECRET };
const another: Operation = { type: 'checklist.create', ...card, checklistId: 'y', title: `Other ${SECRET}` };
const entry: Operation = { type: 'item.create', ...list, itemId: 'i', text: SECRET };
const comment: Operation = { type: 'comment.create', ...remark, text: SECRET };
const attached: Operation = { type: 'attachment.add', ...file };

/**
 * One of each, for a board with the cards `a` and `b` in `todo` and an empty column `done`, and what is archived: the card `z` and the
 * column `old`. A new operation is not compiled until it stands here, and is then held to all that is asked of every one.
 */
export const EXAMPLES: { readonly [Type in Operation['type']]: Example<Type> } = {
  'board.rename': { operation: { type: 'board.rename', title: 'Other' } },
  'board.edit': { operation: { type: 'board.edit', description: 'New', hue: 7, limits: 'refuse' } },
  'board.archive': { operation: { type: 'board.archive' }, stays: true },
  'board.restore': { operation: { type: 'board.restore' }, before: [{ type: 'board.archive' }], stays: true },
  'column.create': { operation: { type: 'column.create', columnId: 'n', title: 'New', after: 'todo' } },
  'column.rename': { operation: { type: 'column.rename', columnId: 'todo', title: 'New' } },
  'column.edit': { operation: { type: 'column.edit', columnId: 'todo', hue: 7, limit: 9, done: true } },
  'column.move': { operation: { type: 'column.move', columnId: 'done', before: 'todo' } },
  'column.archive': { operation: { type: 'column.archive', columnId: 'done' } },
  'column.restore': { operation: { type: 'column.restore', columnId: 'old' } },
  'label.create': { operation: { type: 'label.create', labelId: 'l', name: 'New', hue: 7 } },
  'label.edit': { operation: { type: 'label.edit', labelId: 'l', name: 'New', hue: 7 }, before: [label('l')] },
  'label.merge': { operation: { type: 'label.merge', labelId: 'l', into: 'k' }, before: [label('l'), label('k')] },
  'label.delete': { operation: { type: 'label.delete', labelId: 'l' }, before: [label('l')] },
  'label.restore': {
    operation: { type: 'label.restore', labelId: 'l' },
    before: [label('l'), { type: 'label.delete', labelId: 'l' }],
  },
  'card.create': {
    operation: { type: 'card.create', cardId: 'n', columnId: 'todo', title: 'New', details: 'New', before: 'a' },
  },
  'card.edit': { operation: { type: 'card.edit', ...card, title: SECRET, details: SECRET } },
  'card.move': { operation: { type: 'card.move', ...card, columnId: 'done' } },
  'card.archive': { operation: { type: 'card.archive', ...card } },
  'card.restore': { operation: { type: 'card.restore', cardId: 'z' } },
  'card.label': {
    operation: { type: 'card.label', ...card, add: ['l'], remove: ['k'] },
    before: [label('l'), label('k'), { type: 'card.label', ...card, add: ['k'] }],
  },
  'card.assign': {
    operation: { type: 'card.assign', ...card, add: ['bob'], remove: ['ada'] },
    before: [{ type: 'card.assign', ...card, add: ['ada'] }],
  },
  'card.schedule': {
    operation: { type: 'card.schedule', ...card, startAt: '2026-01-01', dueAt: '2026-02-01T00:00:00.000Z' },
  },
  'card.prioritize': { operation: { type: 'card.prioritize', ...card, priority: 'high' } },
  'card.estimate': { operation: { type: 'card.estimate', ...card, estimate: 2.5 } },
  'card.link': { operation: { type: 'card.link', ...link } },
  'card.unlink': { operation: { type: 'card.unlink', ...link }, before: [{ type: 'card.link', ...link }] },
  'checklist.create': { operation: { type: 'checklist.create', ...list, title: SECRET } },
  'checklist.rename': { operation: { type: 'checklist.rename', ...list, title: `${SECRET}!` }, before: [checklist] },
  'checklist.move': { operation: { type: 'checklist.move', ...list, after: 'y' }, before: [checklist, another] },
  'checklist.delete': { operation: { type: 'checklist.delete', ...list }, before: [checklist, entry] },
  'item.create': { operation: { type: 'item.create', ...list, itemId: 'i', text: SECRET }, before: [checklist] },
  'item.edit': {
    operation: { type: 'item.edit', ...item, text: `${SECRET}!`, done: true, assigneeId: 'bob' },
    before: [checklist, entry],
  },
  'item.move': {
    operation: { type: 'item.move', ...item, checklistId: 'y' },
    before: [checklist, another, entry],
  },
  'item.delete': { operation: { type: 'item.delete', ...item }, before: [checklist, entry] },
  'comment.create': { operation: { type: 'comment.create', ...remark, text: SECRET }, stays: true },
  'comment.edit': {
    operation: { type: 'comment.edit', ...remark, text: `${SECRET}!` },
    before: [comment],
    stays: true,
  },
  'comment.delete': { operation: { type: 'comment.delete', ...remark }, before: [comment], stays: true },
  'attachment.add': { operation: { type: 'attachment.add', ...file } },
  'attachment.remove': { operation: { type: 'attachment.remove', ...file }, before: [attached] },
};
