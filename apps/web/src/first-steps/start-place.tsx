import { useState } from 'react';
import { useCanEdit } from '../board/use-can-edit';
import { useSigns } from '../presence/signs';
import type { BoardState } from '../sync/board-state';
import { useBoardPart } from '../sync/use-board-store';
import { keepSetting, readSetting } from '../ui/storage';
import { useLoaded } from '../ui/use-loaded';
import type { GettingStartedProps } from './getting-started';
import { OVER } from './over';
import styles from './first-steps.module.css';

const loadSteps = () => import('./getting-started');

/** Where the first steps stand: on the board that a first start makes, for those who can take them, until they have or say no. */
export function StartPlace() {
  const { userId } = useSigns();
  const key = `talkan:start:${userId}`;
  const canEdit = useCanEdit();
  const isDemo = useBoardPart(isDemoBoard);
  const [kept, setKept] = useState(() => readSetting(key));
  if (!canEdit || !isDemo || kept === OVER) return null;
  const leave = () => {
    keepSetting(key, OVER);
    setKept(OVER);
  };
  return <Steps kept={kept} onKeep={(progress) => keepSetting(key, progress)} onLeave={leave} />;
}

/** Its room is there before it is, so that nothing is pushed down. */
function Steps(props: GettingStartedProps) {
  const steps = useLoaded(loadSteps);
  return <div className={styles['place']}>{steps && <steps.GettingStarted {...props} />}</div>;
}

/** Its ids are part of what Talkan promises; no template has this one. */
function isDemoBoard({ board, whole = board }: BoardState): boolean {
  return whole.column('col-discovery') !== undefined;
}
