import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { problemOf } from '../problem';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { api } from '../trpc';
import { asked, type Filters } from './filters';
import { createStory, type Story, type StoryState } from './story';

/** What is to be told; comments are left out where they stand themselves. */
interface Asked extends Filters {
  readonly withoutComments?: boolean;
}

/** The part of the board's story that the filters leave, kept up with the board. */
export function useStory(
  { person, card, door, withoutComments = false }: Asked,
  pageSize: number,
): readonly [StoryState, Story] {
  const store = useBoardStore();
  const online = useBoardPart((state) => state.connection === 'online');
  const story = useMemo(() => {
    const { id: boardId } = store.getState().board;
    return createStory({
      fetchPage: (page) =>
        api.boards.history.query({ boardId, ...page, ...asked({ person, card, door }), withoutComments }),
      sentenceOf: (error) => problemOf(error).message,
      seq: () => store.getState().board.seq,
      pageSize,
    });
  }, [store, person, card, door, withoutComments, pageSize]);
  const state = useSyncExternalStore(story.subscribe, story.get);

  useEffect(() => {
    story.start();
    const release = store.subscribe(() => story.hear());
    return () => {
      release();
      story.stop();
    };
  }, [store, story]);
  useEffect(() => {
    // What failed while nobody could be reached is worth another try.
    if (online && story.get().problem !== null) void story.older();
  }, [story, online]);
  return [state, story];
}
