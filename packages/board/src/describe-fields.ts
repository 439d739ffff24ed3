import { language } from '@talkan/words/language';
import { inSense, listOf, t } from '@talkan/words/words';
import { isWholeDay } from './dates.js';
import { itemsOf } from './decide-checklists.js';
import { nameCard, quote } from './decide-context.js';
import { wanted } from './decide-text.js';
import type { Card, CardDate, Id, LinkKind, Priority } from './model.js';
import type { LoggedOperation, Operation, OperationOf } from './operations.js';
import type { Clause, Teller } from './teller.js';

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
      | 'card.restore'
      | 'comment.create';
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
  'comment.create',
]);

/** Whether an operation is told here. */
export function isFieldOperation(operation: LoggedOperation): operation is FieldOperation {
  const { type } = operation;
  return !(type.startsWith('board.') || type.startsWith('column.') || OTHERS.has(type));
}

/** What is done to labels, and to all of a card but its texts and its place. */
export function describeFields(teller: Teller, operation: FieldOperation): readonly Clause[] {
  const { verbs, about } = teller;
  switch (operation.type) {
    case 'label.create':
    case 'label.edit':
    case 'label.merge':
    case 'label.delete':
    case 'label.restore':
      return [tellLabel(teller, operation)];
    case 'card.label':
      return tellLabels(teller, operation);
    case 'card.assign':
      return tellPeople(teller, operation);
    case 'card.schedule':
      return tellDates(teller, operation);
    case 'card.prioritize': {
      const { cardId, priority } = operation;
      return [tellValue(teller, cardId, { words: VALUES.priority, value: priority && priorityInWords(priority) })];
    }
    case 'card.estimate': {
      const { cardId, estimate } = operation;
      return [tellValue(teller, cardId, { words: VALUES.estimate, value: estimate?.toString() ?? null })];
    }
    case 'card.link': {
      const { cardId, kind, otherId } = operation;
      return [{ verb: verbs.link, rest: about(cardId, LINKED[kind](other(teller, otherId))) }];
    }
    case 'card.unlink': {
      const from = other(teller, operation.otherId);
      const rest = { named: (card: string) => t`${card} from ${from}`, alone: t`from ${from}` };
      return [{ verb: verbs.unlink, rest: about(operation.cardId, rest) }];
    }
    case 'comment.edit':
      return [{ verb: verbs.change, rest: about(operation.cardId, aComment()) }];
    case 'comment.delete':
      return [{ verb: verbs.delete, rest: about(operation.cardId, aComment()) }];
    case 'attachment.add': {
      const name = file(teller, operation);
      const rest = { named: (card: string) => inSense('attachment')`${name} to ${card}`, alone: name };
      return [{ verb: verbs.attach, rest: about(operation.cardId, rest) }];
    }
    case 'attachment.remove': {
      const name = file(teller, operation);
      const rest = { named: (card: string) => t`${name} from ${card}`, alone: name };
      return [{ verb: verbs.remove, rest: about(operation.cardId, rest) }];
    }
    case 'checklist.create':
    case 'checklist.rename':
    case 'checklist.move':
    case 'checklist.delete':
    case 'item.create':
    case 'item.edit':
    case 'item.move':
    case 'item.delete':
      return [tellChecklist(teller, operation)];
  }
}

/** As it stands within a sentence. */
export function priorityInWords(priority: Priority): string {
  return PRIORITIES[priority]();
}

const PRIORITIES: Readonly<Record<Priority, () => string>> = {
  urgent: () => t`urgent`,
  high: () => t`high`,
  medium: () => t`medium`,
  low: () => t`low`,
};

/** With the name of the card that it is about, and without it. */
interface Named {
  readonly named: (card: string) => string;
  readonly alone: string;
}

const LINKED: Readonly<Record<LinkKind, (other: string) => Named>> = {
  blocks: (other) => ({ named: (card) => t`${card} as blocking ${other}`, alone: t`as blocking ${other}` }),
  relates: (other) => ({ named: (card) => t`${card} as related to ${other}`, alone: t`as related to ${other}` }),
  duplicates: (other) => ({
    named: (card) => t`${card} as a duplicate of ${other}`,
    alone: t`as a duplicate of ${other}`,
  }),
};

function aComment(): Named {
  return { named: (card) => t`a comment on ${card}`, alone: t`a comment` };
}

function tellLabel(teller: Teller, operation: Extract<FieldOperation, { type: `label.${string}` }>): Clause {
  const { verbs } = teller;
  if (operation.type === 'label.create') return { verb: verbs.add, rest: t`the label ${quote(operation.name)}` };
  const name = label(teller, operation.labelId);
  switch (operation.type) {
    case 'label.edit':
      if (operation.name !== undefined)
        return { verb: verbs.rename, rest: inSense('new name')`${name} to ${quote(operation.name)}` };
      if (operation.hue === undefined) return { verb: verbs.leave, rest: t`${name} as it was` };
      return { verb: verbs.change, rest: t`the colour of ${name}` };
    case 'label.merge': {
      const row = labelRow(teller, operation.into);
      return { verb: verbs.merge, rest: row ? t`${name} into the label ${quote(row.name)}` : t`${name} into a label` };
    }
    case 'label.delete':
      return { verb: verbs.delete, rest: name };
    case 'label.restore':
      return { verb: verbs.restore, rest: name };
  }
}

