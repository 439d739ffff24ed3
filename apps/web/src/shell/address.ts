import type { Id } from '@talkan/board/model';
import { boardPath } from '../board/paths';
import { HOME_PATH } from '../home/paths';

/** What an address leads to, for somebody who has these boards. */
export type Destination<Board> =
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'elsewhere'; readonly path: string }
  /** A board that is not there, or not shared with them. */
  | { readonly kind: 'no-such-board'; readonly boardId: Id }
  | { readonly kind: 'nothing' };

interface Place {
  readonly id: Id;
  readonly archivedAt: string | null;
}

/** @param last the board that was open last in this browser */
export function resolveAddress<Board extends Place>(
  location: string,
  boards: readonly Board[],
  last: Id | null,
): Destination<Board> {
  const named = /^\/b\/([^/]+)(?:\/|$)/.exec(location)?.[1];
  if (named !== undefined) {
    const board = boards.find(({ id }) => id === named);
    return board ? { kind: 'board', board } : { kind: 'no-such-board', boardId: named };
  }
  // Cards had this address while there was one board.
  const rest = location === '/' ? '' : /^\/card(\/[^/]+)$/.exec(location)?.[1];
  if (rest === undefined) return { kind: 'nothing' };
  const living = boards.filter(({ archivedAt }) => archivedAt === null);
  const board = living.find(({ id }) => id === last) ?? living[0];
  return { kind: 'elsewhere', path: board ? boardPath(board.id) + rest : HOME_PATH };
}
