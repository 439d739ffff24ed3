import { useMemo } from 'react';
import type { Clash } from './conflict';
import styles from './conflicts.module.css';
import { partBoth, type Parted } from './difference';
import { useWhoChanged } from './use-who-changed';

/** A text as its author wanted it beside the one that stands there now. */
export function TwoTexts({ clash }: { clash: Clash }) {
  const [mine, theirs] = useMemo(() => partBoth(clash.mine, clash.theirs), [clash.mine, clash.theirs]);
  return (
    <section className={styles['clash']}>
      <Reason key={clash.theirs} clash={clash} />
      <div className={styles['pair']}>
        <Text label="Yours" text={mine} />
        <Text label="What stands there now" text={theirs} />
      </div>
    </section>
  );
}

function Reason({ clash }: { clash: Clash }) {
  const who = useWhoChanged(clash);
  const { field } = clash;
  const said = who
    ? `${who} changed the ${field} since.`
    : `The ${field === 'title' ? 'title was' : 'details were'} changed since.`;
  return <p className={styles['reason']}>{said} Which text should stand there?</p>;
}

function Text({ label, text: { before, own, after } }: { label: string; text: Parted }) {
  const isEmpty = before + own + after === '';
  return (
    <figure>
      <figcaption>{label}</figcaption>
      {/* A long one is scrolled, by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <blockquote tabIndex={0} aria-label={label}>
        {isEmpty ? (
          <i>nothing</i>
        ) : (
          <>
            {before}
            {own !== '' && <mark>{own}</mark>}
            {after}
          </>
        )}
      </blockquote>
    </figure>
  );
}
