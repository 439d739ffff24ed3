import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useBoardPart } from '../sync/use-board-store';
import { BoardTitle } from './board-title';
import { SyncSign } from './sync-sign';
import { unsavedChanges } from './unsaved';

interface BoardBarProps {
  titlePlace: HTMLElement | null;
  signPlace: HTMLElement | null;
}

/** What the bar at the top says of the board. */
export function BoardBar({ titlePlace, signPlace }: BoardBarProps) {
  const title = useBoardPart((state) => state.board.title);
  const pending = useBoardPart((state) => state.pending);
  useEffect(() => {
    document.title = `${title} · Talkan`;
  }, [title]);
  useEffect(() => {
    unsavedChanges.set(pending);
    return () => unsavedChanges.set(0);
  }, [pending]);
  return (
    <>
      {titlePlace && createPortal(<BoardTitle />, titlePlace)}
      {signPlace && createPortal(<SyncSign />, signPlace)}
    </>
  );
}
