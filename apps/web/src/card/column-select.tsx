import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { ChevronDown } from 'lucide-react';
import { useBoardUi } from '../board/board-ui';
import { hueStyle } from '../board/hues';
import { moveTo, placesIn, saySpot } from '../board/spot';
import { useCanEdit } from '../board/use-can-edit';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import styles from './card-sheet.module.css';

/** The column that a card is in; choosing another one moves it to that one's end. */
export function ColumnSelect({ card }: { card: Card }) {
  const store = useBoardStore();
  const canEdit = useCanEdit();
  const { hues } = useBoardUi();
  const columns = useBoardPart((state) => state.board.columns());
  const title = columns.find((column) => column.id === card.columnId)?.title ?? '';

  const move = (columnId: string) => {
    const { board } = store.getState();
    const spot = { columnId, index: placesIn(board, columnId, card.id) - 1 };
    const operation = moveTo(board, card.id, spot);
    if (!operation) return;
    store.commit([operation]);
    announce(t`${`${board.key}-${card.number}`} is in ${saySpot(store.getState().board, card.id, spot)}.`);
  };

  return (
    <span className={styles['column']} style={hueStyle(hues(card.columnId))}>
      {canEdit ? (
        <>
          <select aria-label={t`Column`} value={card.columnId} onChange={(event) => move(event.target.value)}>
            {columns.map((column) => (
              <option key={column.id} value={column.id}>
                {column.title}
              </option>
            ))}
          </select>
          <ChevronDown size={14} aria-hidden="true" />
        </>
      ) : (
        <span dir="auto">{title}</span>
      )}
    </span>
  );
}
