import { applyPatches } from './board.js';
import type { Change } from './change.js';
import { nameCard, shorten } from './decide-context.js';
import type { Board, Card, Column, Id } from './model.js';
import { tellingsOf, type ItemTelling, type ToldItem } from './tell-change.js';
import { utf8Size } from './text.js';

/** A field of a card, a column or the board, as it was and as it is; `null`: it was not on the board on that side. */
export interface FieldDiff {
  /** `place`: where in its column, or among the columns, in words. */
  readonly field: 'title' | 'details' | 'column' | 'place';
  readonly before: string | null;
  readonly after: string | null;
}

/** What a change did to one card, column or the board itself. */
export interface EntityDiff extends ToldItem {
  readonly fields: readonly FieldDiff[];
  /** Set where the fields are left out, because those before are large. */
  readonly more?: true;
}

export interface ChangeDiff {
  /** The first of them; a change may have thousands. */
  readonly items: readonly EntityDiff[];
  /** How many there are. */
  readonly count: number;
}

const MOST_ITEMS = 50;
/** UTF-8 bytes of text in one diff. */
const MOST_BYTES = 1024 * 1024;

/**
 * A change of the log with both sides of what it changed.
 * @param before the board as it was before the change
 */
export function diffChange(before: Board, change: Pick<Change, 'operations' | 'patches'>): ChangeDiff {
  const after = applyPatches(before, change.patches);
  const entities = Map.groupBy(tellingsOf(before, change), ({ entity, id }) => `${entity} ${id}`);
  let bytes = 0;
  const items = [...entities.values()].slice(0, MOST_ITEMS).flatMap((tellings): EntityDiff[] => {
    const [first] = tellings;
    if (!first) return [];
    const { entity, id } = first;
    const text = sentencesOf(tellings);
    const fields = fieldsOf(first, before, after);
    bytes += fields.reduce((sum, field) => sum + utf8Size(field.before ?? '') + utf8Size(field.after ?? ''), 0);
    return [bytes > MOST_BYTES ? { entity, id, text, fields: [], more: true } : { entity, id, text, fields }];
  });
  return { items, count: entities.size };
}

function sentencesOf(tellings: readonly ItemTelling[]): string {
  return tellings
    .slice(0, MOST_ITEMS)
    .map(({ text }) => text())
    .join(' ');
}

function fieldsOf({ entity, id }: ItemTelling, before: Board, after: Board): readonly FieldDiff[] {
  switch (entity) {
    case 'board':
      return fieldDiff('title', before.title, after.title);
    case 'column':
      return columnFields(id, before, after);
    case 'card':
      return cardFields(id, before, after);
  }
}

function columnFields(id: Id, before: Board, after: Board): readonly FieldDiff[] {
  const [was, is] = [before.column(id), after.column(id)];
  const place = was && is && was.rank !== is.rank ? [placeOfColumn(before, was), placeOfColumn(after, is)] : [];
  return [...fieldDiff('title', was?.title, is?.title), ...fieldDiff('place', place[0], place[1])];
}

function cardFields(id: Id, before: Board, after: Board): readonly FieldDiff[] {
  const [was, is] = [before.card(id), after.card(id)];
  const stayed = was && is && was.columnId === is.columnId && was.rank !== is.rank;
  const place = stayed ? [placeOfCard(before, was), placeOfCard(after, is)] : [];
  return [
    ...fieldDiff('title', was?.title, is?.title),
    ...fieldDiff('details', was?.details, is?.details),
    ...fieldDiff('column', columnOf(before, was), columnOf(after, is)),
    ...fieldDiff('place', place[0], place[1]),
  ];
}

/** Nothing where both sides show the same, as they do where details were empty before there was a card. */
function fieldDiff(field: FieldDiff['field'], before: string | undefined, after: string | undefined): FieldDiff[] {
  if ((before ?? '') === (after ?? '')) return [];
  return [{ field, before: before ?? null, after: after ?? null }];
}

function columnOf(board: Board, card: Card | undefined): string | undefined {
  return card && board.column(card.columnId)?.title;
}

function placeOfCard(board: Board, card: Card): string {
  const lane = board.cardsIn(card.columnId);
  const above = lane[lane.indexOf(card) - 1];
  return above ? `After ${nameCard(board, above)}` : 'First';
}

function placeOfColumn(board: Board, column: Column): string {
  const columns = board.columns();
  const left = columns[columns.indexOf(column) - 1];
  return left ? `After “${shorten(left.title)}”` : 'First';
}
