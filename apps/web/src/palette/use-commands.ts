import type { Understanding } from '@talkan/board/command/command';
import { isElsewhere } from '@talkan/board/command/elsewhere';
import type { Id } from '@talkan/board/model';
import { useEffect, useState } from 'react';
import { showPending } from '../board/ghost';
import { canEdit } from '../board/use-can-edit';
import { suggestionsFor } from '../chat/suggestions';
import { useTyped } from '../command/use-typed';
import type { BoardState, BoardStore } from '../sync/board-state';
import { carryOut } from './carry-out';
import { askSource, commandSource, saidSource, suggestedSource } from './command-source';
import { recentCommands } from './recent-commands';
import { sayTyped } from './say-typed';
import type { Source } from './source';

interface Commanding {
  readonly query: string;
  readonly userId: Id;
  readonly store: BoardStore | null;
  readonly state: BoardState | null;
  readonly go: (href: string) => void;
  readonly ask: (text: string) => void;
  /** Whether cards are found for it, or may be. */
  readonly mayBeSearch: boolean;
}

export interface Commands {
  /** Where it begins as commands do, or asks for what only the server knows: above everything else. */
  readonly first: readonly Source[];
  readonly last: readonly Source[];
  /** What it comes to, for a screen reader. */
  readonly told: string;
  /** Why nothing is understood of what is clearly no search, or why a date in it cannot be read. */
  readonly refusal: string | null;
}

const NONE: Commands = { first: [], last: [], told: '', refusal: null };

/** What can be said to the board on this page, and what comes of what is typed. */
export function useCommands(commanding: Commanding): Commands {
  const { query, userId, store, state, go, ask, mayBeSearch } = commanding;
  const typed = useTyped(query, state, { actorId: userId });
  const [recent] = useState(() => recentCommands.read(userId));
  const operations = typed?.understood.kind === 'change' ? typed.understood.operations : null;
  useEffect(() => (operations ? showPending(operations, { voice: 'typed' }) : undefined), [operations]);
  if (!store || !state) return NONE;
  if (query === '') {
    const suggestions = suggestionsFor(state.board, { mayEdit: canEdit(state), ready: false });
    return { ...NONE, last: [saidSource(recent), suggestedSource(suggestions, recent)] };
  }
  if (!typed) return NONE;
  const { understood, isCommand, completions, hurdle } = typed;
  const asksServer = isElsewhere(understood);
  const isRefused =
    understood.kind === 'refused' && isCommand && !asksServer && completions.length === 0 && !mayBeSearch;
  const take = (what: Understanding) => {
    recentCommands.add(userId, query);
    carryOut(what, store, go);
  };
  const command = commandSource({ typed, isRefused, carryOut: take });
  const asking = askSource(query, () => ask(query));
  const isOnlySearch = understood.kind === 'refused' && !isCommand && !query.endsWith('?');
  const isNothing = mayBeSearch || !query.includes(' ');
  return {
    first: asksServer ? [asking] : isCommand ? [command] : [],
    last: [...(asksServer || isCommand ? [] : [command]), ...(isOnlySearch && isNothing ? [] : [asking])],
    told: sayTyped(understood),
    refusal: isRefused && understood.kind === 'refused' ? understood.reason : hurdle,
  };
}
