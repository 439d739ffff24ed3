import { useCanEdit } from '../board/use-can-edit';
import { t } from '@talkan/words/words';
import { CalendarCheck, ChevronLeft, ChevronRight, History, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { announce } from '../ui/announce';
import { Button, IconButton } from '../ui/button';
import { useOffer } from '../ui/offers';
import styles from './moment-bar.module.css';
import { nameMoment, sayNewer } from './moment-words';
import type { TimeMachine, TimeMachineState } from './time-machine';
import type { MomentWords } from './time-travel';

const BACK = t`Back to today`;
const RESTORE = t`Restore the board to here`;
/** What PageUp and PageDown go over. */
const LEAP = 10;

interface MomentBarProps {
  machine: TimeMachine;
  state: TimeMachineState;
  words: MomentWords | null;
  problem: string | null;
  onLeave: () => void;
  onRestore: () => void;
}

/** Says which moment is shown, and leads to the others. */
export function MomentBar({ machine, state, words, problem, onLeave, onRestore }: MomentBarProps) {
  const canEdit = useCanEdit();
  const { wanted, newest, shown } = state;
  const isThere = shown?.seq === wanted;
  const moment = nameMoment(wanted, newest);
  const told = words && isThere ? `${words.who}, ${words.when}: ${words.sentence}` : '';
  const newer = useNewer(state);
  const step = useStep(machine, { moment, told: isThere ? told : null });

  const restore = () => isThere && onRestore();
  useOffer({
    scope: 'board',
    items: [
      { label: BACK, icon: CalendarCheck, also: t`leave present now`, onSelect: onLeave },
      ...(canEdit ? [{ label: RESTORE, icon: RotateCcw, disabled: !isThere, onSelect: restore }] : []),
    ],
  });

  return (
    <section className={styles['bar']} aria-label={t`Time travel`}>
      <div className={styles['top']}>
        <History size={18} className={styles['sign']} aria-hidden="true" />
        <p className={styles['words']}>
          <b>{moment}</b>
          {told !== '' && (
            <>
              <span className={styles['who']}>
                {words?.who}, {words?.when}
              </span>
              <span className={styles['told']}>{words?.sentence}</span>
            </>
          )}
          {wanted === 0 && <span className={styles['told']}>{t`The board was empty.`}</span>}
        </p>
        <div className={styles['ways']}>
          {canEdit && (
            <Button aria-disabled={!isThere} onClick={restore}>
              {RESTORE}
            </Button>
          )}
          <Button variant="primary" onClick={onLeave}>
            {BACK}
          </Button>
        </div>
      </div>
      {problem !== null && shown && (
        <p className={styles['problem']} role="alert">
          {problem} <Button onClick={machine.retry}>{t`Retry`}</Button>
        </p>
      )}
      <div className={styles['slide']}>
        <IconButton label={t`Previous change`} aria-disabled={wanted <= 0} onClick={() => step(-1, wanted)}>
          <ChevronLeft size={18} aria-hidden="true" />
        </IconButton>
        <input
          type="range"
          className={styles['range']}
          style={{ '--at': `${newest === 0 ? 100 : (Math.min(wanted, newest) / newest) * 100}%` } as CSSProperties}
          min={0}
          max={newest}
          value={Math.min(wanted, newest)}
          aria-label={t`Moment in the board’s past`}
          aria-valuetext={told === '' ? moment : `${moment}. ${told}`}
          onChange={(event) => machine.go(Number(event.target.value))}
          onKeyDown={(event) => leap(event, machine)}
        />
        <IconButton label={t`Next change`} aria-disabled={wanted >= newest} onClick={() => step(1, wanted)}>
          <ChevronRight size={18} aria-hidden="true" />
        </IconButton>
        <output className={styles['newer']}>{newer > 0 && sayNewer(newer)}</output>
      </div>
    </section>
  );
}

/** How many changes came since somebody was at the end of them. */
function useNewer({ wanted, newest }: TimeMachineState): number {
  const [seen, setSeen] = useState(newest);
  if (wanted === newest && seen !== newest) setSeen(newest);
  return newest - seen;
}

interface Said {
  readonly moment: string;
  /** `null` while it is not there yet. */
  readonly told: string | null;
}

/** A step by button. The slider says by itself where it is; the buttons do not. */
function useStep(machine: TimeMachine, { moment, told }: Said): (by: 1 | -1, from: number) => void {
  const asked = useRef(false);
  useEffect(() => {
    if (!asked.current || told === null) return;
    asked.current = false;
    announce(told === '' ? moment : `${moment}. ${told}`);
  }, [moment, told]);
  return (by, from) => {
    const { newest } = machine.getState();
    const next = Math.min(from, newest) + by;
    if (next < 0 || next > newest) return;
    asked.current = true;
    machine.go(next);
  };
}

/** A browser's own leap is a tenth of the whole: of ten thousand changes, a thousand. */
function leap(event: KeyboardEvent, machine: TimeMachine): void {
  const by = event.key === 'PageUp' ? LEAP : event.key === 'PageDown' ? -LEAP : 0;
  if (by === 0) return;
  event.preventDefault();
  const { wanted, newest } = machine.getState();
  machine.go(Math.max(0, Math.min(newest, wanted + by)));
}
