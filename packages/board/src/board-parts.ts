import type { BoardHead, Card, Column, Id, Label } from './model.js';
import type { CardPatch, ColumnPatch, LabelPatch, Patch } from './patch.js';
import { forgetOrder } from './labels.js';
import { indexOfRanked, type Ranked } from './rank.js';
import { wholeCard, wholeColumn } from './rows.js';
import { utf8Size } from './text.js';

/** What a version of a board consists of. Nothing in it is ever changed: the next version shares what stayed. */
export interface BoardParts {
  readonly head: BoardHead;
  readonly columns: ReadonlyMap<Id, Column>;
  readonly order: readonly Column[];
  /** Cards by id, in small maps, so that a new version copies one of them and not all cards. */
  readonly buckets: readonly ReadonlyMap<Id, Card>[];
  readonly lanes: ReadonlyMap<Id, readonly Card[]>;
  /** All of them, also those that were deleted. */
  readonly labels: ReadonlyMap<Id, Label>;
  readonly cardCount: number;
  readonly textBytes: number;
}

const BUCKETS = 256;

export function emptyParts(head: BoardHead): BoardParts {
  const buckets = Array.from({ length: BUCKETS }, () => new Map<Id, Card>());
  const nothing = { columns: new Map(), order: [], lanes: new Map(), labels: new Map() };
  return { head, buckets, ...nothing, cardCount: 0, textBytes: 0 };
}

export function cardOf(parts: BoardParts, id: Id): Card | undefined {
  return parts.buckets[bucketOf(id)]?.get(id);
}

/** The parts after these patches. */
export function patchParts(parts: BoardParts, patches: readonly Patch[], seq: number): BoardParts {
  const draft = new Draft(parts);
  for (const patch of patches) draft.apply(patch);
  return draft.finish(seq);
}

/** Changes a copy of a board's parts in place; maps and lists are copied when they are first touched, once a draft. */
export class Draft {
  #head: BoardHead;
  #columns: ReadonlyMap<Id, Column>;
  #order: readonly Column[];
  #ownColumns: { readonly columns: Map<Id, Column>; readonly order: Column[] } | undefined;
  readonly #buckets: ReadonlyMap<Id, Card>[];
  readonly #ownBuckets = new Map<number, Map<Id, Card>>();
  readonly #lanes: Map<Id, readonly Card[]>;
  readonly #ownLanes = new Map<Id, Card[]>();
  #labels: ReadonlyMap<Id, Label>;
  #ownLabels: Map<Id, Label> | undefined;
  #cardCount: number;
  #textBytes: number;

  constructor(parts: BoardParts) {
    this.#head = parts.head;
    this.#columns = parts.columns;
    this.#order = parts.order;
    this.#buckets = [...parts.buckets];
    this.#lanes = new Map(parts.lanes);
    this.#labels = parts.labels;
    this.#cardCount = parts.cardCount;
    this.#textBytes = parts.textBytes;
  }

  apply(patch: Patch): void {
    switch (patch.entity) {
      case 'card':
        return this.#applyToCard(patch);
      case 'column':
        return this.#applyToColumn(patch);
      case 'label':
        return this.#applyToLabel(patch);
      case 'board':
        this.#head = { ...this.#head, ...patch.after };
        return;
      case 'comment':
        // Not on the board: a patch of the card says how many it has.
        return;
    }
  }

