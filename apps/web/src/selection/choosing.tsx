import { useEffect, useSyncExternalStore, type RefObject } from 'react';
import { useBoardUi } from '../board/board-ui';
import { useLoaded } from '../ui/use-loaded';
import { asked } from './asked';
import { startLettingGo } from './escape-to-let-go';
import { startLasso } from './lasso';
import { startAskingForMenus } from './press-for-menu';
import { startPressing } from './press-to-choose';

const loadParts = async () => {
  const [{ SelectionBar }, { AskedDialog }] = await Promise.all([import('./selection-bar'), import('./asked-dialog')]);
  return { SelectionBar, AskedDialog };
};

interface ChoosingProps {
  readonly board: RefObject<HTMLElement | null>;
  /** Something lies over the lanes: what is chosen stays so, and out of reach. */
  readonly covered: boolean;
}

/** Lets cards be chosen by mouse, finger and keys, and offers what can be done to those that are. */
export function Choosing({ board, covered }: ChoosingProps) {
  const { selection, shown, lanes, drag } = useBoardUi();
  const isAny = useSyncExternalStore(selection.subscribe, () => selection.get().size > 0 || selection.isPicking());
  const isAsked = useSyncExternalStore(asked.subscribe, () => asked.get() !== null);
  const parts = useLoaded(loadParts, isAny || isAsked);

  useEffect(() => {
    const element = board.current;
    if (!element) return;
    const ui = { selection, shown, lanes, drag };
    const stops = [
      startPressing(element, ui),
      startAskingForMenus(element),
      startLasso(element, ui),
      startLettingGo(element, ui),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [board, selection, shown, lanes, drag]);
  // A board is left with what was asked about its cards.
  useEffect(() => () => asked.set(null), []);

  return (
    <>
      {parts && isAny && !covered && <parts.SelectionBar />}
      {parts && <parts.AskedDialog />}
    </>
  );
}
