import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { placeAmong, textOf, type Author } from './author.ts';
import type { Dice } from './dice.ts';

/** Few enough that people meet, and that what is gone or was never there is named now and then. */
const LABELS = ['bug', 'idea', 'later', 'risk'];
const LISTS = ['list-1', 'list-2'];
const ITEMS = ['item-1', 'item-2', 'item-3', 'item-4'];
const DAYS = [null, '2026-01-05', '2026-02-01', '2026-01-05T10:00:00.000Z'];
const KINDS = ['blocks', 'relates', 'duplicates'] as const;
const PRIORITIES = ['urgent', 'high', 'medium', 'low', null] as const;

/** What somebody does to what a card has beside its texts and its place, or to labels, limits and the board itself. */
export function makeFieldOperation(author: Author, cardId: Id): Operation {
  const { dice } = author;
  const roll = dice.below(100);
  if (roll < 12) return makeLabelOperation(author);
  if (roll < 20) return makeSetting(author);
  if (roll < 45) return makeChecklistOperation(author, cardId);
  if (roll < 70) return makeRemark(author, cardId);
  return makeFieldChange(author, cardId);
}

function makeLabelOperation(author: Author): Operation {
  const { dice } = author;
  const labelId = one(dice, LABELS);
  const look = { name: `${textOf(author)} ${labelId}`, hue: dice.below(360) };
  return one(dice, [
    { type: 'label.create', labelId, ...look },
    { type: 'label.create', labelId, ...look },
    { type: 'label.edit', labelId, ...look },
    { type: 'label.merge', labelId, into: one(dice, LABELS) },
    { type: 'label.delete', labelId },
    { type: 'label.restore', labelId },
  ]);
}

function makeSetting(author: Author): Operation {
  const { dice, board } = author;
  const columnId = dice.pick(board.columns())?.id ?? 'col-done';
  const hue = dice.chance(0.3) ? null : dice.below(360);
  return one(dice, [
    { type: 'board.edit', description: textOf(author), hue },
    { type: 'column.edit', columnId, hue, limit: dice.between(1, 30), done: dice.chance(0.3) },
    { type: 'column.edit', columnId, limit: null },
  ]);
}

function makeChecklistOperation(author: Author, cardId: Id): Operation {
  const { dice } = author;
  const [checklistId, itemId] = [one(dice, LISTS), one(dice, ITEMS)];
  const [listAt, itemAt] = [placeAmong(dice, LISTS), placeAmong(dice, ITEMS)];
  const title = textOf(author);
  const assigneeId = dice.pick([...author.people, null]) ?? null;
  return one(dice, [
    { type: 'checklist.create', cardId, checklistId, title, ...listAt },
    { type: 'checklist.create', cardId, checklistId, title, ...listAt },
    { type: 'checklist.rename', cardId, checklistId, title },
    { type: 'checklist.move', cardId, checklistId, ...listAt },
    { type: 'checklist.delete', cardId, checklistId },
    { type: 'item.create', cardId, checklistId, itemId, text: title, ...itemAt },
    { type: 'item.create', cardId, checklistId, itemId, text: title, ...itemAt },
    { type: 'item.create', cardId, checklistId, itemId, text: title, ...itemAt },
    { type: 'item.edit', cardId, itemId, text: title, done: dice.chance(0.5), assigneeId },
    { type: 'item.move', cardId, itemId, checklistId, ...itemAt },
    { type: 'item.delete', cardId, itemId },
  ]);
}

function makeRemark(author: Author, cardId: Id): Operation {
  const { dice, fileIds } = author;
  const comment = { cardId, commentId: `${cardId}-${dice.below(3)}` };
  const file = { cardId, attachmentId: dice.pick(fileIds) ?? 'nothing' };
  return one(dice, [
    { type: 'comment.create', ...comment, text: textOf(author) },
    { type: 'comment.create', ...comment, text: textOf(author) },
    { type: 'comment.edit', ...comment, text: textOf(author) },
    { type: 'comment.delete', ...comment },
    { type: 'attachment.add', ...file },
    { type: 'attachment.remove', ...file },
  ]);
}

function makeFieldChange(author: Author, cardId: Id): Operation {
  const { dice } = author;
  const labels = [one(dice, LABELS)];
  const people = [dice.pick(author.people) ?? 'nobody'];
  const link = { cardId, otherId: dice.pick(author.cardIds) ?? 'card-1', kind: one(dice, KINDS) };
  return one(dice, [
    { type: 'card.label', cardId, ...(dice.chance(0.7) ? { add: labels } : { remove: labels }) },
    { type: 'card.assign', cardId, ...(dice.chance(0.7) ? { add: people } : { remove: people }) },
    { type: 'card.schedule', cardId, startAt: one(dice, DAYS), dueAt: one(dice, DAYS) },
    { type: 'card.prioritize', cardId, priority: one(dice, PRIORITIES) },
    { type: 'card.estimate', cardId, estimate: dice.chance(0.3) ? null : dice.below(9) },
    { type: 'card.link', ...link },
    { type: 'card.unlink', ...link },
  ]);
}

function one<Item>(dice: Dice, items: readonly Item[]): Item {
  const item = items[dice.below(items.length)];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}
