import type { Card, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId, useState } from 'react';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Dialog } from '../ui/dialog';
import { useBoardUi } from './board-ui';
import { ColumnField } from './column-field';
import { DialogButtons } from './dialog-buttons';
import styles from './move-dialog.module.css';
import { moveTo, placesIn, saySpot, spotOf, type Spot } from './spot';
import { useCanEdit } from './use-can-edit';

type Position = 'top' | 'up' | 'down' | 'bottom';

/** Moves a card without dragging: to which column, and where in it. */
export function MoveDialog({ cardId, onClose }: { cardId: Id | null; onClose: () => void }) {
  const card = useBoardPart((state) => (cardId === null ? undefined : state.board.card(cardId)));
  const canEdit = useCanEdit();
  const headingId = useId();
  return (
    <Dialog open={canEdit && card !== undefined} onClose={onClose} labelledBy={headingId}>
      {card && <MoveForm card={card} headingId={headingId} onClose={onClose} />}
    </Dialog>
  );
}

function MoveForm({ card, headingId, onClose }: { card: Card; headingId: string; onClose: () => void }) {
  const store = useBoardStore();
  const { lanes } = useBoardUi();
  const board = useBoardPart((state) => state.board);
  const [columnId, setColumnId] = useState(card.columnId);
  const [position, setPosition] = useState<Position>('top');
  const isHere = columnId === card.columnId;
  const index = spotOf(board, card.id)?.index ?? 0;
  const last = placesIn(board, columnId, card.id) - 1;

  const move = () => {
    const spot: Spot = { columnId, index: indexOf(position, { index, last }) };
    const operation = moveTo(board, card.id, spot);
    if (operation) store.commit([operation]);
    announce(t`${`${board.key}-${card.number}`} is in ${saySpot(store.getState().board, card.id, spot)}.`);
    onClose();
    requestAnimationFrame(() => lanes.get(columnId)?.focusCard(card.id));
  };

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        move();
      }}
    >
      <h2 id={headingId}>{t`Move ${board.key}-${card.number}`}</h2>
      <p>{card.title}</p>
      <ColumnField
        columns={board.columns()}
        chosen={columnId}
        onChoose={(chosen) => {
          setColumnId(chosen);
          setPosition('top');
        }}
      />
      <div className={styles['field']}>
        <label htmlFor={`${headingId}-position`}>{t`Position`}</label>
        <select
          id={`${headingId}-position`}
          value={position}
          onChange={(event) => setPosition(readPosition(event.target.value))}
        >
          <option value="top">{t`Top`}</option>
          {isHere && index > 0 && <option value="up">{t`Up one`}</option>}
          {isHere && index < last && <option value="down">{t`Down one`}</option>}
          <option value="bottom">{t`Bottom`}</option>
        </select>
      </div>
      <DialogButtons label={t`Move`} onCancel={onClose} />
    </form>
  );
}

function indexOf(position: Position, { index, last }: { index: number; last: number }): number {
  switch (position) {
    case 'top':
      return 0;
    case 'up':
      return index - 1;
    case 'down':
      return index + 1;
    case 'bottom':
      return last;
  }
}

function readPosition(value: string): Position {
  return value === 'up' || value === 'down' || value === 'bottom' ? value : 'top';
}
