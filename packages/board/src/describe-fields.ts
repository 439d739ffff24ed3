import { isWholeDay } from './dates.js';
import { itemsOf } from './decide-checklists.js';
import { nameCard } from './decide-context.js';
import { wanted } from './decide-text.js';
import type { Card, CardDate, Id, LinkKind } from './model.js';
import type { LoggedOperation, Operation, OperationOf } from './operations.js';
import type { Teller } from './teller.js';

export type FieldOperation = Exclude<
  Operation,
  {
    type:
      | `board.${string}`
      | `column.${string}`
      | 'card.create'
      | 'card.edit'
      | 'card.move'
      | 'card.archive'
      | 'card.restore';
  }
>;

const OTHERS: ReadonlySet<string> = new Set<LoggedOperation['type']>([
  'card.create',
  'card.edit',
  'card.move',
  'card.archive',
  'card.restore',
  'card.leave',
  'card.arrive',
]);

/** Whether an operation is told here. */
export function isFieldOperation(operation: LoggedOperation): operation is FieldOperation {
  const { type } = operation;
  return !(type.startsWith('board.') || type.startsWith('column.') || OTHERS.has(type));
}

/** What is done to labels, and to all of a card but its texts and its place. */
export function describeFields(teller: Teller, operation: FieldOperation): readonly string[] {
  const { verbs, quote } = teller;
  switch (operation.type) {
    case 'label.create':
      return [verbs.add, 'the label', quote(operation.name)];
    case 'label.edit':
      if (operation.name === undefined && operation.hue === undefined)
        return [verbs.leave, label(teller, operation.labelId), 'as it was'];
      if (operation.name === undefined) return [verbs.change, 'the colour of', label(teller, operation.labelId)];
      return [verbs.rename, label(teller, operation.labelId), 'to', quote(operation.name)];
    case 'label.merge':
      return [verbs.merge, label(teller, operation.labelId), 'into', label(teller, operation.into)];
    case 'label.delete':
      return [verbs.delete, label(teller, operation.labelId)];
    case 'label.restore':
      return [verbs.restore, label(teller, operation.labelId)];
    case 'card.label':
      return tellSet(teller, operation, {
        put: [verbs.add, 'to'],
        take: [verbs.remove, 'from'],
        name: (id) => label(teller, id),
      });
    case 'card.assign':
      return tellSet(teller, operation, {
        put: [verbs.assign, 'to'],
        take: [verbs.unassign, 'from'],
        name: (id) => teller.person(id),
      });
    case 'card.schedule':
      return tellDates(teller, operation);
    case 'card.prioritize':
      return tellValue(teller, operation.cardId, { what: 'priority', value: operation.priority });
    case 'card.estimate':
      return tellValue(teller, operation.cardId, { what: 'estimate', value: operation.estimate?.toString() ?? null });
    case 'card.link':
      return [
        verbs.link,
        teller.card(operation.cardId),
        `as ${LINKED[operation.kind]}`,
        other(teller, operation.otherId),
      ];
    case 'card.unlink':
      return [verbs.unlink, teller.card(operation.cardId), 'from', other(teller, operation.otherId)];
    case 'comment.create':
      return [
        `${[verbs.comment, teller.withCard('on', operation.cardId)].join(' ').trim()}:`,
        quote(oneLine(operation.text)),
      ];
    case 'comment.edit':
      return [verbs.change, 'a comment', teller.withCard('on', operation.cardId)];
    case 'comment.delete':
      return [verbs.delete, 'a comment', teller.withCard('on', operation.cardId)];
    case 'attachment.add':
      return [verbs.attach, file(teller, operation), teller.withCard('to', operation.cardId)];
    case 'attachment.remove':
      return [verbs.remove, file(teller, operation), teller.withCard('from', operation.cardId)];
    case 'checklist.create':
    case 'checklist.rename':
    case 'checklist.move':
    case 'checklist.delete':
    case 'item.create':
    case 'item.edit':
    case 'item.move':
    case 'item.delete':
      return tellChecklist(teller, operation);
  }
}

const LINKED: Record<LinkKind, string> = { blocks: 'blocking', relates: 'related to', duplicates: 'a duplicate of' };

type ChecklistOperation = Extract<FieldOperation, { type: `checklist.${string}` | `item.${string}` }>;

function tellChecklist(teller: Teller, operation: ChecklistOperation): readonly string[] {
  const { verbs, quote } = teller;
  const on = teller.withCard('on', operation.cardId);
  switch (operation.type) {
    case 'checklist.create':
      return [verbs.add, 'the checklist', quote(operation.title), teller.withCard('to', operation.cardId)];
    case 'checklist.rename':
      return [verbs.rename, checklist(teller, operation), on, 'to', quote(operation.title)];
    case 'checklist.move':
      return [verbs.move, checklist(teller, operation), on];
    case 'checklist.delete':
      return [verbs.delete, checklist(teller, operation), on];
    case 'item.create':
      return [verbs.add, 'the item', quote(operation.text), teller.withCard('to', operation.cardId)];
    case 'item.edit':
      return tellItem(teller, operation);
    case 'item.move':
      return [verbs.move, item(teller, operation), on];
    case 'item.delete':
      return [verbs.delete, item(teller, operation), on];
  }
}

