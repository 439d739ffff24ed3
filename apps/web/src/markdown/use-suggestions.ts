import { useCallback } from 'react';
import { findCards } from '../history/find-cards';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { trpc } from '../trpc';
import type { MarkdownEditorProps } from './markdown-editor';

/** Who and what on this board can be named in a text. */
export function useSuggestions(): Pick<MarkdownEditorProps, 'boardKey' | 'people' | 'findCards'> {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const boardKey = useBoardPart((state) => state.board.key);
  const { data: people = [] } = trpc.members.list.useQuery({ boardId });
  const find = useCallback(
    (query: string) => {
      const { board } = store.getState();
      const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
      return findCards(cards, board.key, query);
    },
    [store],
  );
  return { boardKey, people, findCards: find };
}
