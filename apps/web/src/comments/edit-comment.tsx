import type { Comment } from '@talkan/board/model';
import { fingerprint } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { readFieldDraft, writeFieldDraft } from '../card/field-draft';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { CommentEditor } from './comment-editor';
import { CommentConflict } from './comment-failure';
import { commentDraft } from './drafts';

/** A comment as it is changed in its place. Whoever changed it meanwhile, as in another window, is not written over. */
export function EditComment({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const [kept, keep, clear] = useDraft(commentDraft(boardId, comment.id), '');
  const draft = readFieldDraft(kept);
  const standing = fingerprint(comment.text);
  const was = draft?.was ?? standing;
  const text = draft?.text ?? comment.text;
  const finish = () => {
    clear();
    onDone();
  };
  const save = (to: string) => {
    finish();
    if (to === comment.text) return;
    const { cardId, id: commentId } = comment;
    store.commit([{ type: 'comment.edit', cardId, commentId, text: { to, was: standing } }]);
    announce(t`Comment saved.`);
  };
  if (was !== standing && text !== comment.text) {
    return <CommentConflict mine={text} theirs={comment.text} onKeep={() => save(text)} onTake={finish} />;
  }
  return (
    <CommentEditor
      value={text}
      onType={(typed) => keep(typed === comment.text ? '' : writeFieldDraft({ text: typed, was }))}
      label={t`Edit comment`}
      submitLabel={t`Save`}
      onSubmit={save}
      onLeave={onDone}
      isWanted
    >
      <Button variant="ghost" onClick={finish}>
        {t`Cancel`}
      </Button>
    </CommentEditor>
  );
}
