import { DUE_SPANS, NONE, type CardFilter } from '@talkan/board/filter';
import { PRIORITIES, type Id } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { useId, useState, type ReactNode } from 'react';
import { hueStyle } from '../board/hues';
import { useSigns } from '../presence/signs';
import { useBoardPart } from '../sync/use-board-store';
import styles from './filter.module.css';
import { DUE_WORDS, PRIORITY_WORDS, sayDays, SPANS } from './words';

interface Person {
  readonly userId: Id;
  readonly name: string;
}

type ListKind = 'labels' | 'people' | 'due' | 'priorities';

export interface FilterPanelProps {
  readonly filter: CardFilter;
  readonly people: readonly Person[];
  readonly onChange: (filter: CardFilter) => void;
}

/** So many labels are listed before one has to type. */
const MOST_LABELS = 60;

/** Everything that cards can be looked for by. */
export function FilterPanel({ filter, people, onChange }: FilterPanelProps) {
  const id = useId();
  const { userId: self } = useSigns();
  const board = useBoardPart((state) => state.whole ?? state.board);
  const [wanted, setWanted] = useState('');
  const labels = board.labels().filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const toggle = (kind: ListKind, value: string) => {
    const values: readonly string[] = filter[kind] ?? [];
    const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
    onChange({ ...filter, [kind]: next });
  };
  const box = (kind: ListKind, value: string, label: ReactNode) => (
    <label key={value} className={styles['option']}>
      <input
        type="checkbox"
        checked={filter[kind]?.some((other) => other === value) ?? false}
        onChange={() => toggle(kind, value)}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <div className={styles['panel']}>
      <div className={styles['field']}>
        <label htmlFor={`${id}-text`}>{t`Text`}</label>
        <input
          id={`${id}-text`}
          type="text"
          maxLength={500}
          value={filter.text ?? ''}
          placeholder={t`Words in a card`}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </div>
      <fieldset>
        <legend>{t`Due`}</legend>
        {DUE_SPANS.map((span) => box('due', span, DUE_WORDS[span]))}
      </fieldset>
      <fieldset>
        <legend>{t`Assigned`}</legend>
        {people.map(({ userId, name }) =>
          box(
            'people',
            userId,
            <>
              {name} {userId === self && <small>{t`you`}</small>}
            </>,
          ),
        )}
        {box('people', NONE, t`Nobody`)}
      </fieldset>
      <fieldset>
        <legend>{t`Labels`}</legend>
        {board.labels().length > 12 && (
          <input
            type="text"
            aria-label={t`Find a label`}
            placeholder={t`Find a label`}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
        {labels.slice(0, MOST_LABELS).map((label) =>
          box(
            'labels',
            label.id,
            <>
              <i className={styles['swatch']} style={hueStyle(label.hue)} />
              {label.name}
            </>,
          ),
        )}
        {labels.length > MOST_LABELS && (
          <p className={styles['more']}>
            {plural(labels.length - MOST_LABELS, {
              one: '# more: type a part of the name.',
              other: '# more: type a part of the name.',
            })}
          </p>
        )}
        {box('labels', NONE, t`No label`)}
      </fieldset>
      <fieldset>
        <legend>{t`Priority`}</legend>
        {PRIORITIES.map((priority) => box('priorities', priority, PRIORITY_WORDS[priority]))}
        {box('priorities', NONE, PRIORITY_WORDS.none)}
      </fieldset>
      <Days
        label={t`Changed in`}
        value={filter.changed}
        say={sayDays}
        onChange={(changed) => onChange({ ...filter, changed })}
      />
      <Days
        label={t`Untouched for`}
        value={filter.untouched}
        say={(days) => plural(days, { one: '# day', other: '# days' })}
        onChange={(untouched) => onChange({ ...filter, untouched })}
      />
    </div>
  );
}

interface DaysProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly say: (days: number) => string;
  readonly onChange: (days: number | undefined) => void;
}

function Days({ label, value, say, onChange }: DaysProps) {
  const id = useId();
  const spans = value === undefined || SPANS.some((days) => days === value) ? SPANS : [...SPANS, value];
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(Number(event.target.value) || undefined)}>
        <option value="">{t`Any time`}</option>
        {spans.map((days) => (
          <option key={days} value={days}>
            {say(days)}
          </option>
        ))}
      </select>
    </div>
  );
}
