import { useEffect, useState, useSyncExternalStore } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { api } from '../trpc';
import { createArchiveList, type ArchiveInput, type ArchiveList, type ArchiveState } from './archive-list';

const TYPED_AFTER_MS = 200;
const CHANGED_AFTER_MS = 250;

export function loadArchiveOf(boardId: string) {
  return (input: ArchiveInput) => api.boards.archived.query({ boardId, ...input });
}

/** The archive of the board on this page, searched as one types, and kept true as the board changes. */
export function useArchive(query: string): readonly [ArchiveList, ArchiveState] {
  const boardId = useBoardPart((state) => state.board.id);
  const seq = useBoardPart((state) => state.board.seq);
  const isOnline = useBoardPart((state) => state.connection === 'online');
  const [list] = useState(() => createArchiveList(loadArchiveOf(boardId)));
  const state = useSyncExternalStore(list.subscribe, list.get);
  const [looked, setLooked] = useState(seq);

  useEffect(() => {
    const timer = setTimeout(() => list.search(query.trim()), TYPED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [list, query]);
  useEffect(() => {
    if (seq === looked) return;
    const timer = setTimeout(() => {
      setLooked(seq);
      list.refresh();
    }, CHANGED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [list, seq, looked]);
  useEffect(() => {
    if (isOnline && list.get().problem !== null) list.refresh();
  }, [list, isOnline]);
  return [list, state];
}
