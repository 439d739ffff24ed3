import type { Talk, Understanding } from '@talkan/board/command/command';
import type { Completion } from '@talkan/board/command/complete';
import type { Id } from '@talkan/board/model';
import { useMemo } from 'react';
import type { BoardState } from '../sync/board-state';
import { OR_KEPT } from '../sync/kept-answers';
import { trpc } from '../trpc';
import { useLoaded } from '../ui/use-loaded';
import { commandContext } from './context';
import { loadLanguage } from './load-language';

/** What somebody has typed so far, as a command. */
export interface Typed {
  readonly understood: Understanding;
  readonly completions: readonly Completion[];
  /** Whether it begins as commands do, and is more than a word that is looked for. */
  readonly isCommand: boolean;
  /** Whether it needs no model: every word means one thing that can be done. */
  readonly isCertain: boolean;
}

/** Who types, and what was said before. */
interface Typing {
  readonly actorId: Id;
  /** Another one only where something else was said. */
  readonly talk?: Talk;
}

const NOTHING_SAID: Talk = { cardIds: [], asked: null };

/** Understands what is typed over a board, by itself, as it is typed; `null`: there is no board, or nothing to understand with yet. */
export function useTyped(text: string, state: BoardState | null, typing: Typing): Typed | null {
  const { actorId, talk = NOTHING_SAID } = typing;
  const language = useLoaded(loadLanguage, text !== '');
  const boardId = state?.board.id ?? '';
  const { data } = trpc.members.people.useQuery({ boardId }, { ...OR_KEPT, enabled: boardId !== '' && text !== '' });
  return useMemo(() => {
    if (!language || !state || text.trim() === '') return null;
    const people = (data ?? []).flatMap(({ userId: id, name, member }) => (member ? [{ id, name }] : []));
    const context = commandContext(state, { actorId, people, talk });
    const [first = '', second] = text.trim().toLowerCase().split(/\s+/u);
    const understood = language.understand(text, context);
    return {
      understood,
      isCertain: language.isCertain(understood, text),
      completions: language.complete(text, context),
      isCommand: language.isVerb(first) && second !== undefined,
    };
  }, [language, state, text, data, actorId, talk]);
}
