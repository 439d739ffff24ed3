import { LIMITS } from '@talkan/board/limits';
import type { Column } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId, useState } from 'react';
import { HueChoice } from '../home/hue-choice';
import { announce } from '../ui/announce';
import { Dialog } from '../ui/dialog';
import { useDraft } from '../ui/drafts';
import { useBoardUi } from './board-ui';
import { DialogButtons } from './dialog-buttons';
import styles from './move-dialog.module.css';

/** How many cards a column should hold, its colour, and whether what is in it is done. */
export function ColumnSettings({ column, onClose }: { column: Column; onClose: () => void }) {
  const id = useId();
  const { whole: store, hues } = useBoardUi();
  const draft = `column-limit:${store.getState().board.id}:${column.id}`;
  const [limit, setLimit, clearLimit] = useDraft(draft, column.limit?.toString() ?? '');
  const [hue, setHue] = useState(column.hue ?? hues(column.id));
  const [done, setDone] = useState(column.done);
  const number = limit.trim() === '' ? null : Number(limit);
  const isWrong = number !== null && !(Number.isInteger(number) && number >= 1 && number <= LIMITS.columnLimit);
  const leave = () => {
    clearLimit();
    onClose();
  };
  const save = () => {
    if (isWrong) return;
    const hueBefore = column.hue ?? hues(column.id);
    const fields = {
      ...(number !== column.limit && { limit: number }),
      ...(hue !== hueBefore && { hue }),
      ...(done !== column.done && { done }),
    };
    if (Object.keys(fields).length > 0) {
      store.commit([{ type: 'column.edit', columnId: column.id, ...fields }]);
      announce(t`“${column.title}” saved.`);
    }
    leave();
  };
  return (
    <Dialog open onClose={onClose} labelledBy={id}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 id={id}>{column.title}</h2>
        <div className={styles['field']}>
          <label htmlFor={`${id}-limit`}>{t`Limit`}</label>
          <input
            id={`${id}-limit`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={limit}
            placeholder={t`No limit`}
            aria-invalid={isWrong || undefined}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setLimit(event.target.value)}
          />
          <p
            id={`${id}-hint`}
            className={isWrong ? styles['problem'] : styles['hint']}
            role={isWrong ? 'alert' : undefined}
          >
            {isWrong
              ? t`A limit is a whole number from 1 to 20,000. Leave it empty for none.`
              : t`How many cards it should hold at most. Leave it empty for none.`}
          </p>
        </div>
        <HueChoice value={hue} onChange={setHue} />
        <label className={styles['check']}>
          <input type="checkbox" checked={done} onChange={(event) => setDone(event.target.checked)} />
          {t`Cards in this column are done`}
        </label>
        <DialogButtons label={t`Save`} onCancel={leave} />
      </form>
    </Dialog>
  );
}
