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
  return <p className={styles['reason']}>{who ? saySomebody(field, who) : sayChanged(field)}</p>;
}

function saySomebody(field: Clash['field'], who: string): string {
  return field === 'title'
    ? t`${who} changed the title since. Which text should stand there?`
    : t`${who} changed the details since. Which text should stand there?`;
}

function sayChanged(field: Clash['field']): string {
  return field === 'title'
    ? t`The title was changed since. Which text should stand there?`
    : t`The details were changed since. Which text should stand there?`;
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
