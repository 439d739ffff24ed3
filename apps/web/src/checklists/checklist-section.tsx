import type { Checklist, ChecklistItem, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useCallback, useId } from 'react';
import { Button } from '../ui/button';
import { AddItem } from './add-item';
import { ChecklistTitle } from './checklist-title';
import styles from './checklists.module.css';
import { progressOf } from './item-moves';
import { ItemRow } from './item-row';
import type { ChecklistActions } from './use-checklists';
import { useHidesDone } from './use-hides-done';

interface ChecklistSectionProps {
  readonly cardId: Id;
  readonly checklist: Checklist;
  readonly actions: ChecklistActions;
  readonly canEdit: boolean;
  /** It was added just now: what it holds is typed next. */
  readonly isNew: boolean;
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean };
}

/** A checklist with how far it has come. */
export function ChecklistSection({ cardId, checklist, actions, canEdit, isNew, place }: ChecklistSectionProps) {
  const headingId = useId();
  const [hidesDone, hideDone] = useHidesDone(checklist.id);
  const { done, all } = progressOf(checklist);
  const isShown = useCallback((item: ChecklistItem) => !hidesDone || !item.done, [hidesDone]);
  const shown = checklist.items.filter(isShown);
  const tick = useCallback(
    (item: ChecklistItem, isDone: boolean) => {
      actions.tick(item, isDone);
      if (isDone && hidesDone) focusBeside(item.id);
    },
    [actions, hidesDone],
  );
  const step = useCallback((itemId: Id, by: 1 | -1) => actions.step(itemId, by, isShown), [actions, isShown]);

  return (
    <section className={styles['list']} aria-labelledby={headingId} data-checklist-id={checklist.id}>
      <header className={styles['header']}>
        <ChecklistTitle
          headingId={headingId}
          checklist={checklist}
          actions={actions}
          canEdit={canEdit}
          place={place}
          isNew={isNew}
        />
        <span className={styles['count']}>{t`${done} of ${all}`}</span>
        {done > 0 && (
          <Button
            variant="ghost"
            className={styles['hide']}
            aria-pressed={hidesDone}
            onClick={() => hideDone(!hidesDone)}
          >
            {hidesDone ? t`Show ${done} done` : t`Hide done`}
          </Button>
        )}
      </header>
      <progress className={styles['bar']} max={Math.max(1, all)} value={done} aria-labelledby={headingId} />
      <ul className={styles['items']}>
        {shown.map((item) => (
          <ItemRow
            key={item.id}
            cardId={cardId}
            item={item}
            actions={actions}
            onTick={tick}
            onStep={step}
            canEdit={canEdit}
          />
        ))}
      </ul>
      {canEdit && <AddItem cardId={cardId} checklist={checklist} actions={actions} isNew={isNew} />}
    </section>
  );
}

/** What is ticked goes out of sight: the focus goes on to the next one. */
function focusBeside(itemId: Id): void {
  const row = document.querySelector(`[data-item-id="${itemId}"]`);
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  requestAnimationFrame(() => next?.querySelector('input')?.focus());
}
