import type { Talk } from '@talkan/board/command/command';
import type { Id } from '@talkan/board/model';
import { useMemo } from 'react';
import type { BoardState } from '../sync/board-state';
import { OR_KEPT } from '../sync/kept-answers';
import { newId } from '../sync/new-id';
import { trpc } from '../trpc';
import { commandContext } from './context';
import { readTyped, type Typed } from './read-typed';
import { useLanguage } from './use-language';

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
  const speech = useLanguage(text !== '');
  const isTyping = text.trim() !== '';
  const seed = useMemo(() => (isTyping ? newId() : null), [isTyping]);
  const boardId = state?.board.id ?? '';
  const { data } = trpc.members.people.useQuery({ boardId }, { ...OR_KEPT, enabled: boardId !== '' && text !== '' });
  return useMemo(() => {
    const { language } = speech;
    if (!language || !state || seed === null) return null;
    const people = (data ?? []).flatMap(({ userId: id, name, member }) => (member ? [{ id, name }] : []));
    const context = commandContext(state, { actorId, people, talk, seed });
    return readTyped(text, { ...speech, language, context });
  }, [speech, state, text, data, actorId, talk, seed]);
}
