import { t } from '@talkan/words/words';
import { applyPatches } from './board.js';
import { contentOf, diff, type BoardContent, type CardContent, type ColumnContent } from './diff.js';
import { isCard, isColumn, loadedCard, loadedColumn, type LoadedRow } from './decide-context.js';
import type { NamedRow } from './decide.js';
import { fieldOperations, type CardFields } from './field-operations.js';
import type { Board, Card, Id, Label } from './model.js';
import type { Operation } from './operations.js';
import type { Patch } from './patch.js';
import { refuse, type Refusal } from './refusal.js';

type Loaded = ReadonlyMap<string, LoadedRow>;

/** A board as it is, one as it was, and of what that one shows the rows that are archived now. */
export interface Restoring {
  readonly now: Board;
  readonly past: Board;
  readonly loaded: Loaded;
  /** The members of the board: whoever is none any more is not assigned again. */
  readonly people: ReadonlySet<Id>;
}

/** What a past board shows: those that are not on today's are to be loaded where they are archived. */
export function rowsOfPast(past: Board): NamedRow[] {
  return past
    .columns()
    .flatMap(({ id }): NamedRow[] => [
      { entity: 'column', id },
      ...past.cardsIn(id).map((card): NamedRow => ({ entity: 'card', id: card.id })),
    ]);
}

/** The operations that make a board what it was, but for its comments. What was deleted for ever since stays away. */
export function restoreBoard(restoring: Restoring): Operation[] {
  const { now, past, loaded } = restoring;
  const archived = [...loaded.values()];
  const columns = new Set(archived.filter(isColumn).map(({ id }) => id));
  const cards = new Set(archived.filter(isCard).map(({ id }) => id));
  const content = reachable(restoring);
  const there = new Set(content.columns.flatMap((column) => column.cards.map(({ id }) => id)));
  const labels = withLabelsOf(now, past);
  return [
    ...restoreHead(now, past),
    ...restoreLabels(now, past),
    ...diff(contentOf(now), content, { columns, cards }),
    ...content.columns.flatMap(({ id }) => restoreColumnFields(restoring, id)),
    ...[...there].flatMap((id) => restoreFields(restoring, id, { there, labels })),
  ];
}

function restoreHead(now: Board, past: Board): Operation[] {
  const edit = {
    ...(past.description !== now.description && { description: past.description }),
    ...(past.hue !== now.hue && { hue: past.hue }),
    ...(past.limits !== now.limits && { limits: past.limits }),
  };
  return [
    ...(past.title === now.title ? [] : [{ type: 'board.rename', title: past.title } as const]),
    ...(Object.keys(edit).length === 0 ? [] : [{ type: 'board.edit', ...edit } as const]),
  ];
}

function restoreLabels(now: Board, past: Board): Operation[] {
  const isThere = (board: Board, id: Id) => board.label(id)?.archivedAt === null;
  const gone = now.labels().filter(({ id }) => !isThere(past, id));
  return [
    ...gone.map(({ id: labelId }): Operation => ({ type: 'label.delete', labelId })),
    ...past.labels().flatMap(({ id: labelId, name, hue }): Operation[] => {
      const label = now.label(labelId);
      if (!label) return [];
      const edit = { ...(label.name !== name && { name }), ...(label.hue !== hue && { hue }) };
      return [
        ...(label.archivedAt === null ? [] : [{ type: 'label.restore', labelId } as const]),
        ...(Object.keys(edit).length === 0 ? [] : [{ type: 'label.edit', labelId, ...edit } as const]),
      ];
    }),
  ];
}

/** Any time will do: only that there is one counts. */
const DELETED = '';

/** Today's board once its labels are restored: a card may have some that nobody sees until then. */
function withLabelsOf(now: Board, past: Board): Board {
  const put = (labels: readonly Label[], after: Partial<Label>) =>
    labels.map(({ id }): Patch => ({ entity: 'label', id, before: {}, after }));
  return applyPatches(now, [
    ...put(now.labels(), { archivedAt: DELETED }),
    ...put(
      past.labels().filter(({ id }) => now.label(id)),
      { archivedAt: null, mergedInto: null },
    ),
  ]);
}

function restoreColumnFields({ now, past, loaded }: Restoring, columnId: Id): Operation[] {
  const then = past.column(columnId);
  const column = now.column(columnId) ?? loadedColumn({ loaded }, columnId);
  if (!then || !column) return [];
  const edit = {
    ...(then.hue !== column.hue && { hue: then.hue }),
    ...(then.limit !== column.limit && { limit: then.limit }),
    ...(then.done !== column.done && { done: then.done }),
  };
  return Object.keys(edit).length === 0 ? [] : [{ type: 'column.edit', columnId, ...edit }];
}

interface Surroundings {
  /** The cards that are on the board afterwards. */
  readonly there: ReadonlySet<Id>;
  /** A board with the labels that there are afterwards. */
  readonly labels: Board;
}

