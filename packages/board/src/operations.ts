import { z } from 'zod';
import { LIMITS } from './limits.js';
import { ID_PATTERN } from './model.js';
import { isStorable, utf8Size } from './text.js';

const UNSTORABLE = 'Contains a NUL character or half of a surrogate pair';

export const id = z
  .string()
  .regex(ID_PATTERN, 'Must be 1 to 64 letters, digits, _ or -, starting with a letter or digit');
export const title = z.string().trim().min(1).max(LIMITS.title).refine(isStorable, UNSTORABLE);
export const name = z.string().trim().min(1).max(LIMITS.name).refine(isStorable, UNSTORABLE);
export const details = z
  .string()
  .max(LIMITS.detailsBytes)
  .refine(isStorable, UNSTORABLE)
  .refine((text) => utf8Size(text) <= LIMITS.detailsBytes, 'Must be at most 64 KiB');

/** `before`: the neighbour that will follow; `after`: the one that will precede. One that is gone falls back to the other, then to the end. */
const place = { before: id.nullish(), after: id.nullish() };
const was = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'Must be the fingerprint of the text that was seen: 16 hexadecimal digits');
/** A plain string means: whatever it was. */
const editOf = <Text extends z.ZodType<string>>(text: Text) => z.union([text, z.strictObject({ to: text, was })]);

const boardRename = z.strictObject({ type: z.literal('board.rename'), title });

const columnCreate = z.strictObject({ type: z.literal('column.create'), columnId: id, title: name, ...place });
const columnRename = z.strictObject({ type: z.literal('column.rename'), columnId: id, title: name });
const columnMove = z.strictObject({ type: z.literal('column.move'), columnId: id, ...place });
const columnArchive = z.strictObject({ type: z.literal('column.archive'), columnId: id });
const columnRestore = z.strictObject({ type: z.literal('column.restore'), columnId: id });

const cardCreate = z.strictObject({
  type: z.literal('card.create'),
  cardId: id,
  columnId: id,
  title,
  details: details.optional(),
  ...place,
});
const cardEdit = z.strictObject({
  type: z.literal('card.edit'),
  cardId: id,
  title: editOf(title).optional(),
  details: editOf(details).optional(),
});
const cardMove = z.strictObject({ type: z.literal('card.move'), cardId: id, columnId: id, ...place });
const cardArchive = z.strictObject({ type: z.literal('card.archive'), cardId: id });
const cardRestore = z.strictObject({ type: z.literal('card.restore'), cardId: id });

/** Everything that can be done to a board. A new operation also takes a rule in `decide` and a sentence in `describe`. */
export const operation = z.discriminatedUnion('type', [
  boardRename,
  columnCreate,
  columnRename,
  columnMove,
  columnArchive,
  columnRestore,
  cardCreate,
  cardEdit,
  cardMove,
  cardArchive,
  cardRestore,
]);
export type Operation = z.output<typeof operation>;
export type OperationOf<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/** The operations of one change. */
export const operations = z.array(operation).min(1).max(LIMITS.operations);

export type Edit = z.output<typeof cardEdit>['title'] & {};
/** Where in an order: see `place` above. Neither neighbour: the end. */
export interface Place {
  readonly before?: string | null | undefined;
  readonly after?: string | null | undefined;
}
