import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import { useId } from 'react';
import { classNames } from '../ui/class-names';
import { Tick } from '../ui/tick';
import type { ProposalLine } from './choice';
import { SentenceText } from './message-text';
import { fieldsOf, lackOf, withField } from './operation-fields';
import { OperationFieldView, type NewColumn } from './operation-field-view';
import styles from './proposal.module.css';

interface ProposalLineProps {
  line: ProposalLine;
  /** The columns that the proposal itself would add. */
  newColumns: readonly NewColumn[];
  boardKey: string;
  editing: boolean;
  onTick: (ticked: boolean) => void;
  onEdit: (operation: Operation) => void;
}

/** One part of a proposal, to be ticked off, and edited where it can be. */
export function ProposalLineView({ line, newColumns, boardKey, editing, onTick, onEdit }: ProposalLineProps) {
  const { operation, text, was, state, reason } = line;
  const id = useId();
  const isOut = state === 'off' || state === 'along';
  // What the board stands against goes into another column at best.
  const isRefused = state === 'stuck' && lackOf(operation) === null;
  const fields = editing && !isOut ? fieldsOf(operation).filter(({ kind }) => !isRefused || kind === 'column') : [];
  return (
    <li className={classNames(isOut && styles['out'], state === 'stuck' && styles['stuck'])}>
      <div className={styles['line']}>
        <label className={styles['tick']} htmlFor={id}>
          <Tick
            id={id}
            checked={state === 'on'}
            disabled={state === 'along' || state === 'stuck'}
            aria-describedby={`${id}-why`}
            onChange={(event) => onTick(event.target.checked)}
          />
          <span>
            <SentenceText text={text} boardKey={boardKey} />
          </span>
        </label>
        <p id={`${id}-why`} className={styles['why']}>
          {reason !== null && <span data-bad={state === 'stuck' || undefined}>{reason}</span>}
          {was !== null && was !== text && <span>{t`Was: ${was}`}</span>}
        </p>
      </div>
      {fields.map((field) => (
        <OperationFieldView
          key={field.name}
          field={field}
          about={text}
          newColumns={newColumns}
          onValue={(value) => onEdit(withField(operation, field.name, value))}
        />
      ))}
    </li>
  );
}
