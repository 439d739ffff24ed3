import type { Board, Card, Id } from '@talkan/board/model';
import type { BoardStore } from '../sync/board-state';

/** The cards that somebody chose to do something with all of them. What cannot be seen is never among them. */
export interface Selection {
  readonly get: () => ReadonlySet<Id>;
  readonly subscribe: (listener: () => void) => () => void;
  /** In the order of the board: column by column, each from the top to its end. */
  inOrder(board: Board): readonly Id[];
  /** Chooses a card, or lets go of it. A range begins here. */
  toggle(cardId: Id): void;
  /**
   * Chooses all cards from where the range began up to this one, in the order of the board, as text is selected: over several columns, all that
   * stands between. The next one in its place takes the place of that range; what was chosen before it stays.
   * @param from where it begins if no range has begun
   */
  extendTo(cardId: Id, from?: Id): void;
  /** Chooses these, and no others. */
  choose(cardIds: Iterable<Id>): void;
  /** Lets go of all, and ends the picking. */
  clear(): void;
  /** Whether whatever presses a card chooses it, instead of opening it. */
  readonly isPicking: () => boolean;
  /** Begins with a card, or with none, until `clear`. */
  pick(cardId?: Id): void;
  /**
   * Follows the board as it is shown until called again: cards that are archived, or that a filter hides, are chosen no longer.
   * @param shut the columns whose cards are not shown
   */
  watch(store: BoardStore, shut: ReadonlySet<Id>): () => void;
}

interface Seen {
  readonly board: Board;
  /** All that are there where nothing is hidden. */
  readonly ids: ReadonlySet<Id> | null;
}

const NONE: ReadonlySet<Id> = new Set();

/** Which cards are chosen, as a value: whoever chooses them, by mouse, finger or keys. */
export function createSelection(): Selection {
  const listeners = new Set<() => void>();
  let chosen = NONE;
  let picking = false;
  /** Where the range begins, */
  let anchor: Id | null = null;
  /** and what was chosen when it did. */
  let base = NONE;
  let watched: { readonly store: BoardStore; readonly shut: ReadonlySet<Id> } | null = null;
  let seen: Seen | null = null;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function set(cardIds: Iterable<Id>): void {
    const next = new Set<Id>();
    for (const id of cardIds) if (isSeen(id)) next.add(id);
    if (isSame(chosen, next)) return;
    chosen = next;
    tell();
  }

  function begin(cardId: Id | null): void {
    anchor = cardId;
    base = chosen;
  }

  function isSeen(cardId: Id): boolean {
    if (!watched) return false;
    const { board, whole } = watched.store.getState();
    if (seen?.board !== board) {
      const hides = whole !== undefined || watched.shut.size > 0;
      seen = { board, ids: hides ? new Set(idsOf(lanes())) : null };
    }
    return seen.ids ? seen.ids.has(cardId) : board.card(cardId) !== undefined;
  }

  function lanes(): readonly (readonly Card[])[] {
    if (!watched) return [];
    const { shut, store } = watched;
    const { board } = store.getState();
    return board.columns().flatMap(({ id }) => (shut.has(id) ? [] : [board.cardsIn(id)]));
  }

  function follow(): void {
    if (chosen.size > 0 && seen?.board !== watched?.store.getState().board) set(chosen);
  }

  return {
    get: () => chosen,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    inOrder: (board) => {
      if (chosen.size === 0) return [];
      const all = board.columns().flatMap(({ id }) => board.cardsIn(id));
      return all.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
    },
    toggle(cardId) {
      const next = new Set(chosen);
      if (!next.delete(cardId)) next.add(cardId);
      set(next);
      begin(cardId);
    },
    extendTo(cardId, from) {
      if (!isSeen(cardId)) return;
      const start = [anchor, from].find((id) => id && isSeen(id));
      if (!start) {
        set([...chosen, cardId]);
        return begin(cardId);
      }
      if (start !== anchor) begin(start);
      set([...base, ...between(idsOf(lanes()), start, cardId)]);
    },
    choose(cardIds) {
      set(cardIds);
      const [only = null] = chosen.size === 1 ? chosen : [];
      begin(only);
    },
    clear() {
      const wasPicking = picking;
      picking = false;
      if (chosen.size > 0) set([]);
      else if (wasPicking) tell();
      begin(null);
    },
    isPicking: () => picking,
    pick(cardId) {
      picking = true;
      if (cardId === undefined || chosen.has(cardId)) return tell();
      set([...chosen, cardId]);
      begin(cardId);
    },
    watch(store, shut) {
      const own = { store, shut };
      watched = own;
      seen = null;
      set(chosen);
      const release = store.subscribe(follow);
      return () => {
        release();
        if (watched === own) watched = null;
      };
    },
  };
}

function idsOf(lanes: readonly (readonly Card[])[]): readonly Id[] {
  return lanes.flatMap((cards) => cards.map(({ id }) => id));
}

/** Both ends included. */
function between(ids: readonly Id[], one: Id, other: Id): readonly Id[] {
  const at = ids.indexOf(one);
  const to = ids.indexOf(other);
  return ids.slice(Math.min(at, to), Math.max(at, to) + 1);
}

function isSame(one: ReadonlySet<Id>, other: ReadonlySet<Id>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