  /** The parts as they are. They share the draft's maps and lists: a patch that is applied afterwards shows in them. */
  finish(seq: number): BoardParts {
    return {
      head: { ...this.#head, seq },
      columns: this.#columns,
      order: this.#order,
      buckets: this.#buckets,
      lanes: this.#lanes,
      labels: this.#labels,
      cardCount: this.#cardCount,
      textBytes: this.#textBytes,
    };
  }

  #applyToLabel(patch: LabelPatch): void {
    const labels = (this.#ownLabels ??= new Map(this.#labels));
    const merged = patch.after && { ...labels.get(patch.id), ...patch.after };
    if (merged && isWholeLabel(merged)) labels.set(patch.id, merged);
    else labels.delete(patch.id);
    this.#labels = labels;
    forgetOrder(labels);
  }

  #applyToColumn(patch: ColumnPatch): void {
    const before = this.#columns.get(patch.id);
    const merged = patch.after && { ...before, ...patch.after };
    const after = merged && isWholeColumn(merged) && !merged.archivedAt ? wholeColumn(merged) : undefined;
    const { columns, order } = (this.#ownColumns ??= { columns: new Map(this.#columns), order: [...this.#order] });
    replaceRanked(order, before, after);
    if (after) columns.set(after.id, after);
    else columns.delete(patch.id);
    this.#columns = columns;
    this.#order = order;
  }

  #applyToCard(patch: CardPatch): void {
    const index = bucketOf(patch.id);
    const bucket = this.#ownBucket(index);
    const before = bucket.get(patch.id);
    const merged = patch.after && { ...before, ...patch.after };
    const after =
      merged && isWholeCard(merged) && !merged.archivedAt ? (before ? merged : wholeCard(merged)) : undefined;
    if (before && before.columnId !== after?.columnId) replaceRanked(this.#ownLane(before.columnId), before, undefined);
    if (after) {
      const sameLane = before?.columnId === after.columnId;
      replaceRanked(this.#ownLane(after.columnId), sameLane ? before : undefined, after);
      bucket.set(after.id, after);
    } else bucket.delete(patch.id);
    this.#cardCount += (after ? 1 : 0) - (before ? 1 : 0);
    if (!hasSameText(before, after)) this.#textBytes += sizeOf(after) - sizeOf(before);
  }

  #ownBucket(index: number): Map<Id, Card> {
    const own = this.#ownBuckets.get(index);
    if (own) return own;
    const copy = new Map(this.#buckets[index]);
    this.#ownBuckets.set(index, copy);
    this.#buckets[index] = copy;
    return copy;
  }

  #ownLane(columnId: Id): Card[] {
    const own = this.#ownLanes.get(columnId);
    if (own) return own;
    const copy = [...(this.#lanes.get(columnId) ?? [])];
    this.#ownLanes.set(columnId, copy);
    this.#lanes.set(columnId, copy);
    return copy;
  }
}

/** Takes `before` out of a list in order and puts `after` in, in its place where the rank is the same. */
function replaceRanked<Item extends Ranked>(list: Item[], before: Item | undefined, after: Item | undefined): void {
  const index = before ? indexOfRanked(list, before) : -1;
  const found = before !== undefined && list[index]?.id === before.id;
  if (found && after && before.rank === after.rank) {
    list[index] = after;
    return;
  }
  if (found) list.splice(index, 1);
  if (!after) return;
  const last = list.at(-1);
  if (!last || last.rank < after.rank) list.push(after);
  else list.splice(indexOfRanked(list, after), 0, after);
}

function isWholeCard(fields: Partial<Card>): fields is Card {
  return (
    fields.id !== undefined &&
    fields.columnId !== undefined &&
    fields.rank !== undefined &&
    fields.createdAt !== undefined
  );
}

function isWholeColumn(fields: Partial<Column>): fields is Column {
  return fields.id !== undefined && fields.rank !== undefined && fields.title !== undefined;
}

function isWholeLabel(fields: Partial<Label>): fields is Label {
  return fields.id !== undefined && fields.name !== undefined;
}

function hasSameText(one: Card | undefined, other: Card | undefined): boolean {
  return one?.title === other?.title && one?.details === other?.details && one?.checklists === other?.checklists;
}

function sizeOf(card: Card | undefined): number {
  if (!card) return 0;
  let size = utf8Size(card.title) + utf8Size(card.details);
  for (const { title, items } of card.checklists) {
    size += utf8Size(title);
    for (const { text } of items) size += utf8Size(text);
  }
  return size;
}

/** FNV-1a, folded to a bucket's index. */
function bucketOf(id: Id): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (BUCKETS - 1);
}
