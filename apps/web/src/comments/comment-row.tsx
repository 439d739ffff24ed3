import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Clock, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { sayFull } from '../history/words';
import type { Meaning } from '../markdown/context';
import type { useMarkdown } from '../markdown/load-markdown';
import { Avatar } from '../presence/avatar';
import { useBoardPart } from '../sync/use-board-store';
import { IconButton } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { Menu, type MenuItem } from '../ui/menu';
import { sayWhen } from '../ui/when';
import { CommentFailure } from './comment-failure';
import { readFieldDraft } from '../card/field-draft';
import styles from './comments.module.css';
import { commentDraft } from './drafts';
import { EditComment } from './edit-comment';
import type { ShownComment } from './use-talk';

export interface CommentRowProps extends ShownComment {
  readonly name: string;
  readonly hue: number;
  readonly isSelf: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  readonly onDelete: (commentId: Id) => void;
  /** What the texts of this board mean, and what draws them; `null`: not here yet. */
  readonly meaning: Omit<Meaning, 'onTick'>;
  readonly markdown: ReturnType<typeof useMarkdown>;
}

/** What somebody said. Drawn again only when it is another one: there may be a thousand. */
export const CommentRow = memo(function CommentRow(props: CommentRowProps) {
  const { comment, isPending, failure, name, hue, isSelf, canEdit, markdown, meaning } = props;
  const [isEditing, setEditing] = useState(false);
  const shownName = isSelf ? t`You` : name;
  return (
    <article className={styles['comment']} id={`comment-${comment.id}`} aria-label={t`Comment by ${shownName}`}>
      <span className={styles['face']} aria-hidden="true">
        <Avatar name={name} hue={hue} />
      </span>
      <div className={styles['what']}>
        <header className={styles['head']}>
          <b>{shownName}</b>
          <time dateTime={comment.createdAt} title={sayFull(comment.createdAt)}>
            {sayWhen(comment.createdAt)}
          </time>
          {comment.editedAt !== null && <span title={sayFull(comment.editedAt)}>{t`edited`}</span>}
          {isPending && (
            <span className={styles['pending']}>
              <Clock size={12} aria-hidden="true" />
              {t`Saving`}
            </span>
          )}
        </header>
        {isEditing && canEdit ? (
          <EditComment comment={comment} onDone={() => setEditing(false)} />
        ) : (
          <>
            {markdown ? (
              <markdown.MarkdownText text={comment.text} meaning={meaning} />
            ) : (
              <div className={styles['plain']}>{comment.text}</div>
            )}
            {canEdit && <UnsavedEdit comment={comment} onGoOn={() => setEditing(true)} />}
          </>
        )}
        {failure && <CommentFailure failure={failure} comment={comment} />}
      </div>
      {!isEditing && <CommentMenu {...props} onEdit={() => setEditing(true)} />}
    </article>
  );
});

function CommentMenu(props: CommentRowProps & { onEdit: () => void }) {
  const { comment, failure, name, isSelf, canEdit, canDelete, onDelete, onEdit } = props;
  // What never came to be is not to be changed.
  const isThere = failure?.operations[0]?.type !== 'comment.create';
  const items: MenuItem[] = [];
  if (canEdit && isThere) items.push({ label: t`Edit`, icon: Pencil, onSelect: onEdit });
  if (canDelete && isThere) {
    items.push({ label: t`Delete`, icon: Trash2, danger: true, onSelect: () => onDelete(comment.id) });
  }
  if (items.length === 0) return null;
  return (
    <Menu
      label={t`Comment`}
      items={items}
      trigger={(menu) => (
        <IconButton
          {...menu}
          className={styles['menu']}
          label={
            isSelf
              ? t`Actions for your comment, ${sayWhen(comment.createdAt)}`
              : t`Actions for the comment by ${name}, ${sayWhen(comment.createdAt)}`
          }
        >
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      )}
    />
  );
}

/** Another text was typed, and neither saved nor given up. */
function UnsavedEdit({ comment, onGoOn }: { comment: ShownComment['comment']; onGoOn: () => void }) {
  const boardId = useBoardPart((state) => state.board.id);
  const [kept, , clear] = useDraft(commentDraft(boardId, comment.id), '');
  const draft = readFieldDraft(kept);
  if (!draft || draft.text === comment.text) return null;
  return (
    <p className={styles['unsaved']}>
      {t`What you changed is not saved.`}
      <button type="button" onClick={onGoOn}>
        {t`Go on`}
      </button>
      <button type="button" onClick={clear}>
        {t`Discard`}
      </button>
    </p>
  );
}
