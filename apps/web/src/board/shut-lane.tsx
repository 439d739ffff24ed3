import type { Column } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { useBoardPart } from '../sync/use-board-store';
import { useBoardUi } from './board-ui';
import { hueStyle } from './hues';
import styles from './lane.module.css';
import { PendingSign } from './pending-sign';

/** A column that somebody keeps collapsed: its name and how many cards it holds. */
export function ShutLane({ column }: { column: Column }) {
  const { hues, collapse } = useBoardUi();
  const count = useBoardPart((state) => state.board.cardsIn(column.id).length);
  return (
    <section className={styles['shut']} data-shut-lane={column.id} aria-label={t`${column.title}, collapsed`}>
      <button
        type="button"
        aria-expanded={false}
        title={t`Open ${column.title}`}
        onClick={() => collapse(column.id, false)}
      >
        <i className={styles['swatch']} style={hueStyle(column.hue ?? hues(column.id))} />
        <bdi>{column.title}</bdi>
        <b>
          {count}
          <span className="sr-only"> {plural(count, { one: 'card', other: 'cards' })}</span>
        </b>
        <PendingSign columnId={column.id} />
      </button>
    </section>
  );
}
