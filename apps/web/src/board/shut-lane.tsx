import type { Column } from '@talkan/board/model';
import { formatNumber, plural, t } from '@talkan/words/words';
import { useEffect, useRef } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { classNames } from '../ui/class-names';
import { useBoardUi, useDrag } from './board-ui';
import { hueStyle } from './hues';
import styles from './lane.module.css';
import { PendingSign } from './pending-sign';
import { useCanEdit } from './use-can-edit';

/** A column that somebody keeps collapsed: its name and how many cards it holds. What is dropped on it goes to its end. */
export function ShutLane({ column }: { column: Column }) {
  const { hues, collapse, lanes } = useBoardUi();
  const canEdit = useCanEdit();
  const section = useRef<HTMLElement>(null);
  const isAimedAt = useDrag((drag) => drag.get()?.spot.columnId === column.id);
  const count = useBoardPart((state) => state.board.cardsIn(column.id).length);

  useEffect(() => {
    const scroller = section.current;
    if (!scroller) return;
    return lanes.register(column.id, {
      scroller,
      unfold: () => collapse(column.id, false),
      indexAt: () => Number.POSITIVE_INFINITY,
      between: () => [],
      reveal: () => {},
      keepScroll: () => {},
      focusCard: () => scroller.querySelector('button')?.focus(),
    });
  }, [column.id, lanes, collapse]);

  return (
    <section
      ref={section}
      className={classNames(styles['shut'], isAimedAt && styles['aimedAt'])}
      data-shut-lane={column.id}
      data-column={column.id}
      data-column-grip={canEdit || undefined}
      aria-label={t`${column.title}, collapsed`}
    >
      <button
        type="button"
        data-column-handle={canEdit || undefined}
        aria-describedby={canEdit ? 'talkan-column-help' : undefined}
        aria-expanded={false}
        title={t`Open ${column.title}`}
        onClick={() => {
          collapse(column.id, false);
          announce(t`“${column.title}” is open.`);
        }}
      >
        <i className={styles['swatch']} style={hueStyle(column.hue ?? hues(column.id))} />
        <bdi>{column.title}</bdi>
        <b>
          {formatNumber(count)}
          <span className="sr-only"> {plural(count, { one: 'card', other: 'cards' })}</span>
        </b>
        <PendingSign columnId={column.id} />
      </button>
    </section>
  );
}