function tellItem(teller: Teller, operation: OperationOf<'item.edit'>): readonly string[] {
  const { verbs, quote } = teller;
  const name = item(teller, operation);
  const on = teller.withCard('on', operation.cardId);
  const { text, done, assigneeId } = operation;
  if (text !== undefined) return [verbs.change, name, on, 'to', quote(wanted(text))];
  if (done !== undefined) return [done ? verbs.tick : verbs.untick, name, on];
  if (assigneeId === undefined) return [verbs.leave, name, on, 'as it was'];
  if (assigneeId === null) return [verbs.unassign, name, on];
  return [verbs.assign, name, on, 'to', teller.person(assigneeId)];
}

function tellSet(
  teller: Teller,
  operation: {
    readonly cardId: Id;
    readonly add?: readonly Id[] | undefined;
    readonly remove?: readonly Id[] | undefined;
  },
  words: {
    readonly put: readonly [string, string];
    readonly take: readonly [string, string];
    readonly name: (id: Id) => string;
  },
): readonly string[] {
  const { add = [], remove = [] } = operation;
  const names = (ids: readonly Id[]) => inWords(ids.map(words.name));
  const put = [words.put[0], names(add), teller.withCard(words.put[1], operation.cardId)];
  const take = [words.take[0], names(remove), teller.withCard(words.take[1], operation.cardId)];
  if (add.length === 0)
    return remove.length === 0 ? [teller.verbs.leave, teller.card(operation.cardId), 'as it was'] : take;
  if (remove.length === 0) return put;
  return [...put, 'and', words.take[0].toLowerCase(), names(remove)];
}

function inWords(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function tellDates(teller: Teller, { cardId, startAt, dueAt }: OperationOf<'card.schedule'>): readonly string[] {
  const due =
    dueAt === undefined ? [] : tellValue(teller, cardId, { what: 'due date', value: dueAt && dateInWords(dueAt) });
  if (startAt === undefined) return due.length > 0 ? due : [teller.verbs.leave, teller.card(cardId), 'as it was'];
  const start = tellValue(teller, cardId, { what: 'start date', value: startAt && dateInWords(startAt) });
  if (due.length === 0 || dueAt === undefined) return start;
  const rest =
    dueAt === null ? `${teller.verbs.remove.toLowerCase()} the due date` : `the due date to ${dateInWords(dueAt)}`;
  return [...start, 'and', rest];
}

function tellValue(
  teller: Teller,
  cardId: Id,
  { what, value }: { readonly what: string; readonly value: string | null },
): readonly string[] {
  const { verbs } = teller;
  if (value === null) return [verbs.remove, 'the', what, teller.withCard('of', cardId)];
  return [verbs.set, 'the', what, teller.withCard('of', cardId), 'to', value];
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** A date as it stands in a sentence, which many read: a moment in UTC. */
export function dateInWords(date: CardDate): string {
  const time = new Date(isWholeDay(date) ? `${date}T00:00:00.000Z` : date);
  return isWholeDay(date) ? days.format(time) : `${moments.format(time)} UTC`;
}

function label({ board, after, quote }: Teller, id: Id): string {
  const row = board.label(id) ?? after?.label(id);
  return row ? `the label ${quote(row.name)}` : 'a label';
}

/** The other card of a link has its name on either of the two. */
function other({ board, after }: Teller, id: Id): string {
  const card = board.card(id) ?? after?.card(id);
  return card ? nameCard(board, card) : 'a card';
}

/** Something of a card, from before the change, else from after it. */
function onEither<Found>(
  { board, after }: Teller,
  cardId: Id,
  find: (card: Card) => Found | undefined,
): Found | undefined {
  const [was, is] = [board.card(cardId), after?.card(cardId)];
  return (was && find(was)) ?? (is && find(is));
}

function checklist(teller: Teller, { cardId, checklistId }: { cardId: Id; checklistId: Id }): string {
  const found = onEither(teller, cardId, (card) => card.checklists.find(({ id }) => id === checklistId));
  return found ? `the checklist ${teller.quote(found.title)}` : 'a checklist';
}

function item(teller: Teller, { cardId, itemId }: { cardId: Id; itemId: Id }): string {
  const found = onEither(teller, cardId, (card) => itemsOf(card).find(({ id }) => id === itemId));
  return found ? teller.quote(found.text) : 'an item';
}

function file(teller: Teller, { cardId, attachmentId }: OperationOf<'attachment.add' | 'attachment.remove'>): string {
  const found = onEither(teller, cardId, (card) => card.attachments.find(({ id }) => id === attachmentId));
  return found ? teller.quote(found.name) : 'a file';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
