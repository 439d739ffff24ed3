import { t } from '@talkan/words/words';
import { BellOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { rich } from '../language/rich';
import { ARCHIVE_PATH, boardPath, cardPath } from '../board/paths';
import { huesFor } from '../board/hues';
import { sayFull } from '../history/words';
import { Avatar } from '../presence/avatar';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { sayWhen } from '../ui/when';
import type { Notice } from './notice-list';
import styles from './notices.module.css';
import type { Notices } from './use-notices';

interface NoticeRowsProps {
  readonly notices: Notices;
  /** Called when somebody goes to where one leads. */
  readonly onFollow?: () => void;
}

/** Notices, the last one first; or why there are none. */
export function NoticeRows({ notices: { notices, loading, problem, older, read }, onFollow }: NoticeRowsProps) {
  if (notices === null) return problem === null ? <Waiting /> : <Failure message={problem} onRetry={older} />;
  if (notices.length === 0) return <Nothing />;
  const hues = huesFor([...new Set(notices.map(({ actor }) => actor.id))]);
  return (
    <>
      {problem !== null && <Failure message={problem} busy={loading} onRetry={older} />}
      <ul className={styles['rows']}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeRow
              notice={notice}
              hue={hues.get(notice.actor.id) ?? 0}
              onFollow={() => {
                if (!notice.isRead) read(notice.id);
                onFollow?.();
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function NoticeRow({ notice, hue, onFollow }: { notice: Notice; hue: number; onFollow: () => void }) {
  const { actor, board, card, at, isRead } = notice;
  const path = card.isArchived ? ARCHIVE_PATH : cardPath(board.key, card.number);
  return (
    <Link
      href={`~${boardPath(board.id)}${path}`}
      className={classNames(styles['row'], !isRead && styles['unread']) ?? ''}
      onClick={onFollow}
    >
      <span className={styles['face']} aria-hidden="true">
        <Avatar name={actor.name} hue={hue} />
      </span>
      <span className={styles['what']}>
        <span className={styles['words']}>
          {sayNotice(notice.kind, <bdi>{actor.name}</bdi>)}
          {!isRead && <span className="sr-only">{t`, not read yet`}</span>}
        </span>
        <span className={styles['card']}>
          <span className={styles['number']}>
            {board.key}-{card.number}
          </span>{' '}
          <bdi>{card.title}</bdi>
        </span>
        <span className={styles['where']}>
          <bdi>{board.title}</bdi>
          {card.isArchived && ` · ${t`archived`}`}
          {' · '}
          <time dateTime={at} title={sayFull(at)}>
            {sayWhen(at)}
          </time>
        </span>
      </span>
    </Link>
  );
}

function sayNotice(kind: Notice['kind'], who: ReactNode): ReactNode {
  switch (kind) {
    case 'mention':
      return rich`${who} mentioned you`;
    case 'assignment':
      return rich`${who} assigned you`;
    case 'comment':
      return rich`${who} commented on your card`;
  }
}

function Waiting() {
  return (
    <output className={styles['waiting']}>
      <span className="sr-only">{t`Loading your notices`}</span>
      {Array.from({ length: 4 }, (_, index) => (
        <i key={index} aria-hidden="true" />
      ))}
    </output>
  );
}

function Failure({ message, busy, onRetry }: { message: string; busy?: boolean; onRetry: () => void }) {
  return (
    <div className={styles['place']} role="alert">
      <TriangleAlert size={20} className={styles['bad']} aria-hidden="true" />
      <p>{message}</p>
      <Button disabled={busy} onClick={onRetry}>
        {t`Retry`}
      </Button>
    </div>
  );
}

function Nothing() {
  return (
    <div className={styles['place']}>
      <BellOff size={20} aria-hidden="true" />
      <h3>{t`Nothing yet`}</h3>
      <p>{t`You are told here when somebody mentions you, assigns you, or comments on a card of yours.`}</p>
    </div>
  );
}