type ChecklistOperation = Extract<FieldOperation, { type: `checklist.${string}` | `item.${string}` }>;

function tellChecklist(teller: Teller, operation: ChecklistOperation): Clause {
  const { verbs, about } = teller;
  const { cardId } = operation;
  const on = (name: string) => about(cardId, { named: (card) => t`${name} on ${card}`, alone: name });
  switch (operation.type) {
    case 'checklist.create': {
      const title = quote(operation.title);
      const rest = { named: (card: string) => t`the checklist ${title} to ${card}`, alone: t`the checklist ${title}` };
      return { verb: verbs.add, rest: about(cardId, rest) };
    }
    case 'checklist.rename':
      return { verb: verbs.rename, rest: renamed(teller, operation, [checklist(teller, operation), operation.title]) };
    case 'checklist.move':
      return { verb: verbs.move, rest: on(checklist(teller, operation)) };
    case 'checklist.delete':
      return { verb: verbs.delete, rest: on(checklist(teller, operation)) };
    case 'item.create': {
      const text = quote(operation.text);
      const rest = { named: (card: string) => t`the item ${text} to ${card}`, alone: t`the item ${text}` };
      return { verb: verbs.add, rest: about(cardId, rest) };
    }
    case 'item.edit':
      return tellItem(teller, operation);
    case 'item.move':
      return { verb: verbs.move, rest: on(item(teller, operation)) };
    case 'item.delete':
      return { verb: verbs.delete, rest: on(item(teller, operation)) };
  }
}

function renamed(
  { about }: Teller,
  { cardId }: { readonly cardId: Id },
  [old, now]: readonly [string, string],
): string {
  return about(cardId, {
    named: (card) => t`${old} on ${card} to ${quote(now)}`,
    alone: inSense('new name')`${old} to ${quote(now)}`,
  });
}

function tellItem(teller: Teller, operation: OperationOf<'item.edit'>): Clause {
  const { verbs, about } = teller;
  const name = item(teller, operation);
  const { cardId, text, done, assigneeId } = operation;
  if (text !== undefined) return { verb: verbs.change, rest: renamed(teller, operation, [name, wanted(text)]) };
  if (done !== undefined) {
    const rest = about(cardId, { named: (card) => t`${name} on ${card}`, alone: name });
    return { verb: done ? verbs.tick : verbs.untick, rest };
  }
  if (assigneeId === undefined) {
    const rest = about(cardId, { named: (card) => t`${name} on ${card} as it was`, alone: t`${name} as it was` });
    return { verb: verbs.leave, rest };
  }
  if (assigneeId === null) {
    const rest = about(cardId, {
      named: (card) => inSense('assignee')`${name} on ${card}`,
      alone: inSense('assignee')`${name}`,
    });
    return { verb: verbs.unassign, rest };
  }
  const person = teller.person(assigneeId);
  const rest = about(cardId, {
    named: (card) => inSense('assignee')`${name} on ${card} to ${person}`,
    alone: inSense('assignee')`${name} to ${person}`,
  });
  return { verb: verbs.assign, rest };
}

interface SetChange {
  readonly cardId: Id;
  readonly add?: readonly Id[] | undefined;
  readonly remove?: readonly Id[] | undefined;
}

function tellLabels(teller: Teller, change: SetChange): readonly Clause[] {
  const { verbs } = teller;
  return tellSet(teller, change, {
    put: (ids) => {
      const names = inWords(ids.map((id) => label(teller, id)));
      return { verb: verbs.add, named: (card) => inSense('addition')`${names} to ${card}`, alone: names };
    },
    take: (ids) => {
      const names = inWords(ids.map((id) => label(teller, id)));
      return { verb: verbs.remove, named: (card) => t`${names} from ${card}`, alone: names };
    },
  });
}

function tellPeople(teller: Teller, change: SetChange): readonly Clause[] {
  const { verbs } = teller;
  return tellSet(teller, change, {
    put: (ids) => {
      const names = inWords(ids.map(teller.person));
      return { verb: verbs.assign, named: (card) => inSense('people')`${names} to ${card}`, alone: names };
    },
    take: (ids) => {
      const names = inWords(ids.map(teller.person));
      return { verb: verbs.unassign, named: (card) => t`${names} from ${card}`, alone: names };
    },
  });
}

interface SetWords {
  readonly put: (ids: readonly Id[]) => Named & Pick<Clause, 'verb'>;
  readonly take: (ids: readonly Id[]) => Named & Pick<Clause, 'verb'>;
}

