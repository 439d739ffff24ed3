import type { Column } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Plus } from 'lucide-react';
import { useEffect, useRef, type Ref } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { prefersStillness } from '../ui/stillness';
import { ColumnMenu } from './column-menu';
import { isOver, sayCount } from './limit';
import { PendingSign } from './pending-sign';
import styles from './tabs.module.css';
import { useCanEdit } from './use-can-edit';
import { useLanes } from './use-lanes';

export interface TabsProps {
  /** Index of the lane that is shown. */
  readonly current: number;
  readonly onGo: (index: number) => void;
  /** Opens the place behind the last lane, where the next one goes. */
  readonly onAdd: () => void;
  /** Where the button of the filter stands. */
  readonly filterRef: Ref<HTMLSpanElement>;
}

/** On a phone: the columns by name, and what can be done to the one that is shown. */
export function Tabs({ current, onGo, onAdd, filterRef }: TabsProps) {
  const lanes = useLanes();
  const board = useBoardPart((state) => state.board);
  const whole = useBoardPart((state) => state.whole ?? state.board);
  const canEdit = useCanEdit();
  const list = useRef<HTMLDivElement>(null);
  const shown = lanes[current];

  useEffect(() => {
    const tab = list.current?.children[current];
    if (tab instanceof HTMLElement) centre(tab);
  }, [current]);

  return (
    <nav className={styles['bar']} aria-label={t`Columns`}>
      <div ref={list} className={styles['tabs']} data-columns>
        {lanes.map(({ column, arrival }, index) => (
          <button
            key={column.id}
            type="button"
            className={styles['tab']}
            data-tab={index}
            data-column={arrival ? undefined : column.id}
            data-column-grip={canEdit || undefined}
            data-column-handle
            aria-current={index === current ? 'true' : undefined}
            onClick={() => onGo(index)}
          >
            <bdi>{column.title}</bdi>{' '}
            {arrival ? (
              <b>{t`New`}</b>
            ) : (
              <Count of={column} shown={board.cardsIn(column.id).length} total={whole.cardsIn(column.id).length} />
            )}
            <PendingSign columnId={column.id} />
          </button>
        ))}
        {canEdit && (
          <button
            type="button"
            className={styles['tab']}
            aria-label={t`New column`}
            aria-current={current === lanes.length ? 'true' : undefined}
            onClick={() => {
              onGo(lanes.length);
              onAdd();
            }}
          >
            <Plus size={17} aria-hidden="true" />
          </button>
        )}
      </div>
      <span ref={filterRef} />
      {canEdit && shown?.arrival === null && <ColumnMenu key={shown.column.id} column={shown.column} />}
    </nav>
  );
}

interface CountProps {
  readonly of: Column;
  /** How many are shown, */
  readonly shown: number;
  /** and how many there are. */
  readonly total: number;
}

/** How many cards a column holds; where that is more than it should, also how many it should: a tab has no room for more. */
function Count({ of: column, shown, total }: CountProps) {
  const { limit } = column;
  const over = isOver(column, total);
  return (
    <>
      <b>{sayCount(shown, over ? total : shown)}</b>
      {limit !== null && <span className="sr-only"> {t`of ${limit} allowed`}</span>}
      {over && <b aria-hidden="true">{t`of ${limit ?? 0}`}</b>}
    </>
  );
}

/** Scrolls the bar alone: `scrollIntoView` would take the board with it. */
function centre(tab: HTMLElement): void {
  const bar = tab.parentElement;
  const left = tab.offsetLeft - (bar ? (bar.clientWidth - tab.offsetWidth) / 2 : 0);
  bar?.scrollTo({ left, behavior: prefersStillness() ? 'instant' : 'smooth' });
}
