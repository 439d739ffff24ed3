import { t } from '@talkan/words/words';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { usePresenceParts } from '../presence/signs';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useLoaded } from '../ui/use-loaded';
import { useIsPhone } from '../ui/use-media';
import { BoardTitle } from './board-title';
import { SyncSign } from './sync-sign';
import { unsavedChanges } from './unsaved';

const loadTools = () => import('./board-tools');

interface BoardBarProps {
  titlePlace: HTMLElement | null;
  signPlace: HTMLElement | null;
  /** Below the bar: several sentences have no room in it, and on a phone not even one. */
  stripPlace: HTMLElement | null;
}

/** What the bar at the top says of the board. */
export function BoardBar({ titlePlace, signPlace, stripPlace }: BoardBarProps) {
  const isPhone = useIsPhone();
  const parts = usePresenceParts();
  const tools = useLoaded(loadTools);
  const title = useBoardPart((state) => state.board.title);
  const store = useBoardStore();
  useEffect(() => {
    document.title = t`${title} · Talkan`;
  }, [title]);
  // Not as a part of the state: all of the bar would be drawn anew as each change begins and ends.
  useEffect(() => {
    const tell = () => unsavedChanges.set(store.getState().pending);
    tell();
    const unsubscribe = store.subscribe(tell);
    return () => {
      unsubscribe();
      unsavedChanges.set(0);
    };
  }, [store]);
  return (
    <>
      {titlePlace && createPortal(<BoardTitle />, titlePlace)}
      {signPlace && createPortal(<SyncSign tones={isPhone ? ['quiet'] : ['quiet', 'away']} />, signPlace)}
      {signPlace && parts && createPortal(<parts.PeopleBar />, signPlace)}
      {titlePlace && signPlace && tools && <tools.BoardTools menuPlace={titlePlace} undoPlace={signPlace} />}
      {stripPlace && createPortal(<SyncSign tones={isPhone ? ['away', 'stuck'] : ['stuck']} />, stripPlace)}
    </>
  );
}
