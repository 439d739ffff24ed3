import type { Board } from '@talkan/board/model';
import { atLeast, type Role } from '@talkan/board/roles';
import {
  Archive,
  Columns3,
  History,
  LayoutGrid,
  ListFilter,
  Settings,
  KeyRound,
  MessageSquare,
  Plus,
  Redo2,
  Rewind,
  Undo2,
  Users,
} from 'lucide-react';
import { passwordDialogOpen } from '../auth/password-dialog-open';
import { ARCHIVE_PATH, boardPath, PEOPLE_PATH, SETTINGS_PATH } from '../board/paths';
import { startAdding } from '../board/starting';
import { FILTER_BUTTON } from '../filter/names';
import { walkByKey } from '../undo/undo-buttons';
import { HOME_PATH, NEW_BOARD_PATH } from '../home/paths';
import { historyPath } from '../history/history-path';
import type { PaletteItem, Source } from './source';

const isMac = navigator.userAgent.includes('Mac');

interface Action {
  readonly item: Omit<PaletteItem, 'id' | 'titleMatches'>;
  /** Other words that people may look for it by. */
  readonly also: string;
}

interface Setting {
  /** The board on this page, and what one may do on it. */
  readonly here: { readonly board: Board; readonly role: Role } | null;
  readonly go: (href: string) => void;
  readonly openAssistant: () => void;
}

/** What can be done from here. */
export function actionSource(setting: Setting): Source {
  const actions = [...boardActions(setting), ...EVERYWHERE];
  return {
    group: 'Actions',
    find: ({ query, pattern }) =>
      actions
        .filter(({ item, also }) => query === '' || pattern.isIn(item.title, also))
        .map(({ item }) => ({ ...item, id: `action ${item.title}`, titleMatches: pattern.rangesIn(item.title) })),
  };
}

function boardActions({ here, go, openAssistant }: Setting): Action[] {
  if (!here) return [];
  const { board, role } = here;
  const home = boardPath(board.id);
  const add = (columnId: string | null) => () => {
    go(home);
    startAdding(columnId);
  };
  const filter = () => {
    go(home);
    requestAnimationFrame(() => document.getElementById(FILTER_BUTTON)?.click());
  };
  const lane = laneInSight() ?? board.columns()[0]?.id;
  const newCard: Action[] =
    lane === undefined ? [] : [{ item: { title: 'New card', icon: Plus, run: add(lane) }, also: 'add create' }];
  const addColumn = { item: { title: 'Add column', icon: Columns3, run: add(null) }, also: 'new list create' };
  return [
    ...(atLeast(role, 'editor') && board.archivedAt === null ? [...newCard, addColumn, ...WALKS] : []),
    {
      item: { title: 'Filter cards', icon: ListFilter, keys: 'F', run: filter },
      also: 'find label due overdue person priority',
    },
    { item: { title: 'Ask the assistant', icon: MessageSquare, run: openAssistant }, also: 'chat talk ai' },
    { item: { title: 'People', icon: Users, href: home + PEOPLE_PATH }, also: 'members invite share' },
    { item: { title: 'History', icon: History, href: home + historyPath() }, also: 'changes activity undo' },
    { item: { title: 'Time travel', icon: Rewind, href: home + historyPath(board.seq) }, also: 'past' },
    { item: { title: 'Archive', icon: Archive, href: home + ARCHIVE_PATH }, also: 'archived restore deleted' },
    {
      item: { title: 'Board settings', icon: Settings, href: home + SETTINGS_PATH },
      also: 'rename key description colour',
    },
  ];
}

const WALKS: readonly Action[] = [
  {
    item: { title: 'Undo', icon: Undo2, keys: isMac ? '⌘ Z' : 'Ctrl Z', run: () => walkByKey('undo') },
    also: 'back revert',
  },
  {
    item: { title: 'Redo', icon: Redo2, keys: isMac ? '⌘ ⇧ Z' : 'Ctrl Shift Z', run: () => walkByKey('redo') },
    also: 'again forward',
  },
];

const EVERYWHERE: readonly Action[] = [
  { item: { title: 'All boards', icon: LayoutGrid, href: HOME_PATH }, also: 'home' },
  { item: { title: 'New board', icon: Plus, href: NEW_BOARD_PATH }, also: 'add create' },
  { item: { title: 'Change password', icon: KeyRound, run: () => passwordDialogOpen.set(true) }, also: 'account' },
];

/** The column that one looks at: on a phone there is one. */
function laneInSight(): string | undefined {
  const lanes = [...document.querySelectorAll<HTMLElement>('[data-lane]')];
  const lane = lanes.find((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left >= -1 && right <= innerWidth + 1 && right > left;
  });
  return lane?.dataset['lane'];
}
