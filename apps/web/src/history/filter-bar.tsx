import { t } from '@talkan/words/words';
import type { ComponentProps } from 'react';
import { CardPicker } from './card-picker';
import { allDoors } from './doors';
import styles from './filter-bar.module.css';
import type { Filters } from './filters';
import type { People } from './use-people';

interface FilterBarProps {
  readonly filters: Filters;
  readonly people: People;
  readonly onChange: (filters: Filters) => void;
}

/** Whose changes, of which card, by which door: people read it as a source. */
export function FilterBar({ filters, people, onChange }: FilterBarProps) {
  const { person, card, door } = filters;
  const doors = allDoors();
  return (
    <fieldset className={styles['bar']} aria-label={t`Show only`}>
      <Choice
        aria-label={t`Person`}
        value={person ?? ''}
        onChange={(event) => onChange({ ...filters, person: event.target.value || null })}
      >
        <option value="">{t`Everybody`}</option>
        {person !== null && people.all.every(({ id }) => id !== person) && (
          <option value={person}>{t`Somebody else`}</option>
        )}
        {people.all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <CardPicker chosen={card} onChoose={(chosen) => onChange({ ...filters, card: chosen })} />
      <Choice
        aria-label={t`Source`}
        value={door ?? ''}
        onChange={(event) => {
          const chosen = doors.find(({ origin }) => origin === event.target.value);
          onChange({ ...filters, door: chosen?.origin ?? null });
        }}
      >
        <option value="">{t`Any source`}</option>
        {doors.map(({ origin, name }) => (
          <option key={origin} value={origin}>
            {name}
          </option>
        ))}
      </Choice>
    </fieldset>
  );
}

function Choice(props: ComponentProps<'select'>) {
  return <select className={styles['control']} data-set={props.value === '' ? undefined : ''} {...props} />;
}
