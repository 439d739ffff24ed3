import type { Id } from '@talkan/board/model';

/** A comment that is being written on this card. */
export const newCommentDraft = (boardId: Id, cardId: Id) => `comment:${boardId}:${cardId}`;

/** Another text for a comment, and the fingerprint of the one that its author saw. */
export const commentDraft = (boardId: Id, commentId: Id) => `comment-text:${boardId}:${commentId}`;
