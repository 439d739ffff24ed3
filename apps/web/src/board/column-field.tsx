import type { Column, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId } from 'react';
import styles from './move-dialog.module.css';

interface ColumnFieldProps {
  readonly columns: readonly Column[];
  readonly chosen: Id | undefined;
  readonly onChoose: (columnId: Id) => void;
}

/** Asks for one of these columns. */
export function ColumnField({ columns, chosen, onChoose }: ColumnFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t`Column`}</label>
      <select
        id={id}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value)}
        onKeyDown={(event) => {
          // Whoever has typed a column goes there, as from any other field; Space opens the list.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      >
        {columns.map((column) => (
          <option key={column.id} value={column.id}>
            {column.title}
          </option>
        ))}
      </select>
    </div>
  );
}
