import { t } from '@talkan/words/words';
import { X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, type RefObject } from 'react';
import { useLocation, useSearch } from 'wouter';
import { BOARD_ROOT } from '../board/paths';
import { coverChat } from '../chat/visibility';
import { useBoardPart } from '../sync/use-board-store';
import { IconButton } from '../ui/button';
import { hideOthers } from '../ui/hide-others';
import { useIsPhone } from '../ui/use-media';
import { FilterBar } from './filter-bar';
import { filtersIn, isFiltered, NO_FILTERS, searchOf, type Filters } from './filters';
import styles from './history-panel.module.css';
import { momentIn } from './history-path';
import { StoryList } from './story-list';
import { NoStory, StoryProblem, StorySkeleton } from './story-states';
import { useEntryUndo } from './use-entry-undo';
import { usePeople } from './use-people';
import { useStory } from './use-story';

const PAGE = 50;

/** The board's story: beside the board on a desktop, over everything on a phone. */
export function HistoryPanel() {
  const [, navigate] = useLocation();
  const isPhone = useIsPhone();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const close = () => navigate(BOARD_ROOT);
  useFocusWithin(panel, heading);
  useLayoutEffect(() => coverChat(() => navigate(BOARD_ROOT)), [navigate]);
  useEffect(() => (isPhone && panel.current ? hideOthers(panel.current) : undefined), [isPhone]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes it, as it closes every sheet.
    <aside
      ref={panel}
      aria-labelledby={headingId}
      className={styles['panel']}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <header className={styles['header']}>
        <h2 ref={heading} id={headingId} tabIndex={-1}>
          {t`History`}
        </h2>
        <IconButton label={t`Close the history`} onClick={close}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <FilteredStory />
    </aside>
  );
}

function FilteredStory() {
  const [address, navigate] = useLocation();
  const filters = filtersIn(useSearch());
  const [state, story] = useStory(filters, PAGE);
  const people = usePeople(state.entries);
  const undo = useEntryUndo();
  const offline = useBoardPart((board) => board.connection !== 'online');
  const { entries, begun, problem } = state;
  const choose = (chosen: Filters) => navigate(`${address}${searchOf(chosen)}`, { replace: true });
  const clear = isFiltered(filters) ? () => choose(NO_FILTERS) : null;

  return (
    <>
      <FilterBar filters={filters} people={people} onChange={choose} />
      {offline && begun && <p className={styles['away']}>{t`What others do shows when the server answers again.`}</p>}
      {!begun &&
        (problem === null ? <StorySkeleton /> : <StoryProblem message={problem} onRetry={() => void story.older()} />)}
      {begun && entries.length === 0 && <NoStory onClear={clear} />}
      {entries.length > 0 && (
        <StoryList
          key={searchOf(filters)}
          state={state}
          story={story}
          people={people}
          moment={momentIn(address)}
          cardId={filters.card}
          onUndo={undo}
        />
      )}
    </>
  );
}

/** Opening leads into it, closing back to where one was. */
function useFocusWithin(panel: RefObject<HTMLElement | null>, heading: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      const held = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (!held) return;
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      const target = isThere ? before : document.getElementById('board');
      // On a phone what lay below comes within reach again only after this.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) target?.focus({ preventScroll: true });
      });
    };
  }, [panel, heading]);
}
