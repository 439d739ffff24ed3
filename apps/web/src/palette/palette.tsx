import { t } from '@talkan/words/words';
import { Search, X } from 'lucide-react';
import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useLocation } from 'wouter';
import { boardPath } from '../board/paths';
import { FROM_BOARD } from '../card/use-card-route';
import { openBoard } from '../sync/open-board';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { nextItem } from './next-item';
import { Options } from './options';
import styles from './palette.module.css';
import { Foot, Said } from './said';
import type { PaletteItem } from './source';
import { useGroups } from './use-groups';
import { useSeenHeight } from './use-seen-height';

const MOST_LETTERS = 200;

interface PaletteProps {
  userId: string;
  /** What was typed before it came. */
  typed: { readonly current: string };
  onClose: () => void;
}

/** One field for everything that can be gone to or done. */
export function Palette({ userId, typed, onClose }: PaletteProps) {
  const headingId = useId();
  const listId = useId();
  const [text, setText] = useState(() => typed.current);
  const [chosen, setChosen] = useState<string | null>(null);
  const query = text.trim();
  const choose = useChoosing(onClose);
  const { groups, said } = useGroups({ query, userId, go: choose.go });
  const items = groups.flatMap((group) => group.items);
  // Enter is to put nothing else in the place of what was refused, unless it was chosen.
  const first = said.refusal !== null && items[0]?.fill !== undefined ? undefined : items[0];
  const active = items.find(({ id }) => id === chosen) ?? first;
  const style: CSSProperties & Record<'--seen', string> = { '--seen': `${useSeenHeight()}px` };

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
    <Dialog open onClose={onClose} labelledBy={headingId} className={styles['palette']} style={style}>
      <h2 id={headingId} className="sr-only">
        {t`Search or jump to`}
      </h2>
      <div className={styles['field']}>
        <Search size={18} aria-hidden="true" />
        <input
          role="combobox"
          aria-label={t`Search or jump to`}
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={active ? `${listId} ${active.id}`.replaceAll(' ', '-') : undefined}
          placeholder={t`Search, or say what to do`}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={MOST_LETTERS}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton label={t`Close the search`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <Said {...said} query={query} count={items.length} />
      <Options listId={listId} groups={groups} active={active} onChoose={take} onPoint={setChosen} />
      <Foot {...said} query={query} />
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
    if (href !== location.pathname) navigate(href, isFromHere ? { state: FROM_BOARD } : {});
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
