import { createPattern, readSearch } from '@talkan/board/search-words';
import { Search, X } from 'lucide-react';
import { useId, useMemo, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useLocation } from 'wouter';
import { boardPath } from '../board/paths';
import { FROM_BOARD } from '../card/use-card-route';
import { useChatOpen } from '../chat/use-chat-open';
import { OR_KEPT } from '../sync/kept-answers';
import { openBoard } from '../sync/open-board';
import { trpc } from '../trpc';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { actionSource } from './action-source';
import { boardSource } from './board-source';
import { everywhereSource, hereSource, recentSource } from './card-sources';
import { nextItem } from './next-item';
import { Options } from './options';
import styles from './palette.module.css';
import { recentCards } from './recent-cards';
import { Said } from './said';
import { groupsOf, type Group, type PaletteItem } from './source';
import { useCommands } from './use-commands';
import { useFoundCards } from './use-found-cards';

const MOST_LETTERS = 200;

interface PaletteProps {
  userId: string;
  onClose: () => void;
}

/** One field for everything that can be gone to or done. */
export function Palette({ userId, onClose }: PaletteProps) {
  const headingId = useId();
  const listId = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const query = text.trim();
  const choose = useChoosing(onClose);
  const { groups, said } = useGroups({ query, userId, go: choose.go });
  const items = groups.flatMap((group) => group.items);
  const active = items.find(({ id }) => id === chosen) ?? items[0];

  const take = (item: PaletteItem, elsewhere: boolean) => {
    if (item.fill === undefined) return choose.take(item, elsewhere);
    setText(item.fill);
    setChosen(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (active) take(active, event.ctrlKey || event.metaKey);
      return;
    }
    const next = nextItem(items, active, event);
    if (!next) return;
    event.preventDefault();
    setChosen(next.id);
  };

  // On a phone the open card takes all of the page out of reach that stands beside it, the bar at the top included.
  return createPortal(
    <Dialog open onClose={onClose} labelledBy={headingId} className={styles['palette']}>
      <h2 id={headingId} className="sr-only">
        Search or jump to
      </h2>
      <div className={styles['field']}>
        <Search size={18} aria-hidden="true" />
        <input
          role="combobox"
          aria-label="Search or jump to"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={active ? `${listId} ${active.id}`.replaceAll(' ', '-') : undefined}
          placeholder="Search, or say what to do"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={MOST_LETTERS}
          value={text}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- The dialog is opened to type into it.
          autoFocus
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton label="Close the search" className={styles['close']} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <Options listId={listId} groups={groups} active={active} onChoose={take} onPoint={setChosen} />
      <Said {...said} query={query} count={items.length} />
    </Dialog>,
    document.body,
  );
}

/** Goes where an item leads, or does what it does, once the palette is closed and has given the focus back. */
function useChoosing(onClose: () => void) {
  const [, navigate] = useLocation();
  const go = (href: string) => {
    const store = openBoard.get();
    const isFromHere = store && location.pathname === boardPath(store.getState().board.id);
    const options = isFromHere && href !== location.pathname ? { state: FROM_BOARD } : {};
    navigate(href, options);
  };
  const take = ({ href, run }: PaletteItem, elsewhere: boolean) => {
    if (elsewhere && href !== undefined) return void open(href, '_blank', 'noopener');
    onClose();
    requestAnimationFrame(() => {
      if (run) run();
      else if (href !== undefined) go(href);
    });
  };
  return { go, take };
}

interface Wanted {
  readonly query: string;
  readonly userId: string;
  readonly go: (href: string) => void;
}

function useGroups({ query, userId, go }: Wanted): {
  groups: readonly Group[];
  said: Omit<Parameters<typeof Said>[0], 'query' | 'count'>;
} {
  const store = useSyncExternalStore(openBoard.subscribe, openBoard.get);
  const state = useSyncExternalStore(store?.subscribe ?? noBoard, () => store?.getState() ?? null);
  const boards = trpc.boards.list.useQuery(undefined, OR_KEPT);
  const [, setChatOpen] = useChatOpen();
  const [recent] = useState(() => recentCards(userId));
  const board = state?.board ?? null;
  const isOffline = state?.connection === 'offline';
  const found = useFoundCards(isOffline ? '' : query, board?.id);
  const asked = useMemo(() => ({ query, pattern: createPattern(readSearch(query)) }), [query]);
  const titles = useMemo(() => new Map(boards.data?.map(({ id, title }) => [id, title])), [boards.data]);

  const openId = board?.id ?? null;
  const here = board && state ? { board, role: state.role } : null;
  const commands = useCommands({ query, userId, store, state, go });
  const actions = actionSource({ here, go, openAssistant: () => setChatOpen(true) });
  // Whoever is typing the name of an action means that.
  const isAction = actions.find(asked).some(({ title }) => title.toLowerCase().startsWith(query.toLowerCase()));
  const comesFirst = commands.isCommand && !isAction;
  const sources = [
    ...(comesFirst ? commands.source : []),
    boardSource(boards.data ?? [], openId),
    recentSource(recent, (boardId) => titles.get(boardId)),
    ...(board ? [hereSource(board)] : []),
    everywhereSource({ found: query === '' ? [] : found.cards, isFor: (now) => now === found.query, openId }),
    actions,
    ...(comesFirst ? [] : commands.source),
  ];
  const problem = isOffline ? null : found.problem;
  return {
    groups: groupsOf(sources, asked),
    said: { waits: found.waits, problem, hurdle: commands.hurdle, isOffline },
  };
}

const noBoard = () => () => {};
