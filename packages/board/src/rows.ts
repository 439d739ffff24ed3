import type { BoardHead, Card, Column, PlainCard, PlainColumn, PlainHead } from './model.js';

/** Nothing: one list for all who have none. */
const NONE: readonly never[] = [];

/** What a card, a column or a board has until somebody says otherwise. */
const USUAL_CARD = {
  details: '',
  labelIds: NONE,
  assigneeIds: NONE,
  startAt: null,
  dueAt: null,
  priority: null,
  estimate: null,
  checklists: NONE,
  links: NONE,
  attachments: NONE,
  commentCount: 0,
  archivedAt: null,
} as const;
const USUAL_COLUMN = { hue: null, limit: null, done: false, archivedAt: null } as const;
const USUAL_HEAD = { description: '', hue: null, limits: 'warn', archivedAt: null } as const;

/** A row with all its fields: what is left out has its usual value, as all that came later than the row itself. */
export function wholeCard(row: PlainCard): Card {
  return { ...USUAL_CARD, changedAt: row.createdAt, ...row };
}

export function wholeColumn(row: PlainColumn): Column {
  return { ...USUAL_COLUMN, ...row };
}

export function wholeHead(row: PlainHead): BoardHead {
  return { ...USUAL_HEAD, ...row };
}

/** A card is the same object for as long as it stays as it is, and told again with every version of its board. */
const plainCards = new WeakMap<Card, PlainCard>();

/** The other way round: a board has many cards, and most of what can be said of one is not. */
export function plainCard(card: Card): PlainCard {
  const known = plainCards.get(card);
  if (known) return known;
  const { changedAt, ...row } = withoutUsual(card, USUAL_CARD);
  const plain = changedAt === card.createdAt ? row : { ...row, changedAt };
  plainCards.set(card, plain);
  return plain;
}

export function plainColumn(column: Column): PlainColumn {
  return withoutUsual(column, USUAL_COLUMN);
}

export function plainHead(head: BoardHead): PlainHead {
  return withoutUsual(head, USUAL_HEAD);
}

function withoutUsual<Row extends object, Usual extends object>(
  row: Row,
  usual: Usual,
): Omit<Row, keyof Usual> & Partial<Row> {
  const isUsual = ([name, value]: [string, unknown]) =>
    Object.hasOwn(usual, name) &&
    (value === usual[name as keyof Usual] || (Array.isArray(value) && value.length === 0));
  const told = Object.entries(row).filter((entry) => !isUsual(entry));
  return Object.fromEntries(told) as Omit<Row, keyof Usual> & Partial<Row>;
}
