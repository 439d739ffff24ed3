import type { Id } from '@talkan/board/model';
import { atLeast } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { MessageSquare } from 'lucide-react';
import { useId } from 'react';
import type { PasteFiles } from '../markdown/use-file-paste';
import { newId } from '../sync/new-id';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { useDraft } from '../ui/drafts';
import { useOffer } from '../ui/offers';
import { CommentEditor } from './comment-editor';
import styles from './comments.module.css';
import { newCommentDraft } from './drafts';

interface WriteCommentProps {
  readonly cardId: Id;
  readonly onPasteFiles?: PasteFiles | undefined;
}

/** Where something is said about a card, or why it cannot be. */
export function WriteComment({ cardId, onPasteFiles }: WriteCommentProps) {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const isArchived = useBoardPart((state) => state.board.archivedAt !== null);
  const canComment = useCanComment();
  const fieldId = useId();
  const name = useBoardPart(({ board }) => `${board.key}-${board.card(cardId)?.number ?? ''}`);
  const write = () => document.getElementById(fieldId)?.focus();
  const offered = { label: WRITE, icon: MessageSquare, also: t`say reply`, onSelect: write };
  useOffer({ scope: 'card', of: { id: cardId, name }, items: canComment ? [offered] : [] });
  const [text, setText, clear] = useDraft(newCommentDraft(boardId, cardId), '');
  if (!canComment) {
    const why = isArchived ? t`This board is archived. Restore it to go on talking.` : READ_ONLY;
    return <p className={styles['closed']}>{why}</p>;
  }
  return (
    <CommentEditor
      id={fieldId}
      value={text}
      onType={setText}
      label={WRITE}
      submitLabel={t`Comment`}
      onPasteFiles={onPasteFiles}
      onSubmit={(said) => {
        store.commit([{ type: 'comment.create', cardId, commentId: newId(), text: said }]);
        clear();
        announce(t`Comment added.`);
      }}
    />
  );
}

const WRITE = t`Write a comment`;
const READ_ONLY = t`You may read this board. To comment, ask one of its owners to make you a commenter.`;

/** Whether this person may say something on the board as it is. */
export function useCanComment(): boolean {
  return useBoardPart(({ board, role }) => atLeast(role, 'commenter') && board.archivedAt === null);
}
