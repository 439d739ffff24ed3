import { t } from '@talkan/words/words';
import { loadedComment, nameCard } from './decide-context.js';
import { countComments, patchComment } from './decide-remarks.js';
import type { Board, Card, Comment } from './model.js';
import type { CommentPatch, Patch } from './patch.js';
import { refuse, type Refusal } from './refusal.js';
import { atLeast } from './roles.js';
import { refuseArchived, whoChanged, type UndoContext } from './undo-context.js';
import { fate, fieldNet } from './undo-net.js';

type Decided = readonly Patch[] | Refusal;

/** A comment that was written is deleted, one that was deleted comes back, and a text is what it was. */
export function undoComment(board: Board, net: CommentPatch, context: UndoContext): Decided {
  const comment = loadedComment(context, net.id);
  if (!comment) return refuse('not_found', t`A comment of this change was deleted for ever since.`, [net.id]);
  const card = board.card(comment.cardId);
  if (!card) return refuseArchived(board, comment.cardId, context);
  if (comment.authorId !== context.actorId && !(atLeast(context.role, 'owner') && fate(net) !== 'stayed')) {
    return refuse('forbidden', t`Only its author may change a comment.`, [comment.id]);
  }
  switch (fate(net)) {
    case 'created':
    case 'entered':
      if (comment.archivedAt !== null) return [];
      return [patchComment(comment, { archivedAt: context.now }), ...countComments(card, -1)];
    case 'left':
      return comment.archivedAt === null
        ? []
        : [patchComment(comment, { archivedAt: null }), ...countComments(card, 1)];
    case 'stayed':
      return textBack(board, { net, comment, card }, context);
    case 'absent':
      return [];
  }
}

function textBack(
  board: Board,
  { net, comment, card }: { readonly net: CommentPatch; readonly comment: Comment; readonly card: Card },
  context: UndoContext,
): Decided {
  const text = fieldNet<Comment, 'text'>(net, 'text');
  if (!text) return [];
  if (comment.archivedAt !== null) return refuse('conflict', t`The comment was deleted since.`, [comment.id]);
  if (comment.text === text.after) {
    return [patchComment(comment, { text: text.before, editedAt: net.before?.editedAt ?? null })];
  }
  const message = t`${whoChanged(context, net, ['text'])} changed the comment on ${nameCard(board, card)} since.`;
  return { ...refuse('conflict', message, [card.id, comment.id]), current: { text: comment.text } };
}
