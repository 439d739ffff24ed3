import { LIMITS } from '@talkan/board/limits';
import type { Hue, Label } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { ArrowLeft, Merge, Trash2 } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { HueChoice } from './hue-choice';
import styles from './label-form.module.css';
import { TextBox } from './text-box';

export interface LabelFormProps {
  /** `null`: a new one. */
  readonly label: Label | null;
  readonly name: string;
  /** Where a name is kept that is not saved yet. */
  readonly draft: string;
  readonly hue: Hue;
  readonly onSave: (name: string, hue: Hue) => void;
  readonly onBack: () => void;
  readonly onMerge?: () => void;
  readonly onDelete?: () => void;
  /** How many cards have it, in words. */
  readonly use?: string;
}

/** A label's name and colour, and what else can be done with it. */
export function LabelForm(props: LabelFormProps) {
  const { label, onSave, onMerge, onDelete, use } = props;
  const [name, setName, clear] = useDraft(props.draft, props.name);
  const [hue, setHue] = useState(props.hue);
  const onBack = () => {
    clear();
    props.onBack();
  };
  const labels = useBoardPart((state) => state.board.labels());
  const noteId = useId();
  const wanted = name.trim();
  const other = labels.find(({ id, name: its }) => id !== label?.id && its.toLowerCase() === wanted.toLowerCase());
  const problem =
    other &&
    (onMerge
      ? t`There is a label “${other.name}” already. You can merge the two.`
      : t`There is a label “${other.name}” already.`);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '' || other) return;
        clear();
        onSave(wanted, hue);
      }}
    >
      <FormHead title={label ? t`Edit label` : t`New label`} onBack={onBack} />
      <TextBox
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- It takes the place of what had the focus.
        autoFocus
        value={name}
        maxLength={LIMITS.name}
        aria-label={t`Name`}
        placeholder={t`Name`}
        dir="auto"
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={noteId}
        onChange={(event) => setName(event.target.value)}
      />
      <p id={noteId} className={styles['problem']}>
        {problem}
      </p>
      <HueChoice hue={hue} onChoose={setHue} />
      <Button type="submit" variant="primary" disabled={wanted === '' || other !== undefined}>
        {label ? t`Save` : t`Create label`}
      </Button>
      {onMerge && onDelete && (
        <div className={styles['more']}>
          <p>{use}</p>
          <Button variant="ghost" onClick={onMerge}>
            <Merge size={15} aria-hidden="true" />
            {t`Merge into…`}
          </Button>
          <Button variant="ghost" className={styles['delete'] ?? ''} onClick={onDelete}>
            <Trash2 size={15} aria-hidden="true" />
            {t`Delete label`}
          </Button>
        </div>
      )}
    </form>
  );
}

/** The name of a step, and the way back from it. */
export function FormHead({ title, onBack }: { title: ReactNode; onBack: () => void }) {
  return (
    <div className={styles['head']}>
      <IconButton label={t`Back to the labels`} onClick={onBack}>
        <ArrowLeft size={16} aria-hidden="true" />
      </IconButton>
      <b>{title}</b>
    </div>
  );
}
