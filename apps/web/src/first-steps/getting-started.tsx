import { t } from '@talkan/words/words';
import { Check, X } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Popover } from '../fields/popover';
import { useBoardStore } from '../sync/use-board-store';
import { happening } from '../sync/happenings';
import { announce } from '../ui/announce';
import { Button, IconButton } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import { useShowStep } from './show-step';
import styles from './first-steps.module.css';
import { hintOf, NAMES } from './step-words';
import { nextStep, readProgress, stepOf, STEPS, writeProgress, type StepId } from './steps';

export interface GettingStartedProps {
  /** How far this person was. */
  kept: string | null;
  onKeep: (progress: string) => void;
  /** They are done with it, or do not want it. */
  onLeave: () => void;
}

/** The first steps, one at a time, each ticked off when it is done; all of them in a list. */
export function GettingStarted({ kept, onKeep, onLeave }: GettingStartedProps) {
  const [done, setDone] = useState(() => readProgress(kept));
  const [shown, setShown] = useState<StepId | null>(null);
  const [listing, setListing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const { hint, show } = useSteps();
  const next = nextStep(done);

  const take = useEffectEvent((step: StepId | null) => {
    if (step === null || done.has(step)) return;
    const after = new Set([...done, step]);
    setDone(after);
    onKeep(writeProgress(after));
    const name = NAMES[step];
    const all = nextStep(after) === null;
    announce(all ? t`Done: ${name}. That was the last of the first steps.` : t`Done: ${name}.`);
  });
  useEffect(() => {
    return happening.subscribe(() => {
      const now = happening.get();
      take(now && stepOf(now));
    });
  }, []);

  const lead = (step: StepId) => {
    setListing(false);
    setShown(step);
    show(step);
  };
  const leave = () => {
    onLeave();
    document.getElementById('board')?.focus();
  };

  if (next === null) {
    return (
      <section className={styles['strip']} aria-label={t`Getting started`}>
        <Ring done={done.size} />
        <p className={styles['words']}>{t`That is all it takes. Whatever else you wonder about: ask the assistant.`}</p>
        <Button variant="ghost" className={styles['show']} onClick={leave}>
          {t`Close`}
        </Button>
      </section>
    );
  }
  return (
    <section className={styles['strip']} aria-label={t`Getting started`}>
      <button
        ref={opener}
        type="button"
        className={styles['opener']}
        aria-haspopup="dialog"
        aria-expanded={listing}
        aria-controls={listing ? listId : undefined}
        title={t`All first steps`}
        onClick={() => setListing(true)}
      >
        <Ring done={done.size} />
        <span className="sr-only">{t`Getting started, ${done.size} of ${STEPS.length} done.`} </span>
        <span className={styles['words']}>{next === shown ? hint(next) : NAMES[next]}</span>
      </button>
      <Button variant="ghost" className={styles['show']} onClick={() => lead(next)}>
        {t`Show me`}
      </Button>
      <IconButton label={t`Do not show the first steps again`} className={styles['away']} onClick={leave}>
        <X size={14} aria-hidden="true" />
      </IconButton>
      {listing && (
        <StepList
          id={listId}
          done={done}
          anchor={() => opener.current}
          hint={hint}
          onShow={lead}
          onClose={() => setListing(false)}
        />
      )}
    </section>
  );
}

interface StepListProps {
  id: string;
  done: ReadonlySet<StepId>;
  anchor: () => HTMLElement | null;
  hint: (step: StepId) => string;
  onShow: (step: StepId) => void;
  onClose: () => void;
}

function StepList({ id, done, anchor, hint, onShow, onClose }: StepListProps) {
  const popover = useRef<HTMLDialogElement>(null);
  return (
    <Popover popover={popover} label={t`Getting started`} anchor={anchor} onClose={onClose}>
      <ol id={id} className={styles['list']}>
        {STEPS.map((step) => {
          const isDone = done.has(step);
          return (
            <li key={step} data-done={isDone || undefined}>
              <span className={styles['tick']} aria-hidden="true">
                {isDone && <Check size={11} strokeWidth={3} />}
              </span>
              <p>
                <b>{NAMES[step]}</b>
                {isDone ? <span className="sr-only"> {t`Done.`}</span> : <span>{hint(step)}</span>}
              </p>
              {!isDone && (
                <Button
                  variant="ghost"
                  className={styles['show']}
                  aria-label={t`Show me: ${NAMES[step]}`}
                  onClick={() => onShow(step)}
                >
                  {t`Show me`}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Popover>
  );
}

/** How far it is, as a ring that fills. */
function Ring({ done }: { done: number }) {
  const isAll = done === STEPS.length;
  return (
    <svg className={styles['ring']} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" />
      <circle cx="10" cy="10" r="8" pathLength={STEPS.length} strokeDasharray={`${done} ${STEPS.length}`} />
      {isAll && <path d="m6.6 10.2 2.3 2.3 4.5-4.8" />}
    </svg>
  );
}

function useSteps() {
  const store = useBoardStore();
  const isPhone = useIsPhone();
  const show = useShowStep();
  return { hint: (step: StepId) => hintOf(step, { isPhone, boardKey: store.getState().board.key }), show };
}
