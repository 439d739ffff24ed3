import { inSense, plural, t } from '@talkan/words/words';
import { Archive, ArchiveRestore, Ellipsis, Settings2, Star, Users } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { FROM_BOARD } from '../card/use-card-route';
import { boardPath, PEOPLE_PATH, SETTINGS_PATH } from '../board/paths';
import { hueStyle } from '../board/hues';
import { ROLE_NAMES } from '../company/role-words';
import { useKeysOf } from '../keys/use-keys-of';
import { problemOf } from '../problem';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { showToast } from '../ui/toast';
import { sayWhen } from '../ui/when';
import { ArchiveQuestion } from './archive-question';
import { boardHue } from './board-hues';
import type { BoardEntry } from './board-list';
import styles from './board-card.module.css';
import type { BoardGlance, Boards } from './use-boards';

/** One board: a link to it, its star and what else can be done with it. */
export function BoardCard({ board, of }: { board: BoardEntry; of: Boards }) {
  const { id, key, title, starred } = board;
  const glance = of.glances.get(id);
  const isHere = of.kept === null || of.kept.has(id);
  const keys = useKeysOf('star');
  return (
    <li className={styles['card']} style={hueStyle(boardHue(board))}>
      <div className={styles['top']}>
        <i className={styles['swatch']} />
        <h3 className={styles['name']}>
          {isHere ? (
            <Link href={boardPath(id)} data-board={id} className={styles['link'] ?? ''} aria-keyshortcuts={keys}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <IconButton
          label={t`Star ${title}`}
          className={styles['button']}
          aria-pressed={starred}
          title={starred ? t`Take the star away` : t`Give it a star`}
          onClick={() => of.star(board, !starred)}
        >
          <Star size={16} aria-hidden="true" />
        </IconButton>
        {of.kept === null && <CardMenu board={board} of={of} />}
      </div>
      {glance?.description && <p className={styles['about']}>{glance.description}</p>}
      <p className={styles['facts']}>
        <code>{key}</code>
        <Facts board={board} glance={glance} isHere={isHere} />
      </p>
    </li>
  );
}

interface FactsProps {
  board: BoardEntry;
  glance: BoardGlance | undefined;
  isHere: boolean;
}

function Facts({ board, glance, isHere }: FactsProps) {
  if (!isHere) return <span>{t`Not kept in this browser`}</span>;
  const { role } = board;
  return (
    <>
      {glance && <span>{plural(glance.cardCount, { one: '# card', other: '# cards' })}</span>}
      {glance && glance.memberCount > 1 && (
        <span>{plural(glance.memberCount, { one: '# person', other: '# people' })}</span>
      )}
      {role !== 'owner' && <span className={styles['role']}>{ROLE_NAMES[role]}</span>}
      {glance && <span className={styles['when']}>{sayWhen(glance.changedAt)}</span>}
    </>
  );
}

function CardMenu({ board, of }: { board: BoardEntry; of: Boards }) {
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const isArchived = board.archivedAt !== null;
  const go = (path: string) => navigate(boardPath(board.id) + path, { state: FROM_BOARD });
  const put = async (archived: boolean): Promise<void> => {
    await of.archive(board, archived);
    showToast({
      message: archived ? t`“${board.title}” is archived.` : t`“${board.title}” is back.`,
      action: { label: t`Undo`, run: () => putOrSay(!archived) },
    });
  };
  const putOrSay = (archived: boolean): void => {
    put(archived).catch((error: unknown) => {
      const why = problemOf(error).message;
      showToast({ message: archived ? t`Not archived: ${why}` : t`Not restored: ${why}`, tone: 'bad' });
    });
  };
  const items: readonly MenuItem[] = [
    { label: t`Settings`, icon: Settings2, onSelect: () => go(SETTINGS_PATH) },
    { label: t`People`, icon: Users, onSelect: () => go(PEOPLE_PATH) },
    ...(board.role === 'owner'
      ? [
          isArchived
            ? { label: t`Restore`, icon: ArchiveRestore, onSelect: () => putOrSay(false) }
            : { label: inSense('verb')`Archive`, icon: Archive, onSelect: () => setAsking(true) },
        ]
      : []),
  ];
  return (
    <>
      <Menu
        label={t`The board ${board.title}`}
        items={items}
        trigger={(props) => (
          <IconButton {...props} label={t`More about ${board.title}`} className={styles['button']}>
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        )}
      />
      {asking && <ArchiveQuestion title={board.title} run={() => put(true)} onClose={() => setAsking(false)} />}
    </>
  );
}
