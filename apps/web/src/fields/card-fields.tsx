import type { Card } from '@talkan/board/model';
import { inSentence, t } from '@talkan/words/words';
import { Plus, SquarePen } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useLabelsOf } from './use-labels-of';
import { useCardOffer } from '../card-actions/use-card-offer';
import { useLoaded } from '../ui/use-loaded';
import styles from './card-fields.module.css';
import { useKeysOf } from '../keys/use-keys-of';
import type { KeyName } from '../keys/table';
import type { CardFieldName } from './field-names';
import { DueValue, LabelsValue, PeopleValue, PriorityValue, StartValue } from './values';

const loadPicker = () => import('./field-picker');

/** What is known of a card beside its texts, as rows of its facts: each to be chosen by who may. */
export function CardFields({ card, canEdit }: { card: Card; canEdit: boolean }) {
  const [open, setOpen] = useState<CardFieldName | null>(null);
  const picker = useLoaded(loadPicker, open !== null);
  const anchor = useRef<HTMLButtonElement>(null);
  const labels = useLabelsOf(card);
  const { assigneeIds, dueAt, startAt, priority, estimate } = card;
  const row = (field: CardFieldName, words: RowWords, value: ReactNode) => (
    <FieldRow
      card={card}
      {...words}
      value={value}
      isOpen={open === field}
      onOpen={
        canEdit
          ? (button, toOpen) => {
              anchor.current = button;
              setOpen(toOpen ? field : null);
            }
          : null
      }
    >
      {open === field && picker && (
        <picker.FieldPicker field={field} cards={[card]} anchor={() => anchor.current} onClose={() => setOpen(null)} />
      )}
    </FieldRow>
  );
  return (
    <>
      {row(
        'people',
        { label: assigneeIds.length > 1 ? t`Assignees` : t`Assignee`, add: t`Assign somebody`, shortcut: 'people' },
        assigneeIds.length > 0 && <PeopleValue ids={assigneeIds} />,
      )}
      {row(
        'due',
        { label: t`Due`, add: t`Add due date`, shortcut: 'due' },
        dueAt && <DueValue date={dueAt} columnId={card.columnId} />,
      )}
      {row('start', { label: t`Start`, add: t`Add start date` }, startAt && <StartValue date={startAt} />)}
      {row(
        'labels',
        { label: t`Labels`, add: t`Add labels`, shortcut: 'labels' },
        labels.length > 0 && <LabelsValue labels={labels} />,
      )}
      {row('priority', { label: t`Priority`, add: t`Add priority` }, priority && <PriorityValue priority={priority} />)}
      {row('estimate', { label: t`Estimate`, add: t`Add estimate` }, estimate !== null && `${estimate}`)}
    </>
  );
}

interface RowWords {
  readonly label: string;
  /** What opens it. */
  readonly shortcut?: KeyName;
  /** Stands there while there is no value. */
  readonly add: string;
}

interface FieldRowProps extends RowWords {
  readonly card: Card;
  readonly value: ReactNode;
  readonly isOpen: boolean;
  /** `null`: it is only read. */
  readonly onOpen: ((button: HTMLButtonElement, toOpen: boolean) => void) | null;
  /** What chooses it, while it is open. */
  readonly children: ReactNode;
}

function FieldRow({ card, label, shortcut, add, value, isOpen, onOpen, children }: FieldRowProps) {
  // A press outside of what is open closes it before the click comes that would open it again.
  const wasOpen = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const keys = useKeysOf(shortcut);
  const choose = {
    label: value ? t`Change ${inSentence(label)}` : add,
    icon: SquarePen,
    shortcut,
    also: label,
    onSelect: () => button.current && onOpen?.(button.current, true),
  };
  useCardOffer(card, onOpen ? [choose] : []);
  if (!onOpen && !value) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {onOpen ? (
          <button
            ref={button}
            type="button"
            className={value ? styles['value'] : styles['add']}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            aria-keyshortcuts={keys}
            onPointerDown={() => (wasOpen.current = isOpen)}
            onClick={(event) => onOpen(event.currentTarget, event.detail === 0 || !wasOpen.current)}
          >
            {value ? (
              <>
                <span className="sr-only">{choose.label}: </span>
                {value}
              </>
            ) : (
              <>
                <Plus size={14} aria-hidden="true" />
                {choose.label}
              </>
            )}
          </button>
        ) : (
          value
        )}
        {children}
      </dd>
    </div>
  );
}
