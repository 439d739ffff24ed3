import { problemOf } from '../problem';
import { useBoardPart } from '../sync/use-board-store';
import { trpc, type RouterOutputs } from '../trpc';
import { Button } from '../ui/button';
import styles from './changes.module.css';
import { Sentence } from './sentence';
import type { HistoryEntry } from './story';
import { diffText, shortenSame } from './word-diff';
import { inSense, t } from '@talkan/words/words';
import { useMemo } from 'react';

type EntityDiff = RouterOutputs['boards']['diff']['items'][number];
type FieldDiff = EntityDiff['fields'][number];

const NAMES: Readonly<Record<FieldDiff['field'], string>> = {
  title: t`Title`,
  details: t`Details`,
  column: t`Column`,
  place: t`Place`,
  key: inSense('board')`Key`,
  description: t`Description`,
  labels: t`Labels`,
  people: t`People`,
  start: t`Start date`,
  due: t`Due date`,
  priority: t`Priority`,
  estimate: t`Estimate`,
  checklists: t`Checklists`,
  links: t`Links`,
  attachments: t`Attachments`,
  comment: t`Comment`,
  limit: t`Limit`,
  limits: t`Limits of columns`,
  done: t`Its cards`,
  colour: t`Colour`,
};

/** What an entry put in and took away. */
export function ChangesShown({ entry, cardId }: { entry: HistoryEntry; cardId: string | null }) {
  const boardId = useBoardPart((state) => state.board.id);
  const boardKey = useBoardPart((state) => state.board.key);
  const diff = trpc.boards.diff.useQuery({ boardId, seq: entry.seq, from: entry.from });
  if (diff.error) {
    return (
      <div className={styles['problem']} role="alert">
        <p>{problemOf(diff.error).message}</p>
        <Button disabled={diff.isFetching} onClick={() => void diff.refetch()}>
          {t`Retry`}
        </Button>
      </div>
    );
  }
  if (!diff.data) return <output className={styles['wait']}>{t`Loading what changed…`}</output>;
  const { items, count } = diff.data;
  const shown = cardId === null ? items : items.filter(({ entity, id }) => entity === 'card' && id === cardId);
  const rest = cardId === null ? count - items.length : 0;
  return (
    <div className={styles['changes']}>
      {shown.map((item) => (
        <section key={`${item.entity} ${item.id}`}>
          {shown.length > 1 && (
            <p className={styles['what']}>
              <Sentence text={item.text} boardKey={boardKey} />
            </p>
          )}
          {item.more && <p className={styles['note']}>{t`Too large to be shown here.`}</p>}
          <dl>
            {item.fields.map((field) => (
              <FieldShown key={field.field} field={field} />
            ))}
          </dl>
        </section>
      ))}
      {shown.every(({ fields }) => fields.length === 0) && (
        <p className={styles['note']}>{t`No words were changed.`}</p>
      )}
      {rest > 0 && <p className={styles['note']}>{t`And ${rest} more that are not shown.`}</p>}
    </div>
  );
}

function FieldShown({ field }: { field: FieldDiff }) {
  return (
    <div className={styles['field']}>
      <dt>{NAMES[field.field]}</dt>
      <dd>{field.field === 'details' ? <TextShown {...field} /> : <ValueShown {...field} />}</dd>
    </div>
  );
}

/** One value, and the other one that took its place. */
function ValueShown({ before, after }: FieldDiff) {
  return (
    <>
      {before !== null && <del>{before}</del>}
      {before !== null && after !== null && <span aria-hidden="true"> → </span>}
      {after !== null && <ins>{after}</ins>}
    </>
  );
}

function TextShown({ before, after }: FieldDiff) {
  const parts = useMemo(() => shortenSame(diffText(before ?? '', after ?? '')), [before, after]);
  return (
    <div className={styles['text']}>
      {parts.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        return kind === 'gone' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>;
      })}
    </div>
  );
}
