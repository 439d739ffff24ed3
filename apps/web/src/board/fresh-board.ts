import type { Id } from '@talkan/board/model';

let fresh: Id | null = null;

/** A board that was made just now on this page opens with the field that is wanted first; `null`: it has been opened. */
export function setFreshBoard(boardId: Id | null): void {
  fresh = boardId;
}

export function isFreshBoard(boardId: Id): boolean {
  return boardId === fresh;
}
