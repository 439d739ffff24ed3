import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Card, Id } from '@talkan/board/model';
import { createPattern, readSearch, type SearchPattern, type TextRange } from '@talkan/board/search-words';
import { snippetOf, type Snippet } from '@talkan/board/snippet';
import type { Services } from '../context.js';
import { readTransaction, type Queries } from '../db/open.js';
import {
  boardsSeenBy,
  cardsMatching,
  commentsMatching,
  cardsNumbered,
  expressionOf,
  type Archived,
  type Match,
  type SearchedBoard,
} from './matches.js';

export interface SearchRequest {
  readonly userId: Id;
  readonly query: string;
  /** The board whose cards come first. */
  readonly boardId?: Id | undefined;
  readonly archived: Archived;
  readonly limit: number;
}

export interface FoundCard {
  readonly boardId: Id;
  readonly boardKey: string;
  readonly boardTitle: string;
  readonly cardId: Id;
  readonly number: number;
  readonly title: string;
  /** Where the words stand in the title. */
  readonly titleMatches: readonly TextRange[];
  /** The title of its column, which may be archived too. */
  readonly column: string;
  readonly archived: boolean;
  /** What made it a match; in the details: not all of the words are in the title, but they are with details and checklists. */
  readonly matchedIn: 'number' | 'title' | 'details' | 'comment';
  /** From the details, the checklists or the comment, if any of the words is there. */
  readonly snippet: Snippet | null;
}

type Hit = Match & Pick<FoundCard, 'matchedIn'>;

/** Making snippets of long texts takes time that others wait for. */
const LONGEST_HOLD_MS = 10;

/** Looks through the cards of all boards that somebody may see, and gives the best matches first. */
export async function searchCards(services: Services, request: SearchRequest): Promise<FoundCard[]> {
  const { boards, hits } = await readTransaction(services.db, async (trx) => {
    const boards = await boardsSeenBy(trx, request.userId);
    return { boards, hits: await findHits(trx, boards, request) };
  });
  const seen = new Map(boards.map((board) => [board.id, board]));
  const pattern = createPattern(readSearch(request.query));
  const cards: FoundCard[] = [];
  let turnBegan = performance.now();
  for (const hit of hits) {
    const board = seen.get(hit.boardId);
    if (board) cards.push(describeHit(hit, board, pattern));
    if (performance.now() - turnBegan < LONGEST_HOLD_MS) continue;
    await nextTurn();
    turnBegan = performance.now();
  }
  return cards;
}

interface Named {
  readonly key: string | null;
  readonly number: number;
}

/** The exact number first, then what has the words in its title, then in its details; each first on the board that one is on, and the newest first. */
async function findHits(db: Queries, boards: readonly SearchedBoard[], request: SearchRequest): Promise<Hit[]> {
  const { query, archived, limit, boardId } = request;
  const here = boards.filter(({ id }) => id === boardId);
  const scopes = here.length === 0 || boards.length === 1 ? [boards] : [here, boards];
  const hits = new Map<string, Hit>();
  const add = (matches: readonly Match[], matchedIn: Hit['matchedIn']) => {
    const livingFirst = matches.toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null));
    for (const match of livingFirst) {
      const name = `${match.boardId} ${match.cardId}`;
      if (hits.size < limit && !hits.has(name)) hits.set(name, { ...match, matchedIn });
    }
  };

  const named = nameIn(query);
  for (const scope of named ? scopes : []) {
    const keyed = scope.filter(({ key }) => named?.key === null || key === named?.key);
    if (named) add(await cardsNumbered(db, named.number, { boards: keyed, archived, limit }), 'number');
  }
  const words = readSearch(query);
  if (words.length === 0) return [...hits.values()];
  for (const { matchedIn, columns, find } of TIERS) {
    const expression = expressionOf(words, columns);
    for (const scope of scopes) {
      if (hits.size < limit) add(await find(db, expression, { boards: scope, archived, limit }), matchedIn);
    }
  }
  return [...hits.values()];
}

const TIERS = [
  { matchedIn: 'title', columns: ['title'], find: cardsMatching },
  { matchedIn: 'details', columns: ['title', 'details', 'items'], find: cardsMatching },
  { matchedIn: 'comment', columns: ['comment'], find: commentsMatching },
] as const;

/** `TK-12` or `12`. */
function nameIn(query: string): Named | null {
  const name = /^(?:([a-z]{1,10})-)?#?(\d{1,9})$/i.exec(query.trim());
  return name && { key: name[1]?.toUpperCase() ?? null, number: Number(name[2]) };
}

function describeHit(hit: Hit, board: SearchedBoard, pattern: SearchPattern): FoundCard {
  return {
    boardId: board.id,
    boardKey: board.key,
    boardTitle: board.title,
    cardId: hit.cardId,
    number: hit.number,
    title: hit.title,
    titleMatches: pattern.rangesIn(hit.title),
    column: hit.column,
    archived: hit.archivedAt !== null,
    matchedIn: hit.matchedIn,
    snippet: pieceOf(hit, pattern),
  };
}

function pieceOf({ comment, details, checklists }: Hit, pattern: SearchPattern): Snippet | null {
  if (comment !== null) return snippetOf(comment, pattern);
  return snippetOf(details, pattern) ?? (checklists === '[]' ? null : snippetOf(itemsIn(checklists), pattern));
}

function itemsIn(checklists: string): string {
  const lists = JSON.parse(checklists) as Card['checklists'];
  return lists.flatMap(({ title, items }) => [title, ...items.map(({ text }) => text)]).join('\n');
}
