import { useCallback, useEffect } from 'react';
import { findCards } from '../history/find-cards';
import { useOthers } from '../presence/use-others';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { trpc } from '../trpc';
import type { MarkdownEditorProps } from './markdown-editor';

/** Who and what on this board can be named in a text. */
export function useSuggestions(): Pick<MarkdownEditorProps, 'boardKey' | 'people' | 'findCards'> {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const boardKey = useBoardPart((state) => state.board.key);
  const { data: people, refetch } = trpc.members.list.useQuery({ boardId });
  // Whoever is seen on the board and not known has joined since.
  const newcomer = useOthers().find((other) => people?.every(({ userId }) => userId !== other.userId))?.userId;
  useEffect(() => {
    if (newcomer !== undefined) void refetch({ cancelRefetch: false });
  }, [newcomer, refetch]);
  const find = useCallback(
    (query: string) => {
      const { board } = store.getState();
      const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
      return findCards(cards, board.key, query);
    },
    [store],
  );
  return { boardKey, people: people ?? [], findCards: find };
}
