import { longestName, MENTION, type FindNamed, type Named } from '@talkan/board/mentions';

/** Running text, with the cards and people in it that it may mean. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'card'; readonly text: string; readonly number: number }
  | { readonly kind: 'person'; readonly text: string; readonly name: string };

/** A person as a text calls them. */
interface Mentioned extends Named {
  readonly isSelf: boolean;
}

export type FindPerson = FindNamed<Mentioned>;

const BOARD_KEY = /^[A-Z][A-Z0-9]{0,9}$/;
const WORD = String.raw`[\p{L}\p{N}_-]`;

/**
 * Splits running text at this board's card numbers and at the names of its people. Each is a word of its own; a name may contain
 * points and dashes, but a point at the end of a sentence is none of it.
 */
export function splitReferences(text: string, boardKey: string, findPerson: FindPerson): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const add = (from: number, piece: Piece) => {
    if (from > end) pieces.push({ kind: 'text', text: text.slice(end, from) });
    pieces.push(piece);
    end = from + piece.text.length;
  };
  for (const match of text.matchAll(patternFor(boardKey))) {
    const [whole, number, name] = match;
    if (number !== undefined) add(match.index, { kind: 'card', text: whole, number: Number(number) });
    else if (name !== undefined) {
      const found = longestName(name, findPerson);
      if (found !== null) add(match.index, { kind: 'person', text: `@${found.typed}`, name: found.typed });
    }
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

function patternFor(boardKey: string): RegExp {
  const card = BOARD_KEY.test(boardKey) ? `(?<!${WORD})${boardKey}-([1-9]\\d{0,8})(?!${WORD})` : '(?!)()';
  return new RegExp(`${card}|${MENTION}`, 'gu');
}

const FILE = /^\/files\/([A-Za-z0-9][A-Za-z0-9_-]{0,63})\/([A-Za-z0-9][A-Za-z0-9_-]{0,63})(?:\/[^/?#]*)?$/;

/** The small picture of an image that is a file of this board; `null` for any other address, which is not loaded. */
export function thumbnailOf(address: string, boardId: string): string | null {
  const [, board, file] = FILE.exec(address) ?? [];
  return board === boardId && file !== undefined ? `/files/${board}/${file}/thumbnail` : null;
}
