import type { Board, Card, Id, Label } from '@talkan/board/model';
import { foldText } from '@talkan/board/search-words';

/** What somebody is called, where that is known. */
export type NameOf = (userId: Id) => string | undefined;

/** Finds cards by what stands on them and in them: whatever was typed, as one piece, in small letters or large, with or without accents. */
export interface Finder {
  /** In the order of the board. */
  find(board: Board, wanted: string): readonly Card[];
  /** Reads the cards ahead, in pieces of a few milliseconds, so that the first key that is typed need not. Returns the way to stop. */
  prepare(board: Board): () => void;
  /** Whether a card that was found has it nowhere but in its details, which the board does not show. */
  isOnlyInside(card: Card, wanted: string): boolean;
}

/** So long may reading ahead hold up a frame. */
const SLICE_MS = 6;

interface Texts {
  readonly front: string;
  readonly all: string;
}

export function createFinder(nameOf: NameOf): Finder {
  // A card that changes is another object; a label that is called otherwise is one of another list.
  let known = new WeakMap<Card, Texts>();
  let labels: readonly Label[] | null = null;
  let key = '';

  function textsOf(board: Board, card: Card): Texts {
    const found = known.get(card);
    if (found) return found;
    const names = [
      ...board.labelsOf(card).map(({ name }) => name),
      ...card.assigneeIds.flatMap((id) => nameOf(id) ?? []),
    ];
    const front = foldText([`${board.key}-${card.number}`, card.title, ...names].join('\n'));
    const made = { front, all: card.details === '' ? front : `${front}\n${foldText(card.details)}` };
    known.set(card, made);
    return made;
  }

  /** Forgets the texts of another time. */
  function follow(board: Board): void {
    if (board.labels() !== labels || board.key !== key) known = new WeakMap();
    ({ key } = board);
    labels = board.labels();
  }

  return {
    find(board, wanted) {
      follow(board);
      const text = foldText(wanted);
      if (text === '') return [];
      return cardsOf(board).filter((card) => textsOf(board, card).all.includes(text));
    },
    prepare(board) {
      follow(board);
      const cards = cardsOf(board);
      let next = 0;
      let timer = setTimeout(read);
      function read(): void {
        const end = performance.now() + SLICE_MS;
        for (let card = cards[next]; card && performance.now() < end; card = cards[++next]) textsOf(board, card);
        if (next < cards.length) timer = setTimeout(read);
      }
      return () => clearTimeout(timer);
    },
    isOnlyInside: (card, wanted) => known.get(card)?.front.includes(foldText(wanted)) === false,
  };
}

/** In order. */
function cardsOf(board: Board): readonly Card[] {
  return board.columns().flatMap(({ id }) => board.cardsIn(id));
}

/** Of cards that were found the one to show first: from the card `from` on, or the first of all. */
export function firstFrom(board: Board, found: readonly Card[], from: Id | null): Card | undefined {
  const [first] = found;
  if (!first || from === null) return first;
  const wanted = new Set(found);
  let isPast = false;
  for (const card of cardsOf(board)) {
    isPast ||= card.id === from;
    if (isPast && wanted.has(card)) return card;
  }
  return first;
}
