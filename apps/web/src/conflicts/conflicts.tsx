import { plural, t } from '@talkan/words/words';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { takeBack } from './hand-back';
import { unsettledChanges } from '../shell/unsaved';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import type { Failure } from '../sync/outbox';
import { Button } from '../ui/button';
import { showToast } from '../ui/toast';
import { isMoreThanANote, type WayOn } from './conflict';
import { ConflictDialog } from './conflict-dialog';
import styles from './conflicts.module.css';
import { FailureToasts } from './failure-toasts';

/** Says that changes were refused, and leads through them one by one. */
export function Conflicts() {
  const store = useBoardStore();
  const failures = useBoardPart((state) => state.failures);
  const wanted = useBoardPart(isMoreThanANote);
  const [open, setOpen] = useState(false);
  const [settled, setSettled] = useState(0);
  const [failure] = failures;
  const count = failures.length;

  useEffect(() => {
    unsettledChanges.set(count);
    return () => unsettledChanges.set(0);
  }, [count]);

  const choose = ({ changeId, operations }: Failure, way: WayOn) => {
    takeBack(store.getState().board, operations);
    if (way.kind === 'none') store.dismiss(changeId);
    else store.replace(changeId, way.operations);
    setSettled(settled + 1);
    if (store.getState().failures.length > 0) return;
    setOpen(false);
    showToast({ id: 'conflicts', message: t`All settled: no change of yours waits for a choice.` });
  };

  return (
    <>
      {/* Always there: a live region speaks only of what changes in it. */}
      <output className={styles['strip']}>
        {wanted && (
          <span className={styles['note']}>
            <TriangleAlert size={15} aria-hidden="true" />
            <span>
              {plural(count, {
                one: '# of your changes could not be made',
                other: '# of your changes could not be made',
              })}
            </span>
            <Button
              onClick={() => {
                setSettled(0);
                setOpen(true);
              }}
            >
              {count === 1 ? t`Look at it` : t`Look at them`}
            </Button>
          </span>
        )}
      </output>
      <FailureToasts />
      {open && failure && (
        <ConflictDialog
          failure={failure}
          progress={t`${settled + 1} of ${settled + count}`}
          onChoose={(way) => choose(failure, way)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
