import type { Column } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { Plus } from 'lucide-react';
import { use } from 'react';
import { IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { useIsPhone } from '../ui/use-media';
import { ColumnMenu } from './column-menu';
import { FrontContext } from './front';
import { hueStyle } from './hues';
import { isOver, sayCount } from './limit';
import styles from './lane.module.css';
import { useCanEdit } from './use-can-edit';
import { useRenaming } from './renaming';

export interface LaneHeaderProps {
  readonly column: Column;
  readonly headingId: string;
  readonly hue: number;
  /** How many are shown, */
  readonly count: number;
  /** and how many there are. */
  readonly total: number;
  /** It would be archived. */
  readonly isLeaving: boolean;
  readonly onAdd: () => void;
}

export function LaneHeader({ column, headingId, hue, count, total, isLeaving, onAdd }: LaneHeaderProps) {
  const canEdit = useCanEdit();
  // There the header is only heard: the name is what the lane is called by, and its menu stands beside the tabs.
  const phone = useIsPhone();
  const [asked, setRenaming] = useRenaming(column.id);
  const front = use(FrontContext);
  const renaming = canEdit && asked && front !== null;
  return (
    <header
      className={classNames(styles['header'], renaming && styles['renaming'])}
      data-column-grip={(canEdit && !renaming && !phone) || undefined}
    >
      {renaming && <front.RenameColumn column={column} onClose={() => setRenaming(false)} />}
      <h2 id={headingId} className={classNames(styles['name'], renaming && 'sr-only', isLeaving && styles['leaves'])}>
        <i className={styles['swatch']} style={hueStyle(hue)} />
        {canEdit && !renaming && !phone ? (
          <button
            type="button"
            dir="auto"
            className={styles['title']}
            title={t`Rename`}
            data-column-handle
            aria-describedby="talkan-column-help"
            onClick={() => setRenaming(true)}
          >
            {column.title}
          </button>
        ) : (
          <span dir="auto" className={styles['title']}>
            {column.title}
          </span>
        )}
      </h2>
      {!renaming && (
        <>
          <span className={classNames(styles['count'], isOver(column, total) && styles['over'])}>
            {sayCount(count, total)}
            <span className="sr-only"> {plural(total, { one: 'card', other: 'cards' })}</span>
            {column.limit !== null && <span className="sr-only"> {t`of ${column.limit} allowed`}</span>}
          </span>
          {column.limit !== null && <LimitSign limit={column.limit} count={total} />}
          <span className={styles['space']} />
          {canEdit && (
            <>
              <IconButton label={t`Add a card to the top of ${column.title}`} onClick={onAdd}>
                <Plus size={16} aria-hidden="true" />
              </IconButton>
              <ColumnMenu column={column} />
            </>
          )}
        </>
      )}
    </header>
  );
}

/** A bar for each card that the column should hold, where those can still be told apart. */
const MOST_BARS = 10;

function LimitSign({ limit, count }: { limit: number; count: number }) {
  if (limit > MOST_BARS) return <span className={styles['count']} aria-hidden="true">{t`of ${limit}`}</span>;
  return (
    <span className={classNames(styles['bars'], count > limit && styles['over'])} aria-hidden="true">
      {Array.from({ length: limit }, (_, index) => (
        <i key={index} className={index < count ? styles['on'] : undefined} />
      ))}
    </span>
  );
}
