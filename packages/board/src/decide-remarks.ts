import { t } from '@talkan/words/words';
import { findCard, loadedComment, loadedFile, type DecideContext } from './decide-context.js';
import { patchCard } from './decide-fields.js';
import { editText, readComment } from './decide-text.js';
import { LIMITS } from './limits.js';
import { ID_PATTERN, type Attachment, type Board, type Card, type Comment, type Id } from './model.js';
import type { OperationOf } from './operations.js';
import type { CommentPatch, Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { atLeast } from './roles.js';

type Decided = readonly Patch[] | Refusal;

export function createComment(board: Board, operation: OperationOf<'comment.create'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const id = operation.commentId;
  if (!ID_PATTERN.test(id)) return refuse('invalid', t`“${id}” cannot be a comment’s id.`, [id]);
  if (loadedComment(context, id)) return refuse('conflict', t`There is a comment with the id “${id}” already.`, [id]);
  const text = readComment(operation.text);
  if (isRefusal(text)) return text;
  if (card.commentCount >= LIMITS.comments) {
    return refuse('limit', t`A card has at most 10,000 comments. Go on in a new card.`, [card.id]);
  }
  const comment: Comment = {
    id,
    cardId: card.id,
    authorId: context.actorId,
    text,
    createdAt: context.now,
    editedAt: null,
    archivedAt: null,
  };
  return [{ entity: 'comment', id, before: null, after: comment }, ...countComments(card, 1)];
}

export function editComment(board: Board, operation: OperationOf<'comment.edit'>, context: DecideContext): Decided {
  const found = findComment(board, operation, context);
  if (isRefusal(found)) return found;
  const { comment } = found;
  if (comment.authorId !== context.actorId) {
    return refuse('forbidden', t`Only its author may change a comment. Write one of your own.`, [comment.id]);
  }
  const edit = {
    edit: operation.text,
    current: comment.text,
    stale: t`The comment changed while you were editing. Keep one of the two texts.`,
    field: 'text',
  };
  const text = editText({ ...edit, ids: [comment.cardId, comment.id] }, readComment);
  if (isRefusal(text)) return text;
  if (text === comment.text) return [];
  return [patchComment(comment, { text, editedAt: context.now })];
}

export function deleteComment(board: Board, operation: OperationOf<'comment.delete'>, context: DecideContext): Decided {
  const found = findComment(board, operation, context);
  if (isRefusal(found)) return found;
  const { card, comment } = found;
  if (comment.authorId !== context.actorId && !atLeast(context.role, 'owner')) {
    return refuse('forbidden', t`Only its author and the owners of the board may delete a comment.`, [comment.id]);
  }
  return [patchComment(comment, { archivedAt: context.now }), ...countComments(card, -1)];
}

/** A patch of a comment: both sides name its card, so that it can be told whose it is. */
export function patchComment(comment: Comment, fields: Partial<Comment>): CommentPatch {
  const { cardId } = comment;
  const names = Object.keys(fields) as (keyof Comment)[];
  const before = Object.fromEntries(names.map((name) => [name, comment[name]]));
  return { entity: 'comment', id: comment.id, before: { cardId, ...before }, after: { cardId, ...fields } };
}

export function countComments(card: Card, by: 1 | -1): Patch[] {
  return patchCard(card, { commentCount: Math.max(0, card.commentCount + by) });
}

function findComment(
  board: Board,
  { cardId, commentId }: OperationOf<'comment.edit' | 'comment.delete'>,
  context: DecideContext,
): { readonly card: Card; readonly comment: Comment } | Refusal {
  const card = findCard(board, cardId, context);
  if (isRefusal(card)) return card;
  const comment = loadedComment(context, commentId);
  if (comment?.cardId === cardId && comment.archivedAt === null) return { card, comment };
  return refuse('not_found', t`There is no such comment on this card any more.`, [cardId, commentId]);
}

export function addAttachment(board: Board, operation: OperationOf<'attachment.add'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const id = operation.attachmentId;
  if (card.attachments.some((attachment) => attachment.id === id)) return [];
  const file = loadedFile(context, id);
  if (!file && context.filesElsewhere) return [];
  if (!file) return refuse('not_found', t`There is no such file on this board. Upload it first.`, [id]);
  if (card.attachments.length >= LIMITS.attachments) {
    return refuse('limit', t`A card has at most ${LIMITS.attachments} attachments. Remove one first.`, [card.id]);
  }
  const attachment: Attachment = { ...file, addedAt: context.now, addedBy: context.actorId };
  return patchCard(card, { attachments: [...card.attachments, attachment] });
}

export function removeAttachment(
  board: Board,
  operation: OperationOf<'attachment.remove'>,
  context: DecideContext,
): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const attachments = card.attachments.filter(({ id }: { id: Id }) => id !== operation.attachmentId);
  return attachments.length === card.attachments.length ? [] : patchCard(card, { attachments });
}
