import type { Card, CardDate } from '@talkan/board/model';
import { isWholeDay } from '@talkan/board/dates';
import { t } from '@talkan/words/words';
import { useId, useState } from 'react';
import { changeCards, commonOf, nameCards } from '../selection/change-cards';
import { useDraft } from '../ui/drafts';
import { sayDate } from './due';
import { useNow } from './now';
import { useBoardStore } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { Calendar } from './calendar';
import styles from './date-picker.module.css';
import { addDays, nextWeekday, today, type Day } from './days';
import { readDate, type ReadDate } from './read-date';
import { dateDraft } from './draft-keys';
import { TextBox } from './text-box';
import { localOf, momentOf, ownZone } from './zone';

const MONDAY = 1;

export interface DatePickerProps {
  readonly cards: readonly Card[];
  readonly field: 'startAt' | 'dueAt';
  readonly onDone: () => void;
}

/** When cards are due, or begin: a day, or a moment of it by the clock here. */
export function DatePicker({ cards, field, onDone }: DatePickerProps) {
  const store = useBoardStore();
  const common = commonOf(cards.map((card) => card[field]));
  const current = partsOf(common ?? null);
  const now = today();
  const draft = dateDraft(store.getState().board.id, cards, field);

  const set = (date: CardDate | null) => {
    const wanting = cards.filter((card) => card[field] !== date);
    const who = nameCards(store.getState().board, wanting);
    changeCards(store, cards, {
      operations: wanting.map((card) => ({ type: 'card.schedule', cardId: card.id, [field]: date })),
      message: sayDated({ field, date, who }),
    });
  };
  const choose = ({ day, time }: ReadDate) => {
    set(time === null ? day : momentOf({ day, time }, ownZone()));
    onDone();
  };
  const quick: readonly (readonly [string, Day])[] = [
    [t`Today`, now],
    [t`Tomorrow`, addDays(now, 1)],
    [t`Next Monday`, nextWeekday(now, MONDAY)],
    [t`In a week`, addDays(now, 7)],
  ];
  return (
    <div className={styles['picker']}>
      <TypedDate draft={draft} now={now} time={current?.time ?? null} onRead={choose} />
      {common === undefined && <p className={styles['hint']}>{t`They have different dates now.`}</p>}
      <div className={styles['quick']}>
        {quick.map(([label, day]) => (
          <Button
            key={label}
            className={styles['choice'] ?? ''}
            onClick={() => choose({ day, time: current?.time ?? null })}
          >
            {label}
          </Button>
        ))}
      </div>
      <Calendar
        chosen={current?.day ?? null}
        now={now}
        onChoose={(day) => choose({ day, time: current?.time ?? null })}
      />
      {common !== undefined && (
        <TimeOfDay
          // Another date brings its own time.
          key={common}
          draft={`${draft}:time`}
          time={current?.time ?? null}
          onSet={(time) => {
            const day = current?.day ?? now;
            set(time === null ? day : momentOf({ day, time }, ownZone()));
          }}
        />
      )}
      {common !== null && (
        <Button
          variant="ghost"
          className={styles['clear'] ?? ''}
          onClick={() => {
            set(null);
            onDone();
          }}
        >
          {field === 'dueAt' ? t`Remove due date` : t`Remove start date`}
        </Button>
      )}
    </div>
  );
}

interface Dated extends Pick<DatePickerProps, 'field'> {
  readonly date: CardDate | null;
  /** Which card, or how many of them, in words. */
  readonly who: string;
}

function sayDated({ field, date, who }: Dated): string {
  if (date === null) return field === 'dueAt' ? t`Due date removed from ${who}` : t`Start date removed from ${who}`;
  const day = sayDate(date, new Date());
  return field === 'dueAt' ? t`Due date ${day} set on ${who}` : t`Start date ${day} set on ${who}`;
}

function partsOf(date: CardDate | null): ReadDate | null {
  if (date === null) return null;
  return isWholeDay(date) ? { day: date, time: null } : localOf(date, ownZone());
}

interface TypedDateProps {
  /** Where what is typed is kept. */
  readonly draft: string;
  readonly now: Day;
  /** The time that stays where none is typed. */
  readonly time: string | null;
  readonly onRead: (date: ReadDate) => void;
}

/** A date in words: what was understood stands below before it is taken. */
function TypedDate({ draft, now, time, onRead }: TypedDateProps) {
  const [text, setText, clear] = useDraft(draft, '');
  const [isTaken, setTaken] = useState(false);
  const hintId = useId();
  const read = readDate(text, now);
  const isWrong = isTaken && text.trim() !== '' && read === null;
  const date = read && (read.time === null ? read.day : momentOf({ day: read.day, time: read.time }, ownZone()));
  const said = useNow((at) => (date === null ? '' : t`Enter: ${sayDate(date, at)}`));
  return (
    <>
      <TextBox
        data-first
        value={text}
        maxLength={60}
        aria-label={t`Date in words`}
        aria-describedby={hintId}
        aria-invalid={isWrong || undefined}
        placeholder={t`24 Nov, tomorrow 14:00`}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        onChange={(event) => {
          setText(event.target.value);
          setTaken(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setTaken(true);
          if (!read) return;
          clear();
          onRead({ day: read.day, time: read.time ?? time });
        }}
      />
      <output id={hintId} className={styles['hint']} data-bad={isWrong || undefined}>
        {isWrong ? t`Not understood. Try 24 Nov, 2026-11-24 or next Monday.` : said}
      </output>
    </>
  );
}

interface TimeOfDayProps {
  readonly draft: string;
  readonly time: string | null;
  readonly onSet: (time: string | null) => void;
}

function TimeOfDay({ draft, time, onSet }: TimeOfDayProps) {
  const [typed, setTyped, clear] = useDraft(draft, time ?? '');
  const id = useId();
  const keep = () => {
    const wanted = typed === '' ? null : typed;
    clear();
    if (wanted !== time) onSet(wanted);
  };
  return (
    <div className={styles['time']}>
      <label htmlFor={id}>{t`Time`}</label>
      <TextBox
        id={id}
        type="time"
        value={typed}
        title={t`By the clock of ${ownZone()}`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
      {time === null ? (
        <span>{t`optional`}</span>
      ) : (
        <Button variant="ghost" onClick={() => onSet(null)}>
          {t`All day`}
        </Button>
      )}
    </div>
  );
}