function restoreFields(
  { now, past, loaded, people }: Restoring,
  cardId: Id,
  { there, labels }: Surroundings,
): Operation[] {
  const then = past.card(cardId);
  const card = now.card(cardId) ?? loadedCard({ loaded }, cardId);
  if (!then || !card) return [];
  const isMember = (id: Id) => people.has(id);
  const shown = (labelIds: readonly Id[]) => labels.labelsOf({ labelIds }).map(({ id }) => id);
  const to: CardFields = {
    ...then,
    labelIds: shown(past.labelsOf(then).map(({ id }) => id)),
    assigneeIds: then.assigneeIds.filter((id) => isMember(id) || card.assigneeIds.includes(id)),
    checklists: then.checklists.map((list) => ({
      ...list,
      items: list.items.map((item) => ({
        ...item,
        assigneeId: item.assigneeId !== null && isMember(item.assigneeId) ? item.assigneeId : null,
      })),
    })),
    links: then.links.filter((link) => there.has(link.cardId)),
  };
  const from: CardFields = {
    ...card,
    labelIds: shown(card.labelIds),
    links: card.links.filter((link) => there.has(link.cardId)),
  };
  return fieldOperations(cardId, from, to);
}

/** What can be had of a past board: its columns and cards that still are somewhere. */
function reachable({ now, past, loaded }: Restoring): BoardContent {
  const there = (card: Card) => (now.card(card.id) ?? loadedCard({ loaded }, card.id))?.number === card.number;
  const hasColumn = ({ id }: { readonly id: Id }) => (now.column(id) ?? loadedColumn({ loaded }, id)) !== undefined;
  const kept = past.columns().filter(hasColumn);
  const homeless = past
    .columns()
    .filter((column) => !hasColumn(column))
    .flatMap(({ id }) => past.cardsIn(id))
    .filter((card) => there(card) && now.card(card.id));
  const [first] = kept;
  const homeOf = (card: Card) => kept.find(({ id }) => id === now.card(card.id)?.columnId) ?? first;
  const columns = kept.map((column): ColumnContent => {
    const cards = [...past.cardsIn(column.id).filter(there), ...homeless.filter((card) => homeOf(card) === column)];
    return { id: column.id, title: column.title, cards: cards.map(contentOfCard) };
  });
  return { columns };
}

function contentOfCard({ id, title, details }: Card): CardContent {
  return { id, title, details };
}

/**
 * The operations that make one card what it was: its texts, and its place where that column is on the board. Whoever is beside it
 * stays where they are.
 */
export function restoreCardOf(restoring: Restoring, cardId: Id): Operation[] | Refusal {
  const { now, past, loaded } = restoring;
  const then = past.card(cardId);
  const living = now.card(cardId);
  const card = living ?? loadedCard({ loaded }, cardId);
  if (!then) {
    return refuse('conflict', t`This card was not on the board at change ${past.seq}. Choose another moment.`, [
      cardId,
    ]);
  }
  if (card?.number !== then.number) {
    return refuse('conflict', t`This card was deleted for ever since and cannot be brought back.`, [cardId]);
  }
  const restore: Operation[] = living ? [] : [{ type: 'card.restore', cardId }];
  const title = card.title === then.title ? {} : { title: then.title };
  const details = card.details === then.details ? {} : { details: then.details };
  const texts = { ...title, ...details };
  const edit: Operation[] = Object.keys(texts).length === 0 ? [] : [{ type: 'card.edit', cardId, ...texts }];
  const there = new Set(then.links.map((link) => link.cardId).filter((id) => now.card(id) !== undefined));
  for (const link of card.links) if (now.card(link.cardId)) there.add(link.cardId);
  return [
    ...restore,
    ...moveBack(restoring, then),
    ...edit,
    ...restoreFields(restoring, cardId, { there, labels: now }),
  ];
}

function moveBack({ now, past }: Restoring, then: Card): Operation[] {
  const { id: cardId, columnId } = then;
  if (!now.column(columnId)) return [];
  const lane = past.cardsIn(columnId);
  const at = lane.indexOf(then);
  const isHere = (card: Card) => now.card(card.id)?.columnId === columnId;
  const left = lane.slice(0, at).findLast(isHere)?.id;
  const right = lane.slice(at + 1).find(isHere)?.id;
  if (now.card(cardId)?.columnId === columnId) {
    const ids = now.cardsIn(columnId).map(({ id }) => id);
    const index = ids.indexOf(cardId);
    const isAfter = left === undefined || ids.indexOf(left) < index;
    const isBefore = right === undefined || index < ids.indexOf(right);
    if (isAfter && isBefore) return [];
  }
  return [
    {
      type: 'card.move',
      cardId,
      columnId,
      ...(left !== undefined && { after: left }),
      ...(right !== undefined && { before: right }),
    },
  ];
}
