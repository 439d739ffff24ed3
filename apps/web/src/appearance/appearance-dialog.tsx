import { inSense, t } from '@talkan/words/words';
import { useId, useSyncExternalStore } from 'react';
import { tellsOthers } from '../presence/tells-others';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import dialogStyles from '../ui/dialog-form.module.css';
import { Tick } from '../ui/tick';
import styles from './appearance.module.css';
import { ChoiceRow } from './choice-row';
import { LanguageRow } from './language-row';
import { contrast, theme } from './look';

/** How Talkan looks, and what it says of itself, in this browser. */
export function AppearanceDialog({ onClose }: { onClose: () => void }) {
  const titleId = useId();
  const noteId = useId();
  const tells = useSyncExternalStore(tellsOthers.subscribe, tellsOthers.get);
  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <div className={dialogStyles['form']}>
        <h2 id={titleId} className={dialogStyles['title']}>
          {t`Appearance`}
        </h2>
        <ChoiceRow
          legend={t`Theme`}
          choice={theme}
          options={[
            { value: 'system', label: t`System` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
        />
        <ChoiceRow
          legend={t`Contrast`}
          choice={contrast}
          options={[
            { value: 'system', label: t`System` },
            { value: 'more', label: inSense('contrast')`More` },
          ]}
        />
        <LanguageRow />
        <div>
          <label className={styles['switch']}>
            <Tick
              checked={tells === 'on'}
              aria-describedby={noteId}
              onChange={(event) => tellsOthers.choose(event.target.checked ? 'on' : 'off')}
            />
            {t`Tell me what others do`}
          </label>
          <p id={noteId} className={styles['note']}>
            {t`A screen reader says now and then what others change on the board you look at.`}
          </p>
        </div>
        <p className={styles['note']}>{t`Kept in this browser.`}</p>
        <div className={dialogStyles['actions']}>
          <Button variant="primary" onClick={onClose}>
            {t`Done`}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
