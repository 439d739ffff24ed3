import { isWholeDay } from '@talkan/board/dates';
import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId } from 'react';
import { TextBox } from '../fields/text-box';
import { localOf, momentOf, ownZone } from '../fields/zone';
import { useBoardPart } from '../sync/use-board-store';
import type { OperationField } from './operation-fields';
import styles from './proposal.module.css';

/** A column that is proposed, too. */
export interface NewColumn {
  readonly id: Id;
  readonly title: string;
}

interface OperationFieldProps {
  field: OperationField;
  /** What the operation does, in one sentence. */
  about: string;
  newColumns: readonly NewColumn[];
  onValue: (value: string | null) => void;
}

/** A part of a proposed operation as a field. */
export function OperationFieldView({ field, about, newColumns, onValue }: OperationFieldProps) {
  const id = useId();
  const names = { id, 'aria-describedby': `${id}-about` };
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{field.label}</label>
      <FieldControl field={field} names={names} newColumns={newColumns} onValue={onValue} />
      <span id={names['aria-describedby']} hidden>
        {about}
      </span>
    </div>
  );
}

interface FieldControlProps extends Pick<OperationFieldProps, 'field' | 'newColumns' | 'onValue'> {
  names: { readonly id: string; readonly 'aria-describedby': string };
}

function FieldControl({ field, names, newColumns, onValue }: FieldControlProps) {
  switch (field.kind) {
    case 'line':
      return <TextBox {...names} type="text" value={field.value} onChange={(event) => onValue(event.target.value)} />;
    case 'text':
      return <textarea {...names} rows={2} value={field.value} onChange={(event) => onValue(event.target.value)} />;
    case 'column':
      return <ColumnChoice {...names} newColumns={newColumns} value={field.value} onValue={onValue} />;
    case 'date':
      return <DateChoice {...names} value={field.value} onValue={onValue} />;
  }
}

interface ColumnChoiceProps {
  id: string;
  value: string;
  newColumns: readonly NewColumn[];
  onValue: (value: string) => void;
}

function ColumnChoice({ value, newColumns, onValue, ...names }: ColumnChoiceProps) {
  const present = useBoardPart((state) => state.board.columns());
  const columns = [...present, ...newColumns];
  const isHere = columns.some(({ id }) => id === value);
  return (
    <select {...names} value={value} onChange={(event) => onValue(event.target.value)}>
      {!isHere && <option value={value}>{t`As proposed`}</option>}
      {columns.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}

interface DateChoiceProps {
  id: string;
  value: string | null;
  onValue: (value: string | null) => void;
}

/** A day, or a moment by the clock here; empty, the date goes. */
function DateChoice({ value, onValue, ...names }: DateChoiceProps) {
  if (value === null || isWholeDay(value)) {
    return (
      <TextBox {...names} type="date" value={value ?? ''} onChange={(event) => onValue(event.target.value || null)} />
    );
  }
  const { day, time } = localOf(value, ownZone());
  return (
    <TextBox
      {...names}
      type="datetime-local"
      value={`${day}T${time}`}
      onChange={(event) => {
        const [newDay = '', newTime = ''] = event.target.value.split('T');
        onValue(newTime === '' ? null : momentOf({ day: newDay, time: newTime.slice(0, 5) }, ownZone()));
      }}
    />
  );
}
