import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId, useState } from 'react';
import { countCards } from '../board/actions';
import { ColumnField } from '../board/column-field';
import { DialogButtons } from '../board/dialog-buttons';
import styles from '../board/move-dialog.module.css';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { Dialog } from '../ui/dialog';
import { showToast } from '../ui/toast';
import { commonOf } from './change-cards';
import { commitTogether } from './commit-together';
import { listSome } from './list-some';
import { moveCards, type End } from './move-cards';

/** So many cards are named; the rest is counted. */
const MOST_NAMED = 8;

interface MoveCardsProps {
  /** In the order of the board, which they keep. */
  readonly cards: readonly Card[];
  readonly onClose: () => void;
}

/** Moves several cards together: to which column, and to which end of it. */
export function MoveCardsDialog({ cards, onClose }: MoveCardsProps) {
  const id = useId();
  const store = useBoardStore();
  const columns = useBoardPart((state) => state.board.columns());
  const boardKey = useBoardPart((state) => state.board.key);
  const common = commonOf(cards.map(({ columnId }) => columnId));
  const [chosen, setChosen] = useState(common ?? columns[0]?.id ?? '');
  const [end, setEnd] = useState<End>('top');
  const column = columns.find((one) => one.id === chosen) ?? columns[0];
  const count = countCards(cards.length);
  const names = cards.map(({ number }) => `${boardKey}-${number}`);

  const move = () => {
    if (!column) return;
    const { board } = store.getState();
    const operations = moveCards(
      board,
      cards.map((card) => card.id),
      { columnId: column.id, end },
    );
    onClose();
    if (operations.length === 0)
      showToast({
        message:
          end === 'top'
            ? t`They are at the top of “${column.title}” already.`
            : t`They are at the bottom of “${column.title}” already.`,
      });
    else
      commitTogether(
        store,
        operations,
        end === 'top'
          ? t`${count} moved to the top of “${column.title}”`
          : t`${count} moved to the bottom of “${column.title}”`,
      );
  };

  return (
    <Dialog open onClose={onClose} labelledBy={id}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <h2 id={id}>{t`Move ${count}`}</h2>
        <p>{listSome(names, MOST_NAMED)}</p>
        <ColumnField columns={columns} chosen={column?.id} onChoose={setChosen} />
        <div className={styles['field']}>
          <label htmlFor={`${id}-position`}>{t`Position`}</label>
          <select
            id={`${id}-position`}
            value={end}
            onChange={(event) => setEnd(event.target.value === 'bottom' ? 'bottom' : 'top')}
          >
            <option value="top">{t`Top`}</option>
            <option value="bottom">{t`Bottom`}</option>
          </select>
        </div>
        <DialogButtons label={t`Move`} disabled={!column} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
