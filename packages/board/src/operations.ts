import { z } from 'zod';
import { LIMITS } from './limits.js';
import { LINK_KINDS, PRIORITIES } from './model.js';
import {
  boardKey,
  cardDate,
  description,
  details,
  editOf,
  estimate,
  hue,
  id,
  name,
  place,
  remark,
  title,
} from './operation-parts.js';

const boardOperations = [
  z.strictObject({ type: z.literal('board.rename'), title }),
  z.strictObject({
    type: z.literal('board.edit'),
    key: boardKey.optional(),
    description: editOf(description).optional(),
    hue: hue.nullable().optional(),
    limits: z.enum(['warn', 'refuse']).optional(),
  }),
  z.strictObject({ type: z.literal('board.archive') }),
  z.strictObject({ type: z.literal('board.restore') }),
] as const;

const columnOperations = [
  z.strictObject({ type: z.literal('column.create'), columnId: id, title: name, ...place }),
  z.strictObject({ type: z.literal('column.rename'), columnId: id, title: name }),
  z.strictObject({
    type: z.literal('column.edit'),
    columnId: id,
    hue: hue.nullable().optional(),
    limit: z.int().min(1).max(LIMITS.columnLimit).nullable().optional(),
    done: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('column.move'), columnId: id, ...place }),
  z.strictObject({ type: z.literal('column.archive'), columnId: id }),
  z.strictObject({ type: z.literal('column.restore'), columnId: id }),
] as const;

const labelOperations = [
  z.strictObject({ type: z.literal('label.create'), labelId: id, name, hue }),
  z.strictObject({ type: z.literal('label.edit'), labelId: id, name: name.optional(), hue: hue.optional() }),
  /** Whatever has the label shows `into` instead. */
  z.strictObject({ type: z.literal('label.merge'), labelId: id, into: id }),
  z.strictObject({ type: z.literal('label.delete'), labelId: id }),
  z.strictObject({ type: z.literal('label.restore'), labelId: id }),
] as const;

const some = z.array(id).max(LIMITS.labelsOnCard).optional();
const link = { cardId: id, kind: z.enum(LINK_KINDS), otherId: id };

const cardOperations = [
  z.strictObject({
    type: z.literal('card.create'),
    cardId: id,
    columnId: id,
    title,
    details: details.optional(),
    ...place,
  }),
  z.strictObject({
    type: z.literal('card.edit'),
    cardId: id,
    title: editOf(title).optional(),
    details: editOf(details).optional(),
  }),
  z.strictObject({ type: z.literal('card.move'), cardId: id, columnId: id, ...place }),
  z.strictObject({ type: z.literal('card.archive'), cardId: id }),
  z.strictObject({ type: z.literal('card.restore'), cardId: id }),
  z.strictObject({ type: z.literal('card.label'), cardId: id, add: some, remove: some }),
  z.strictObject({ type: z.literal('card.assign'), cardId: id, add: some, remove: some }),
  /** What is left out stays; `null` takes the date away. */
  z.strictObject({
    type: z.literal('card.schedule'),
    cardId: id,
    startAt: cardDate.nullable().optional(),
    dueAt: cardDate.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('card.prioritize'), cardId: id, priority: z.enum(PRIORITIES).nullable() }),
  z.strictObject({ type: z.literal('card.estimate'), cardId: id, estimate: estimate.nullable() }),
  /** The card blocks, relates to or duplicates the other one. */
  z.strictObject({ type: z.literal('card.link'), ...link }),
  z.strictObject({ type: z.literal('card.unlink'), ...link }),
] as const;

const checklist = { cardId: id, checklistId: id };
const item = { cardId: id, itemId: id };

const checklistOperations = [
  z.strictObject({ type: z.literal('checklist.create'), ...checklist, title: name, ...place }),
  z.strictObject({ type: z.literal('checklist.rename'), ...checklist, title: name }),
  z.strictObject({ type: z.literal('checklist.move'), ...checklist, ...place }),
  z.strictObject({ type: z.literal('checklist.delete'), ...checklist }),
  z.strictObject({ type: z.literal('item.create'), ...item, checklistId: id, text: title, ...place }),
  z.strictObject({
    type: z.literal('item.edit'),
    ...item,
    text: editOf(title).optional(),
    done: z.boolean().optional(),
    assigneeId: id.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('item.move'), ...item, checklistId: id, ...place }),
  z.strictObject({ type: z.literal('item.delete'), ...item }),
] as const;

const comment = { cardId: id, commentId: id };
const attachment = { cardId: id, attachmentId: id };

const remarkOperations = [
  z.strictObject({ type: z.literal('comment.create'), ...comment, text: remark }),
  z.strictObject({ type: z.literal('comment.edit'), ...comment, text: editOf(remark) }),
  z.strictObject({ type: z.literal('comment.delete'), ...comment }),
  /** Puts a file on the card that was uploaded to the board before. */
  z.strictObject({ type: z.literal('attachment.add'), ...attachment }),
  z.strictObject({ type: z.literal('attachment.remove'), ...attachment }),
] as const;

/** Everything that can be done to a board. A new operation also takes a rule in `decide` and a sentence in `describe`. */
export const operation = z.discriminatedUnion('type', [
  ...boardOperations,
  ...columnOperations,
  ...labelOperations,
  ...cardOperations,
  ...checklistOperations,
  ...remarkOperations,
]);
export type Operation = z.output<typeof operation>;

/**
 * The two halves of a move to another board, as the logs of the two name them. Nobody can ask for one alone, so that no schema reads it: what
 * comes with the card was said by others, and would be whatever its sender says.
 */
export type TransferOperation =
  | { readonly type: 'card.leave'; readonly cardId: string }
  | { readonly type: 'card.arrive'; readonly cardId: string; readonly columnId: string };
/** What stands in a log. */
export type LoggedOperation = Operation | TransferOperation;

export type OperationOf<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/** The operations of one change. */
export const operations = z.array(operation).min(1).max(LIMITS.operations);

export type Edit = OperationOf<'card.edit'>['title'] & {};
/** Where in an order: see `place` in `operation-parts`. Neither neighbour: the end. */
export interface Place {
  readonly before?: string | null | undefined;
  readonly after?: string | null | undefined;
}
