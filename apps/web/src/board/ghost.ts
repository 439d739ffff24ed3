import type { Card, Column } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { BoardState } from '../sync/board-state';
import { decideGhosts } from './decide-ghosts';
import type { Ghosts, Voice } from './ghosts';
import { holdGhost } from './with-ghost';

interface Pending {
  readonly voice: Voice;
  /** What the operations name that is in the archive, as far as it is known. */
  readonly loaded?: { readonly cards: readonly Card[]; readonly columns: readonly Column[] };
}

/** What was shown last: what is the same the next time keeps its identity, and is not drawn again. */
let last: Ghosts | null = null;

/**
 * Shows on the board of this page what operations would do, until the returned function is called: decided on the board as it is, and
 * anew whenever it changes. What cannot be done is left out.
 */
export function showPending(operations: readonly Operation[], { voice, loaded }: Pending): () => void {
  const proposed = { operations, voice, loaded: [...(loaded?.cards ?? []), ...(loaded?.columns ?? [])] };
  let decided: { readonly state: BoardState; readonly ghosts: Ghosts | null } | null = null;
  let shown: { readonly state: BoardState; readonly with: BoardState } | null = null;
  return holdGhost((state) => {
    if (shown?.state === state) return shown.with;
    if (!decided || isOtherBoard(decided.state, state)) {
      decided = { state, ghosts: decideGhosts(state, proposed, last) };
      last = decided.ghosts ?? last;
    }
    shown = { state, with: decided.ghosts ? { ...state, ghosts: decided.ghosts } : state };
    return shown.with;
  });
}

function isOtherBoard(one: BoardState, other: BoardState): boolean {
  return one.board !== other.board || one.role !== other.role || one.beside.shown !== other.beside.shown;
}
