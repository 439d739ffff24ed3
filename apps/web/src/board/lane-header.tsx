import type { Column } from '@talkan/board/model';
import { Plus } from 'lucide-react';
import { IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { useIsPhone } from '../ui/use-media';
import { ColumnMenu } from './column-menu';
import { hueStyle } from './hues';
import styles from './lane.module.css';
import { RenameColumn } from './rename-column';
import { useCanEdit } from './use-can-edit';
import { useRenaming } from './renaming';

export interface LaneHeaderProps {
  readonly column: Column;
  readonly headingId: string;
  readonly hue: number;
  readonly count: number;
  readonly onAdd: () => void;
}

export function LaneHeader({ column, headingId, hue, count, onAdd }: LaneHeaderProps) {
  const canEdit = useCanEdit();
  // There the header is only heard: the name is what the lane is called by, and its menu stands beside the tabs.
  const phone = useIsPhone();
  const [asked, setRenaming] = useRenaming(column.id);
  const renaming = canEdit && asked;
  return (
    <header className={classNames(styles['header'], renaming && styles['renaming'])}>
      {renaming && <RenameColumn column={column} onClose={() => setRenaming(false)} />}
      <h2 id={headingId} className={classNames(styles['name'], renaming && 'sr-only')}>
        <i className={styles['swatch']} style={hueStyle(hue)} />
        {canEdit && !renaming && !phone ? (
          <button type="button" className={styles['title']} title="Rename" onClick={() => setRenaming(true)}>
            {column.title}
          </button>
        ) : (
          <span className={styles['title']}>{column.title}</span>
        )}
      </h2>
      {!renaming && (
        <>
          <span className={styles['count']}>
            {count}
            <span className="sr-only"> {count === 1 ? 'card' : 'cards'}</span>
          </span>
          <span className={styles['space']} />
          {canEdit && (
            <>
              <IconButton label={`Add a card to the top of ${column.title}`} onClick={onAdd}>
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
