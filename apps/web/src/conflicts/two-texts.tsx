import { t } from '@talkan/words/words';
import { useMemo } from 'react';
import { diffText, type DiffPart } from '../history/word-diff';
import type { Clash } from './conflict';
import styles from './conflicts.module.css';
import { useWhoChanged } from './use-who-changed';

/** A text as its author wanted it beside the one that stands there now. */
export function TwoTexts({ clash }: { clash: Clash }) {
  return (
    <section className={styles['clash']}>
      <Reason key={clash.theirs} clash={clash} />
      <TextPair mine={clash.mine} theirs={clash.theirs} />
    </section>
  );
}

/** Two texts side by side, what differs marked. */
export function TextPair({ mine, theirs }: Pick<Clash, 'mine' | 'theirs'>) {
  const parts = useMemo(() => diffText(theirs, mine), [theirs, mine]);
  return (
    <div className={styles['pair']}>
      <Text label={t`Yours`} parts={parts.filter(({ kind }) => kind !== 'gone')} />
      <Text label={t`What stands there now`} parts={parts.filter(({ kind }) => kind !== 'new')} />
    </div>
  );
}

function Reason({ clash }: { clash: Clash }) {
  const who = useWhoChanged(clash);
  const { field } = clash;
  const said = who
    ? t`${who} changed the ${field} since.`
    : t`The ${field === 'title' ? 'title was' : 'details were'} changed since.`;
  return <p className={styles['reason']}>{t`${said} Which text should stand there?`}</p>;
}

function Text({ label, parts }: { label: string; parts: readonly DiffPart[] }) {
  return (
    <figure>
      <figcaption>{label}</figcaption>
      {/* A long one is scrolled, by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <blockquote tabIndex={0} aria-label={label}>
        {parts.length === 0 && <i>{t`nothing`}</i>}
        {parts.map(({ kind, text }, index) =>
          // Drawn anew as a whole.
          // oxlint-disable-next-line react/no-array-index-key
          kind === 'same' ? text : <mark key={index}>{text}</mark>,
        )}
      </blockquote>
    </figure>
  );
}
