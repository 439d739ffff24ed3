import { t } from '@talkan/words/words';
import {
  Archive,
  ChevronDown,
  History,
  Redo2,
  Rewind,
  Settings2,
  SquareCheck,
  SquareKanban,
  Star,
  Undo2,
  Users,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { ARCHIVE_PATH, BOARD_ROOT, boardPath, PEOPLE_PATH, SETTINGS_PATH } from '../board/paths';
import { boardPage } from '../board/the-page';
import { FROM_BOARD } from '../card/use-card-route';
import { historyPath } from '../history/history-path';
import { boardChoices } from '../home/board-list';
import { FROM_PAGE } from '../home/leave-page';
import { BOARD_WAYS } from '../home/everywhere';
import { pickAndSay } from '../selection/say-chosen';
import { useStar } from '../home/use-star';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { OR_KEPT } from '../sync/kept-answers';
import { trpc } from '../trpc';
import type { Direction } from '../undo/undo-walk';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { useOffer } from '../ui/offers';
import styles from './top-bar.module.css';

/** The other boards are at home; a menu is for those that one goes to often. */
const MOST_OTHERS = 8;
/** What they hold. */
const BOARD_SETTINGS = t`board title key description colour limits archive restore`;

/** What can be done with the board as a whole, and the way to the others. */
export function BoardMenu({ walk }: { walk: ((direction: Direction) => Promise<void>) | null }) {
  const title = useBoardPart((state) => state.board.title);
  const store = useBoardStore();
  const [, navigate] = useLocation();
  const [others, look] = useOthers();

  const walking: readonly MenuItem[] = walk
    ? [
        { label: t`Undo`, icon: Undo2, shortcut: 'undo', also: t`back revert`, onSelect: () => void walk('undo') },
        { label: t`Redo`, icon: Redo2, shortcut: 'redo', also: t`again forward`, onSelect: () => void walk('redo') },
      ]
    : [];
  const way = (path: string, state?: object) => ({
    href: boardPath(store.getState().board.id) + path,
    onSelect: () => navigate(path, { state }),
  });
  const page = useSyncExternalStore(boardPage.subscribe, boardPage.get);
  const select = () => {
    // What lies over the board goes.
    navigate(BOARD_ROOT);
    if (page) pickAndSay(page);
  };
  const choosing: readonly MenuItem[] = page
    ? [{ label: t`Select cards`, icon: SquareCheck, also: t`choose several`, onSelect: select }]
    : [];
  const looking: readonly MenuItem[] = [
    { label: t`People`, icon: Users, also: t`members invite share`, ...way(PEOPLE_PATH, FROM_BOARD) },
    { label: t`History`, icon: History, also: t`changes activity log`, ...way(historyPath()) },
    {
      label: t`Time travel`,
      icon: Rewind,
      also: t`past`,
      onSelect: () => navigate(historyPath(store.getState().board.seq)),
    },
    { label: t`Archive`, icon: Archive, also: t`archived restore deleted`, ...way(ARCHIVE_PATH, FROM_BOARD) },
    { label: t`Settings`, icon: Settings2, also: BOARD_SETTINGS, ...way(SETTINGS_PATH, FROM_BOARD) },
  ];
  const starring = useStarring();
  useOffer({ scope: 'board', items: [...walking, ...choosing, ...looking, ...starring] });
  const going: readonly MenuItem[] = [
    ...others,
    ...BOARD_WAYS.map((item): MenuItem => {
      return { ...item, section: t`Boards`, onSelect: () => navigate(`~${item.href}`, { state: FROM_PAGE }) };
    }),
  ];
  return (
    <Menu
      label={t`The board ${title}`}
      items={[...walking, ...choosing, ...looking, ...starring, ...going]}
      onOpen={look}
      trigger={(props) => (
        <IconButton {...props} label={t`Board menu`} className={styles['menu']}>
          <ChevronDown size={16} aria-hidden="true" />
        </IconButton>
      )}
    />
  );
}

/** The boards that somebody may want to go to from here, and how to ask for them anew. */
function useOthers(): readonly [items: readonly MenuItem[], look: () => void] {
  const boardId = useBoardPart((state) => state.board.id);
  const [, navigate] = useLocation();
  const boards = trpc.boards.list.useQuery(undefined, OR_KEPT);
  const others = boardChoices(boards.data ?? []).filter(({ id }) => id !== boardId);
  const items = others.slice(0, MOST_OTHERS).map((board): MenuItem => ({
    label: board.title,
    icon: board.starred ? Star : SquareKanban,
    section: t`Boards`,
    onSelect: () => navigate(`~${boardPath(board.id)}`),
  }));
  return [items, () => void boards.refetch()];
}

/** Gives the board a star, or takes it. */
function useStarring(): readonly MenuItem[] {
  const boardId = useBoardPart((state) => state.board.id);
  const star = useStar();
  const boards = trpc.boards.list.useQuery(undefined, OR_KEPT);
  const board = boards.data?.find(({ id }) => id === boardId);
  if (!board) return [];
  const { starred } = board;
  return [
    {
      label: starred ? t`Take the star away` : t`Star this board`,
      icon: Star,
      also: t`favourite`,
      onSelect: () => star(boardId, !starred),
    },
  ];
}
