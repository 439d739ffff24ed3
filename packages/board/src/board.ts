import { cardOf, Draft, emptyParts, patchParts, type BoardParts } from './board-parts.js';
import { labelsInOrder, labelsShown } from './labels.js';
import type { Board, BoardHead, BoardSnapshot, Card, Column, Id, Label, PlainHead } from './model.js';
import type { Patch } from './patch.js';
import { compareRanked } from './rank.js';
import { plainCard, plainColumn, plainHead, wholeHead } from './rows.js';

const NO_CARDS: readonly Card[] = [];

class BoardVersion implements Board {
  readonly parts: BoardParts;
  readonly id: Id;
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly hue: BoardHead['hue'];
  readonly limits: BoardHead['limits'];
  readonly archivedAt: BoardHead['archivedAt'];
  readonly seq: number;
  readonly lastNumber: number;
  readonly cardCount: number;
  readonly labelCount: number;
  readonly textBytes: number;

  constructor(parts: BoardParts) {
    this.parts = parts;
    this.id = parts.head.id;
    this.key = parts.head.key;
    this.title = parts.head.title;
    this.description = parts.head.description;
    this.hue = parts.head.hue;
    this.limits = parts.head.limits;
    this.archivedAt = parts.head.archivedAt;
    this.seq = parts.head.seq;
    this.lastNumber = parts.head.lastNumber;
    this.cardCount = parts.cardCount;
    this.labelCount = parts.labels.size;
    this.textBytes = parts.textBytes;
  }

  column(id: Id): Column | undefined {
    return this.parts.columns.get(id);
  }

  card(id: Id): Card | undefined {
    return cardOf(this.parts, id);
  }

  columns(): readonly Column[] {
    return this.parts.order;
  }

  cardsIn(columnId: Id): readonly Card[] {
    return this.parts.lanes.get(columnId) ?? NO_CARDS;
  }

  label(id: Id): Label | undefined {
    return this.parts.labels.get(id);
  }

  labels(): readonly Label[] {
    return labelsInOrder(this.parts.labels);
  }

  labelsOf(card: Pick<Card, 'labelIds'>): readonly Label[] {
    return labelsShown(this.parts.labels, card);
  }
}

/** Builds a board from plain data. The order of columns and cards in it does not matter; archived ones are left out. */
export function createBoard(snapshot: BoardSnapshot): Board {
  const entering: Patch[] = [
    ...(snapshot.labels ?? []).map((label): Patch => ({ entity: 'label', id: label.id, before: null, after: label })),
    ...snapshot.columns.map((column): Patch => ({ entity: 'column', id: column.id, before: null, after: column })),
    ...snapshot.cards
      .toSorted(compareRanked)
      .map((card): Patch => ({ entity: 'card', id: card.id, before: null, after: card })),
  ];
  return new BoardVersion(patchParts(emptyParts(headOf(snapshot)), entering, snapshot.seq));
}

/** The board as plain data, the same for the same board: columns in order, the cards column by column, in order, and labels by id. */
export function snapshotOf(board: Board): BoardSnapshot {
  const columns = board.columns();
  const labels = [...partsOf(board).labels.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    ...plainHead(headOf(board)),
    columns: columns.map(plainColumn),
    cards: columns.flatMap((column) => board.cardsIn(column.id).map(plainCard)),
    ...(labels.length > 0 && { labels }),
  };
}

/**
 * The board after these patches. It needs no rule: what a patch says is so; one that touches something archived is passed over.
 * Costs some microseconds for a move, whatever the size of the board.
 * @param seq the number of the change that they belong to
 */
export function applyPatches(board: Board, patches: readonly Patch[], seq = board.seq): Board {
  return new BoardVersion(patchParts(partsOf(board), patches, seq));
}

/** Several steps from one board to another, of which only the last is wanted. */
export interface BoardDraft {
  /** The board after these patches too, to be read until the next call. */
  apply(patches: readonly Patch[]): Board;
}

/** For many steps at once: a list of cards is copied once for all of them, and not once for each. */
export function draftOf(board: Board): BoardDraft {
  const draft = new Draft(partsOf(board));
  return {
    apply(patches) {
      for (const patch of patches) draft.apply(patch);
      return new BoardVersion(draft.finish(board.seq));
    },
  };
}

function partsOf(board: Board): BoardParts {
  if (board instanceof BoardVersion) return board.parts;
  throw new TypeError('A board is made by createBoard');
}

/** Only what is its own: a snapshot has more. */
function headOf(head: PlainHead): BoardHead {
  const { id, key, title, description, hue, limits, archivedAt, seq, lastNumber } = wholeHead(head);
  return { id, key, title, description, hue, limits, archivedAt, seq, lastNumber };
}
