import { t } from '@talkan/words/words';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { keyNames } from '../ui/keys';
import { Tick } from '../ui/tick';
import { useIsPhone } from '../ui/use-media';
import { isSingle } from './chord';
import styles from './key-sheet.module.css';
import { LISTING } from './listing';
import { setSingleKeys, singleKeys } from './single-keys';
import { KEYS } from './table';

/** All keys there are, to be looked through, and whether letters by themselves are among them. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const headingId = useId();
  const phone = useIsPhone();
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  // On a phone not into the field: its keyboard would cover the list.
  useEffect(() => (phone ? heading : field).current?.focus(), [phone]);
  const wanted = text.trim().toLowerCase();
  const groups = LISTING.map(({ title, rows }) => {
    const isMeant = title.toLowerCase().includes(wanted);
    return { title, rows: rows.filter(({ words }) => isMeant || words.toLowerCase().includes(wanted)) };
  }).filter(({ rows }) => rows.length > 0);

  // On a phone the open card takes all of the page out of reach that stands beside it.
  return createPortal(
    <Dialog open onClose={onClose} labelledBy={headingId} className={styles['sheet']}>
      <header className={styles['head']}>
        <h2 ref={heading} id={headingId} tabIndex={-1}>{t`Keyboard shortcuts`}</h2>
        <input
          ref={field}
          type="search"
          className={styles['find']}
          aria-label={t`Find a shortcut`}
          placeholder={t`Find a shortcut`}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <IconButton label={t`Close`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles['groups']}>
        {groups.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(({ words, name, keys = name ? KEYS[name].keys : '' }) => (
                <div key={words} data-key={name}>
                  <dt>{words}</dt>
                  <dd>
                    <Chords keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <output className={styles['none']}>{groups.length === 0 && t`No shortcut for “${text.trim()}”.`}</output>
      </div>
      <SingleKeys />
    </Dialog>,
    document.body,
  );
}

/** Every way to press it on this machine. */
function Chords({ keys }: { keys: string }) {
  const single = useSyncExternalStore(singleKeys.subscribe, singleKeys.get);
  return keyNames(keys).map(({ chord, names }, index) => {
    const isOff = !single && isSingle(chord);
    return (
      <span key={chord} className={styles['chord']} data-off={isOff || undefined}>
        {index > 0 && <span className="sr-only">{t`or`} </span>}
        {names.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
        {isOff && <span className="sr-only"> {t`(off)`}</span>}
      </span>
    );
  });
}

function SingleKeys() {
  const on = useSyncExternalStore(singleKeys.subscribe, singleKeys.get);
  const id = useId();
  return (
    <footer className={styles['foot']}>
      <label>
        <Tick checked={on} aria-describedby={id} onChange={(event) => setSingleKeys(event.target.checked)} />
        {t`Single keys`}
      </label>
      <p id={id}>
        {on
          ? t`Letters and signs work by themselves. Switch them off if you speak to your computer, or press keys by chance.`
          : t`Letters and signs do nothing by themselves. What they do is in the menus and in the search.`}
      </p>
    </footer>
  );
}
