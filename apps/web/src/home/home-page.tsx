import { useStanding } from '../shell/page-stands';
import { t } from '@talkan/words/words';
import { Plus, Search } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { useKeys } from '../keys/use-keys';
import workspace from '../shell/workspace.module.css';
import { Button } from '../ui/button';
import { mirrored } from '../ui/mirrored';
import { BoardCards } from './board-cards';
import { sectionsOf } from './board-list';
import { boxBeside } from './grid-keys';
import { HomeError, HomeSkeleton, NoBoards, NothingFound } from './home-states';
import styles from './home.module.css';
import { NewBoardDialog } from './new-board-dialog';
import { FROM_PAGE } from './leave-page';
import { HOME_PATH, NEW_BOARD_PATH } from './paths';
import { useBoards, type Boards } from './use-boards';

/** All boards of this person. */
export function HomePage() {
  const boards = useBoards();
  useStanding();
  useKeys({ star: starFocused });
  const [address, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const page = useRef<HTMLElement>(null);
  const askForNew = () => navigate(NEW_BOARD_PATH, { state: FROM_PAGE });
  useEffect(() => {
    document.title = t`Boards · Talkan`;
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Arrows lead from one board to the next, which are links.
    <main id="board" ref={page} tabIndex={-1} className={workspace['area']} onKeyDown={moveAmongBoards}>
      <div className={styles['scroll']}>
        <div className={styles['page']}>
          <header className={styles['header']}>
            <h1 className={styles['title']}>{t`Boards`}</h1>
            {(boards.entries?.length ?? 0) > 0 && <Filter query={query} onQuery={setQuery} />}
            <Button variant="primary" onClick={askForNew} className={styles['new']}>
              <Plus size={15} aria-hidden="true" />
              {t`New board`}
            </Button>
          </header>
          {boards.kept && (
            <div className={styles['away']}>
              <output>{t`The server does not answer. These are your boards as this browser last saw them.`}</output>{' '}
              <button type="button" disabled={boards.isFetching} onClick={boards.retry}>
                {t`Try again`}
              </button>
            </div>
          )}
          <Content boards={boards} query={query} onNew={askForNew} onAll={() => setQuery('')} />
        </div>
      </div>
      {address === NEW_BOARD_PATH && <NewBoardDialog boards={boards.entries ?? []} onClose={() => closeTo(navigate)} />}
    </main>
  );
}

function closeTo(navigate: (path: string) => void): void {
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'fromPage' in state) history.back();
  else navigate(HOME_PATH);
}

function Filter({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  return (
    <div className={styles['filter']}>
      <Search size={16} aria-hidden="true" />
      <input
        type="search"
        aria-label={t`Find a board`}
        placeholder={t`Find a board`}
        maxLength={200}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
    </div>
  );
}

interface ContentProps {
  boards: Boards;
  query: string;
  onNew: () => void;
  onAll: () => void;
}

function Content({ boards, query, onNew, onAll }: ContentProps) {
  const [showsArchived, setShowsArchived] = useState(false);
  const { entries, problem, isFetching, retry } = boards;
  if (!entries)
    return problem === null ? <HomeSkeleton /> : <HomeError message={problem} busy={isFetching} onRetry={retry} />;
  if (entries.length === 0) return <NoBoards onNew={onNew} />;
  const { starred, recent, all, archived } = sectionsOf(entries, query);
  const isSearch = query.trim() !== '';
  if (all.length + archived.length === 0) return <NothingFound query={query.trim()} onAll={onAll} />;
  return (
    <>
      {/* What is searched for is shown once. */}
      {!isSearch && <BoardCards title={t`Starred`} boards={starred} of={boards} />}
      {!isSearch && <BoardCards title={t`Recent`} boards={recent} of={boards} />}
      <BoardCards title={isSearch ? t`Found` : t`All boards`} boards={all} of={boards} />
      {all.length === 0 && !isSearch && <p className={styles['none']}>{t`All your boards are archived.`}</p>}
      {archived.length > 0 && (
        <details
          className={styles['archived']}
          open={showsArchived || isSearch}
          onToggle={(event) => setShowsArchived(event.currentTarget.open)}
        >
          <summary>
            {t`Archived`} <span className={styles['count']}>{archived.length}</span>
          </summary>
          <BoardCards title={t`Archived boards`} boards={archived} of={boards} untitled />
        </details>
      )}
    </>
  );
}

/** Gives the board that has the focus a star, or takes it. */
function starFocused(): boolean {
  const board = document.activeElement?.closest('[data-board]')?.closest('li');
  board?.querySelector<HTMLButtonElement>('button[aria-pressed]')?.click();
  return board !== null && board !== undefined;
}

/** From one board to another by arrows. */
function moveAmongBoards(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
  if (target.dataset['board'] === undefined) return;
  const links = [...currentTarget.querySelectorAll<HTMLElement>('[data-board]')].filter(
    (link) => link.offsetParent !== null,
  );
  const boxes = links.map((link) => link.getBoundingClientRect());
  const next = boxBeside(boxes, links.indexOf(target), mirrored(currentTarget, key));
  if (next === null) return;
  event.preventDefault();
  links[next]?.focus();
}