function tellSet(teller: Teller, { cardId, add = [], remove = [] }: SetChange, words: SetWords): readonly Clause[] {
  const put = words.put(add);
  const take = words.take(remove);
  const whole = ({ verb, ...rest }: Named & Pick<Clause, 'verb'>) => ({ verb, rest: teller.about(cardId, rest) });
  if (add.length === 0) return [remove.length === 0 ? tellStill(teller, cardId) : whole(take)];
  // The card was named already.
  return remove.length === 0 ? [whole(put)] : [whole(put), { verb: take.verb, rest: take.alone }];
}

/** That nothing came of it. */
export function tellStill({ verbs, about }: Teller, cardId: Id): Clause {
  return { verb: verbs.leave, rest: about(cardId, { named: (name) => t`${name} as it was`, alone: t`as it was` }) };
}

function inWords(names: readonly string[]): string {
  return names.length > 4 ? listOf([...names.slice(0, 3), t`${names.length - 3} more`]) : listOf(names);
}

interface ValueWords {
  readonly set: (value: string) => Named;
  readonly gone: () => Named;
}

const VALUES = {
  due: {
    set: (value) => ({ named: (card) => t`the due date of ${card} to ${value}`, alone: t`the due date to ${value}` }),
    gone: () => ({ named: (card) => t`the due date of ${card}`, alone: t`the due date` }),
  },
  start: {
    set: (value) => ({
      named: (card) => t`the start date of ${card} to ${value}`,
      alone: t`the start date to ${value}`,
    }),
    gone: () => ({ named: (card) => t`the start date of ${card}`, alone: t`the start date` }),
  },
  priority: {
    set: (value) => ({ named: (card) => t`the priority of ${card} to ${value}`, alone: t`the priority to ${value}` }),
    gone: () => ({ named: (card) => t`the priority of ${card}`, alone: t`the priority` }),
  },
  estimate: {
    set: (value) => ({ named: (card) => t`the estimate of ${card} to ${value}`, alone: t`the estimate to ${value}` }),
    gone: () => ({ named: (card) => t`the estimate of ${card}`, alone: t`the estimate` }),
  },
} satisfies Readonly<Record<string, ValueWords>>;

function tellDates(teller: Teller, { cardId, startAt, dueAt }: OperationOf<'card.schedule'>): readonly Clause[] {
  const due = dueAt === undefined ? null : { words: VALUES.due, value: dueAt && dateInWords(dueAt) };
  if (startAt === undefined) return [due === null ? tellStill(teller, cardId) : tellValue(teller, cardId, due)];
  const start = tellValue(teller, cardId, { words: VALUES.start, value: startAt && dateInWords(startAt) });
  if (due === null) return [start];
  // The card was named already.
  const rest = tellValue({ ...teller, about: (_id, { alone }) => alone }, cardId, due);
  if (rest.verb !== start.verb) return [start, rest];
  return [{ verb: start.verb, rest: inSense('clauses')`${start.rest} and ${rest.rest}` }];
}

function tellValue(
  { verbs, about }: Teller,
  cardId: Id,
  { words, value }: { readonly words: ValueWords; readonly value: string | null },
): Clause {
  if (value === null) return { verb: verbs.remove, rest: about(cardId, words.gone()) };
  return { verb: verbs.set, rest: about(cardId, words.set(value)) };
}

const formats = new Map<string, Readonly<Record<'days' | 'moments', Intl.DateTimeFormat>>>();

/** A date as it stands in a sentence, which many read: a moment in UTC. */
export function dateInWords(date: CardDate): string {
  const { days, moments } = formatsFor(language().locale);
  const time = new Date(isWholeDay(date) ? `${date}T00:00:00.000Z` : date);
  return isWholeDay(date) ? days.format(time) : `${moments.format(time)} UTC`;
}

function formatsFor(locale: string) {
  const known = formats.get(locale);
  if (known) return known;
  const made = {
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
    moments: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
  };
  formats.set(locale, made);
  return made;
}

function labelRow({ board, after }: Teller, id: Id) {
  return board.label(id) ?? after?.label(id);
}

function label(teller: Teller, id: Id): string {
  const row = labelRow(teller, id);
  return row ? t`the label ${quote(row.name)}` : t`a label`;
}

/** The other card of a link has its name on either of the two. */
function other({ board, after }: Teller, id: Id): string {
  const card = board.card(id) ?? after?.card(id);
  return card ? nameCard(board, card) : t`a card`;
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
  return found ? t`the checklist ${quote(found.title)}` : t`a checklist`;
}

function item(teller: Teller, { cardId, itemId }: { cardId: Id; itemId: Id }): string {
  const found = onEither(teller, cardId, (card) => itemsOf(card).find(({ id }) => id === itemId));
  return found ? quote(found.text) : t`an item`;
}

function file(teller: Teller, { cardId, attachmentId }: OperationOf<'attachment.add' | 'attachment.remove'>): string {
  const found = onEither(teller, cardId, (card) => card.attachments.find(({ id }) => id === attachmentId));
  return found ? quote(found.name) : t`a file`;
}
