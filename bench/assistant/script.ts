import type { CardDate, Id, Priority, Time } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Role } from '@talkan/board/roles';

/** Somebody on a board. */
interface Person {
  readonly id: Id;
  readonly name: string;
}

/** A change that stands in a board’s log. */
export interface ScriptedChange {
  readonly at: Time;
  readonly by: Id;
  readonly does: readonly Operation[];
}

/** A board as it came to be. Whoever talks to it is `me`. */
export interface Script {
  readonly key: string;
  readonly title: string;
  readonly me: Id;
  readonly role: Role;
  readonly people: readonly Person[];
  readonly timeZone: string;
  readonly dateOrder: 'dmy' | 'mdy';
  readonly now: Time;
  readonly changes: readonly ScriptedChange[];
}

export interface CardSpec {
  readonly title: string;
  readonly in: string;
  readonly details?: string;
  readonly labels?: readonly string[];
  readonly who?: readonly Id[];
  readonly start?: CardDate;
  readonly due?: CardDate;
  readonly priority?: Priority;
  readonly estimate?: number;
  readonly list?: { readonly title: string; readonly items: readonly (readonly [text: string, done: boolean])[] };
}

interface ColumnSpec {
  readonly title: string;
  readonly done?: true;
  readonly limit?: number;
}

interface BoardSpec {
  readonly columns: readonly ColumnSpec[];
  readonly labels: readonly string[];
  /** In the order of their numbers. */
  readonly cards: readonly CardSpec[];
}

/** The card with this number. */
export const cardId = (number: number): Id => `card-${number}`;

/** The column that was made with this title. */
export const columnId = (title: string): Id => `column-${slugOf(title)}`;

const labelId = (name: string): Id => `label-${slugOf(name)}`;

function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The operations that make a board of nothing. */
export function layOut({ columns, labels, cards }: BoardSpec): readonly Operation[] {
  return [
    ...columns.flatMap(columnOperations),
    ...labels.map((name, index): Operation => {
      return { type: 'label.create', labelId: labelId(name), name, hue: (index * 50) % 360 };
    }),
    ...cards.flatMap((card, index) => cardOperations(cardId(index + 1), card)),
  ];
}

function columnOperations({ title, done, limit }: ColumnSpec): readonly Operation[] {
  const id = columnId(title);
  const create: Operation = { type: 'column.create', columnId: id, title };
  if (done === undefined && limit === undefined) return [create];
  return [create, { type: 'column.edit', columnId: id, ...(done && { done }), ...(limit !== undefined && { limit }) }];
}

function cardOperations(id: Id, spec: CardSpec): readonly Operation[] {
  const { title, details, labels, who, start, due, priority, estimate, list } = spec;
  const made: Operation[] = [
    {
      type: 'card.create',
      cardId: id,
      columnId: columnId(spec.in),
      title,
      ...(details !== undefined && { details }),
    },
  ];
  if (labels) made.push({ type: 'card.label', cardId: id, add: labels.map(labelId) });
  if (who) made.push({ type: 'card.assign', cardId: id, add: [...who] });
  if (start !== undefined || due !== undefined) {
    made.push({
      type: 'card.schedule',
      cardId: id,
      ...(start !== undefined && { startAt: start }),
      ...(due !== undefined && { dueAt: due }),
    });
  }
  if (priority) made.push({ type: 'card.prioritize', cardId: id, priority });
  if (estimate !== undefined) made.push({ type: 'card.estimate', cardId: id, estimate });
  if (list) made.push(...listOperations(id, list));
  return made;
}

function listOperations(id: Id, { title, items }: NonNullable<CardSpec['list']>): readonly Operation[] {
  const checklistId = 'list-1';
  return [
    { type: 'checklist.create', cardId: id, checklistId, title },
    ...items.flatMap(([text, done], index): Operation[] => {
      const itemId = `item-${index + 1}`;
      const create: Operation = { type: 'item.create', cardId: id, checklistId, itemId, text };
      return done ? [create, { type: 'item.edit', cardId: id, itemId, done }] : [create];
    }),
  ];
}
