import type { Column } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Plus } from 'lucide-react';
import { memo, use, useRef, useState } from 'react';
import { useSlotsIn } from '../presence/signs';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { AddCard, type AddPlace } from './add-card';
import { useBoardUi, useDrag } from './board-ui';
import { CardList } from './card-list';
import { newCardDraft } from './draft-keys';
import { isFreshBoard } from './fresh-board';
import { FrontContext } from './front';
import { LaneHeader } from './lane-header';
import styles from './lane.module.css';
import { useStarting } from './starting';
import { useArrivals } from './use-arrivals';
import { useCanEdit } from './use-can-edit';

/** One column: its header, its cards, and the field for new ones. */
export const Lane = memo(function Lane({ column }: { column: Column }) {
  const cards = useBoardPart((state) => state.board.cardsIn(column.id));
  const boardId = useBoardPart((state) => state.board.id);
  const [draft] = useDraft(newCardDraft(boardId, column.id), '');
  const canEdit = useCanEdit();
  const { hues } = useBoardUi();
  const total = useBoardPart((state) => (state.whole ?? state.board).cardsIn(column.id).length);
  const isTouched = useDrag(({ inLane }) => inLane(column.id) !== null);
  const isFirst = useBoardPart((state) => state.board.columns()[0]?.id === column.id);
  const [adding, setAdding] = useState<AddPlace | null>(isFirst && isFreshBoard(boardId) ? 'bottom' : null);
  const addButton = useRef<HTMLButtonElement>(null);
  const headingId = `column-${column.id}`;
  const slots = useSlotsIn(column.id)?.slots.length ?? 0;
  const arrivals = useArrivals(column.id).length;
  const isEmpty = cards.length === 0 && !isTouched && slots + arrivals === 0;
  const front = use(FrontContext);
  const fate = useBoardPart((state) => state.ghosts?.columns.get(column.id));

  useStarting(column.id, setAdding);

  const stopAdding = (giveFocusBack: boolean) => {
    setAdding(null);
    // Else to whatever had it before, which has taken it by then.
    if (giveFocusBack)
      requestAnimationFrame(() => document.activeElement === document.body && addButton.current?.focus());
  };
  const adder = canEdit && adding && (
    <AddCard columnId={column.id} title={column.title} place={adding} onClose={stopAdding} />
  );

  return (
    <section className={styles['lane']} data-lane={column.id} data-column={column.id} aria-labelledby={headingId}>
      <LaneHeader
        column={column}
        headingId={headingId}
        hue={column.hue ?? hues(column.id)}
        count={cards.length}
        total={total}
        isLeaving={fate?.isLeaving === true}
        onAdd={() => setAdding('top')}
      />
      {front && fate && <front.ColumnGhost words={fate.words} />}
      {adding === 'top' && adder}
      {isEmpty && !adder && total > 0 && <p className={styles['hidden']}>{t`No card matches`}</p>}
      {isEmpty && !adder && total === 0 && (
        <EmptyLane title={column.title} onAdd={canEdit ? () => setAdding('bottom') : undefined} />
      )}
      <CardList columnId={column.id} title={column.title} cards={cards} />
      {adding === 'bottom' && adder}
      {canEdit && !isEmpty && adding !== 'bottom' && (
        <button ref={addButton} type="button" className={styles['add']} onClick={() => setAdding('bottom')}>
          <Plus size={15} aria-hidden="true" />
          {draft === '' ? t`Add card` : <span className={styles['draft']}>{t`Go on with “${draft}”`}</span>}
          <span className="sr-only"> {t`to ${column.title}`}</span>
        </button>
      )}
    </section>
  );
});

function EmptyLane({ title, onAdd }: { title: string; onAdd: (() => void) | undefined }) {
  return (
    <div className={styles['empty']}>
      <b>{t`Nothing in ${title}`}</b>
      {onAdd && (
        <>
          <p>{t`Drag a card here, or add one.`}</p>
          <Button onClick={onAdd} data-first-add>
            {t`Add card`}
            <span className="sr-only"> {t`to ${title}`}</span>
          </Button>
        </>
      )}
    </div>
  );
}
