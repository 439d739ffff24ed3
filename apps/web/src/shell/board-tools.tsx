import { createPortal } from 'react-dom';
import { useCanEdit } from '../board/use-can-edit';
import { useBoardPart } from '../sync/use-board-store';
import { UndoButtons } from '../undo/undo-buttons';
import { useVisit } from '../home/use-visit';
import { useUndoWalk } from '../undo/use-undo-walk';
import { followSeenArea } from '../ui/seen-area';
import { BoardMenu } from './board-menu';
import { useShortcut } from './use-shortcut';

followSeenArea();

interface BoardToolsProps {
  menuPlace: HTMLElement;
  undoPlace: HTMLElement;
}

/** What of the bar at the top comes after the board's first paint. */
export function BoardTools({ menuPlace, undoPlace }: BoardToolsProps) {
  const canEdit = useCanEdit();
  const walk = useUndoWalk();
  useVisit(useBoardPart((state) => state.board.id));
  useShortcut();
  return (
    <>
      {createPortal(<BoardMenu walk={canEdit ? walk : null} />, menuPlace)}
      {canEdit && createPortal(<UndoButtons walk={walk} />, undoPlace)}
    </>
  );
}
