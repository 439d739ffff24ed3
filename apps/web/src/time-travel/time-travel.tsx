import type { Board, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { BoardSkeleton } from '../board/board-states';
import { BOARD_ROOT } from '../board/paths';
import { useBoardPeople } from '../fields/people';
import { historyPath } from '../history/history-path';
import { problemOf } from '../problem';
import { useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import { sayWhen } from '../ui/when';
import { LiveStoreContext } from './live-store';
import { MomentBar } from './moment-bar';
import { tellPast, touchedBy } from './moment-words';
import { PastBoard } from './past-board';
import { PastCard } from './past-card';
import { createPastStore, type PastStore } from './past-store';
import { pastCardIn, withFilters } from './paths';
import { RestoreBoard } from './restore-board';
import type { TimeMachine, TimeMachineState } from './time-machine';
import styles from './time-travel.module.css';
import { useTimeMachine } from './use-time-machine';

const NOTHING: ReadonlySet<Id> = new Set();
const UNREACHED = t`The past is kept on the server, which cannot be reached now. You can still walk through what is loaded.`;

/** The board as it was right after the change `seq`, and the way through all that it has been. */
export function TimeTravel({ seq }: { seq: number }) {
  const live = useBoardStore();
  const [machine, state] = useTimeMachine(live, seq);
  const { shown } = state;
  const [address] = useLocation();
  const cardName = pastCardIn(address);
  const store = usePastStore(state);
  const words = useWords(machine, state);
  const [restoring, setRestoring] = useState<Board | null>(null);
  const leave = useLeave();

  return (
    <div className={styles['past']}>
      <MomentBar
        machine={machine}
        state={state}
        words={words}
        problem={state.problem === null ? null : sentenceOf(state.problem)}
        onLeave={leave}
        onRestore={() => setRestoring(shown)}
      />
      <div className={styles['stage']}>
        {shown && store ? (
          <LiveStoreContext value={live}>
            <PastBoard store={store} covered={cardName !== null}>
              <PastCard name={cardName} words={words} />
            </PastBoard>
          </LiveStoreContext>
        ) : (
          <Waiting problem={state.problem} onRetry={machine.retry} onLeave={leave} />
        )}
      </div>
      <RestoreBoard past={restoring} onClose={() => setRestoring(null)} onRestored={leave} />
    </div>
  );
}

/** What the lanes read, kept at the board that is shown. */
function usePastStore({ shown, change }: TimeMachineState): PastStore | null {
  const marks = useMemo(() => (shown && change ? touchedBy(shown, change) : NOTHING), [shown, change]);
  const [store, setStore] = useState<PastStore | null>(null);
  if (shown && !store) setStore(createPastStore(shown, marks));
  useLayoutEffect(() => {
    if (shown) store?.show(shown, marks);
  }, [store, shown, marks]);
  return store;
}

/** What the change that is shown was, and who made it when. */
export interface MomentWords {
  readonly who: string;
  readonly when: string;
  readonly sentence: string;
}

function useWords(machine: TimeMachine, { shown, change }: TimeMachineState): MomentWords | null {
  const { all, nameOf } = useBoardPeople();
  return useMemo(() => {
    if (!shown || !change) return null;
    const person = nameOf(change.actorId) ?? (all.length > 0 ? t`A former member` : '');
    return {
      who: change.origin === 'assistant' ? t`${person}, by the assistant` : person,
      when: sayWhen(change.at),
      sentence: tellPast(shown, change, { changeAt: machine.changeAt, nameOf }),
    };
  }, [machine, shown, change, all, nameOf]);
}

/** Back to today's board; on a wide screen beside the list of changes, where one came from. */
function useLeave(): () => void {
  const [, navigate] = useLocation();
  const isPhone = useIsPhone();
  return () => navigate(isPhone ? BOARD_ROOT : withFilters(historyPath()));
}

function sentenceOf(problem: unknown): string {
  const { status, message } = problemOf(problem);
  return status === null ? UNREACHED : message;
}

interface WaitingProps {
  problem: unknown;
  onRetry: () => void;
  onLeave: () => void;
}

/** Stands where the board will, or says why it does not. */
function Waiting({ problem, onRetry, onLeave }: WaitingProps) {
  const said = useRef(false);
  useEffect(() => {
    if (problem !== null && !said.current) announce(t`The past could not be loaded.`);
    said.current = problem !== null;
  }, [problem]);
  if (problem === null) return <BoardSkeleton />;
  const isAway = problemOf(problem).status === null;
  return (
    <div className={styles['none']}>
      <h2>{isAway ? t`The past needs the server` : t`This moment cannot be shown`}</h2>
      <p>{isAway ? t`It cannot be reached now. Today’s board is still here.` : problemOf(problem).message}</p>
      <div className={styles['ways']}>
        <Button onClick={onRetry}>{t`Retry`}</Button>
        <Button variant="primary" onClick={onLeave}>
          {t`Back to today`}
        </Button>
      </div>
    </div>
  );
}
