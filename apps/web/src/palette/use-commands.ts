import type { Understanding } from '@talkan/board/command/command';
import type { Id } from '@talkan/board/model';
import { atLeast } from '@talkan/board/roles';
import { useState } from 'react';
import { suggestionsFor } from '../chat/suggestions';
import { useTyped } from '../command/use-typed';
import type { BoardState, BoardStore } from '../sync/board-state';
import { carryOut } from './carry-out';
import { commandSource, idleCommandSource } from './command-source';
import { recentCommands, rememberCommand } from './recent-commands';
import type { Source } from './source';

interface Commanding {
  readonly query: string;
  readonly userId: Id;
  readonly store: BoardStore | null;
  readonly state: BoardState | null;
  readonly go: (href: string) => void;
}

interface Commands {
  readonly source: readonly Source[];
  /** Whether what is typed begins as commands do. */
  readonly isCommand: boolean;
  /** Why it cannot be understood here, and what to do. */
  readonly hurdle: string | null;
}

/** What can be said to the board on this page. */
export function useCommands(commanding: Commanding): Commands {
  const { query, userId, store, state, go } = commanding;
  const typed = useTyped(query, state, { actorId: userId });
  const [recent] = useState(() => recentCommands(userId));
  if (!store || !state) return { source: [], isCommand: false, hurdle: null };
  const suggestions = suggestionsFor(state.board, { mayEdit: atLeast(state.role, 'editor'), ready: false });
  const take = (understood: Understanding) => {
    rememberCommand(userId, query);
    carryOut(understood, store, go);
  };
  return {
    source: [commandSource({ typed, carryOut: take }), idleCommandSource(recent, suggestions)],
    isCommand: typed?.isCommand === true,
    hurdle: typed?.hurdle ?? null,
  };
}
