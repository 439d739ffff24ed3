import { moveAll } from '@talkan/board/compose-column';
import type { Column } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId, useState } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { Dialog } from '../ui/dialog';
import { commitWithUndo, countCards } from './actions';
import { useBoardUi } from './board-ui';
import { ColumnField } from './column-field';
import { DialogButtons } from './dialog-buttons';
import styles from './move-dialog.module.css';

/** Asks where all cards of a column should go. */
export function MoveAllDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const id = useId();
  const { whole: store } = useBoardUi();
  const others = useBoardPart((state) => state.board.columns()).filter((other) => other.id !== column.id);
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  const target = others.find((other) => other.id === chosen) ?? others[0];
  const move = () => {
    const cards = store.getState().board.cardsIn(column.id);
    if (target && cards.length > 0) {
      const message = t`${countCards(cards.length)} moved to “${target.title}”`;
      commitWithUndo(store, moveAll(cards, target.id), message);
    }
    onClose();
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
        <h2 id={id}>{t`Move all cards`}</h2>
        <p>{t`All cards of “${column.title}” go to the end of another column.`}</p>
        <ColumnField columns={others} chosen={target?.id} onChoose={setChosen} />
        <DialogButtons label={t`Move`} disabled={!target} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
