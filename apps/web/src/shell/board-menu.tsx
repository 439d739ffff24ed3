import { Archive, ChevronDown, History, Redo2, Rewind, SquareKanban, Undo2, Users } from 'lucide-react';
import { useLocation } from 'wouter';
import { ARCHIVE_PATH, boardPath, PEOPLE_PATH } from '../board/paths';
import { FROM_BOARD } from '../card/use-card-route';
import { historyPath } from '../history/history-path';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { OR_KEPT } from '../sync/kept-answers';
import { trpc } from '../trpc';
import type { Direction } from '../undo/undo-walk';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import styles from './top-bar.module.css';

/** What can be done with the board as a whole, and the way to the others. */
export function BoardMenu({ walk }: { walk: ((direction: Direction) => Promise<void>) | null }) {
  const boardId = useBoardPart((state) => state.board.id);
  const title = useBoardPart((state) => state.board.title);
  const store = useBoardStore();
  const [, navigate] = useLocation();
  const boards = trpc.boards.list.useQuery(undefined, OR_KEPT);

  const walking: readonly MenuItem[] = walk
    ? [
        { label: 'Undo', icon: Undo2, onSelect: () => void walk('undo') },
        { label: 'Redo', icon: Redo2, onSelect: () => void walk('redo') },
      ]
    : [];
  const looking: readonly MenuItem[] = [
    { label: 'People', icon: Users, onSelect: () => navigate(PEOPLE_PATH, { state: FROM_BOARD }) },
    { label: 'History', icon: History, onSelect: () => navigate(historyPath()) },
    {
      label: 'Time travel',
      icon: Rewind,
      onSelect: () => navigate(historyPath(store.getState().board.seq)),
    },
    { label: 'Archive', icon: Archive, onSelect: () => navigate(ARCHIVE_PATH, { state: FROM_BOARD }) },
  ];
  const others = (boards.data ?? []).filter(({ id }) => id !== boardId);
  const going = others.map((board): MenuItem => {
    const go = () => navigate(`~${boardPath(board.id)}`);
    return { label: board.title, icon: SquareKanban, section: 'Other boards', onSelect: go };
  });
  return (
    <Menu
      label={`The board ${title}`}
      items={[...walking, ...looking, ...going]}
      onOpen={() => void boards.refetch()}
      trigger={(props) => (
        <IconButton {...props} label="Board menu" className={styles['menu']}>
          <ChevronDown size={16} aria-hidden="true" />
        </IconButton>
      )}
    />
  );
}
