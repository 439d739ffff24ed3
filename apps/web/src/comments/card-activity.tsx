import type { Id } from '@talkan/board/model';
import { atLeast } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { commitWithUndo } from '../board/actions';
import { NO_FILTERS, searchOf } from '../history/filters';
import { historyPath } from '../history/history-path';
import { undoneIn } from '../history/story';
import { useEntryUndo } from '../history/use-entry-undo';
import { useFolds } from '../history/use-folds';
import { usePeople } from '../history/use-people';
import { useStory } from '../history/use-story';
import { useMarkdown } from '../markdown/load-markdown';
import type { PasteFiles } from '../markdown/use-file-paste';
import { useMeaning } from '../markdown/use-meaning';
import { OR_KEPT } from '../sync/kept-answers';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { trpc } from '../trpc';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { mergeActivity, type ActivityItem } from './activity';
import { CommentRow } from './comment-row';
import styles from './comments.module.css';
import { QuietEntry } from './quiet-entry';
import { useTalk, type ShownComment } from './use-talk';
import { useCanComment, WriteComment } from './write-comment';

const ENTRIES = 10;
const NOTHING = { items: [], isMore: false };

interface CardActivityProps {
  readonly cardId: Id;
  readonly onPasteFiles?: PasteFiles | undefined;
}

/** What was said about a card and done to it, the last at the end, where something can be said. */
export function CardActivity({ cardId, onPasteFiles }: CardActivityProps) {
  const [, navigate] = useLocation();
  const [onlyComments, setOnlyComments] = useState(false);
  const [comments, talkState, talk] = useTalk(cardId);
  const [storyState, story] = useStory({ ...NO_FILTERS, card: cardId, withoutComments: true }, ENTRIES);
  const said = { items: comments, isMore: talkState.next !== null };
  const done = { items: storyState.entries, isMore: storyState.next !== null };
  const { items, wants } = mergeActivity(said, onlyComments ? NOTHING : done);
  const loading = talkState.loading || storyState.loading;
  const problem = talkState.problem ?? (onlyComments ? null : storyState.problem);
  const isMore = wants.comments || wants.entries || problem !== null;
  const begun = talkState.begun || storyState.begun;
  const earlier = () => {
    if (wants.comments || talkState.problem !== null) void talk.earlier();
    if (wants.entries || storyState.problem !== null) void story.older();
  };

  return (
    <section className={styles['activity']} aria-label={t`Activity`} aria-busy={loading || undefined}>
      <header className={styles['top']}>
        <h3>{t`Activity`}</h3>
        <fieldset className={styles['filter']} aria-label={t`Show`}>
          <button type="button" aria-pressed={!onlyComments} onClick={() => setOnlyComments(false)}>
            {t`All`}
          </button>
          <button type="button" aria-pressed={onlyComments} onClick={() => setOnlyComments(true)}>
            {t`Comments`}
          </button>
        </fieldset>
      </header>
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      {begun && (
        <p className={styles['before']}>
          {isMore && (
            <Button disabled={loading} onClick={earlier}>
              {problem === null ? t`Show earlier` : t`Retry`}
            </Button>
          )}
          <Button
            variant="ghost"
            onClick={() => navigate(`${historyPath()}${searchOf({ ...NO_FILTERS, card: cardId })}`)}
          >
            {t`Everything about this card`}
          </Button>
        </p>
      )}
      {!begun && problem !== null && (
        <p className={styles['before']}>
          <Button disabled={loading} onClick={earlier}>
            {t`Retry`}
          </Button>
        </p>
      )}
      <ActivityList cardId={cardId} items={items} entries={storyState.entries} names={talkState.names} />
      {begun && onlyComments && comments.length === 0 && (
        <p className={styles['closed']}>{t`Nobody has commented yet.`}</p>
      )}
      <WriteComment cardId={cardId} onPasteFiles={onPasteFiles} />
    </section>
  );
}

interface ActivityListProps {
  readonly cardId: Id;
  readonly items: readonly ActivityItem[];
  readonly entries: ReturnType<typeof useStory>[0]['entries'];
  readonly names: ReadonlyMap<Id, string>;
}

function ActivityList({ cardId, items, entries, names }: ActivityListProps) {
  const store = useBoardStore();
  const people = usePeople(entries);
  const folds = useFolds();
  const undo = useEntryUndo();
  const undone = useMemo(() => undoneIn(entries), [entries]);
  const canComment = useCanComment();
  const isOwner = useBoardPart(({ role }) => atLeast(role, 'owner'));
  // The board becomes another one with each change, and a thousand comments with it: they may follow a moment later.
  const meaning = useDeferredValue(useMeaning());
  const markdown = useMarkdown();
  const ownName = trpc.auth.me.useQuery(undefined, OR_KEPT).data?.user.username ?? t`You`;
  const nameOf = (id: Id) => people.all.find((person) => person.id === id)?.name ?? names.get(id);
  const remove = useCallback(
    (commentId: Id) => commitWithUndo(store, [{ type: 'comment.delete', cardId, commentId }], t`Comment deleted`),
    [store, cardId],
  );
  useAnnounced(items, (id) => (people.isSelf(id) ? null : (nameOf(id) ?? t`Somebody`)));

  return (
    <ol className={styles['list']}>
      {items.map((item) => {
        if (item.kind === 'entry') {
          const { entry } = item;
          return (
            <li key={`entry-${entry.seq}`}>
              <QuietEntry
                entry={entry}
                people={people}
                folds={folds}
                undone={undone.has(entry.seq)}
                onUndo={undo}
                cardId={cardId}
              />
            </li>
          );
        }
        const { authorId, id } = item.said.comment;
        const isSelf = people.isSelf(authorId);
        return (
          <li key={id} className={styles['row']}>
            <CommentRow
              {...item.said}
              name={isSelf ? ownName : (nameOf(authorId) ?? t`Somebody`)}
              hue={people.hueOf(authorId)}
              isSelf={isSelf}
              canEdit={isSelf && canComment}
              canDelete={canComment && (isSelf || isOwner)}
              onDelete={remove}
              meaning={meaning}
              markdown={markdown}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** Says that somebody has commented, while the card is open. */
function useAnnounced(items: readonly ActivityItem[], nameOf: (id: Id) => string | null): void {
  const last = items.findLast((item): item is ActivityItem & { said: ShownComment } => item.kind === 'comment')?.said;
  const [opened] = useState(() => new Date().toISOString());
  const known = useRef(opened);
  const name = last ? nameOf(last.comment.authorId) : null;
  const at = last?.comment.createdAt ?? '';
  useEffect(() => {
    if (at <= known.current) return;
    known.current = at;
    if (name !== null) announce(t`${name} commented.`);
  }, [at, name]);
}
