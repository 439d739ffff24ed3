import type { LoadedRow } from '@talkan/board/decide-context';
import type { Comment, Id } from '@talkan/board/model';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useSigns } from '../presence/signs';
import { problemOf } from '../problem';
import type { Failure } from '../sync/outbox';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { api } from '../trpc';
import { createTalk, type Talk, type TalkState } from './talk';

/** A comment as it is shown. */
export interface ShownComment {
  readonly comment: Comment;
  /** Whether the server has not answered yet to how it is shown. */
  readonly isPending: boolean;
  /** A change of it that the server refused: also the one by which it was to come. */
  readonly failure: Failure | undefined;
}

/** What was said about a card, with what is on its way, the last one last; kept up with the board. */
export function useTalk(cardId: Id): readonly [readonly ShownComment[], TalkState, Talk] {
  const store = useBoardStore();
  const talk = useMemo(() => {
    const { id: boardId } = store.getState().board;
    return createTalk({
      fetchPage: (asked) => api.comments.list.query({ boardId, cardId, ...asked }),
      remember: (comments, isLast) => store.remember(comments, isLast ? cardId : undefined),
      sentenceOf: (error) => problemOf(error).message,
      seq: () => store.getState().board.seq,
    });
  }, [store, cardId]);
  const state = useSyncExternalStore(talk.subscribe, talk.get);
  useKeptUp(talk);

  const shown = useBoardPart(({ beside }) => beside.shown);
  const confirmed = useBoardPart(({ beside }) => beside.confirmed);
  const failures = useBoardPart((board) => board.failures);
  const { userId: self } = useSigns();
  const comments = useMemo(() => {
    const failed = failuresOf(failures, cardId);
    const known = [...shown].filter(isOn(cardId)).map(([key, comment]): ShownComment => {
      return { comment, isPending: confirmed.get(key) !== comment, failure: failed.get(comment.id) };
    });
    const ids = new Set(known.map(({ comment }) => comment.id));
    const unsaid = [...failed.values()].flatMap((failure) => {
      const comment = neverSaid(failure, cardId, self);
      return comment && !ids.has(comment.id) ? [{ comment, isPending: false, failure }] : [];
    });
    return [...known, ...unsaid].toSorted((one, other) => (orderOf(one.comment) < orderOf(other.comment) ? -1 : 1));
  }, [shown, confirmed, failures, cardId, self]);
  return [comments, state, talk];
}

function useKeptUp(talk: Talk): void {
  const leaps = useBoardPart(({ beside }) => beside.leaps);
  const online = useBoardPart((state) => state.connection === 'online');
  const known = useRef<number | null>(null);
  useEffect(() => {
    if (known.current === leaps) return;
    known.current = leaps;
    void talk.again();
  }, [talk, leaps]);
  useEffect(() => {
    // What failed while nobody could be reached is worth another try.
    if (online && talk.get().problem !== null) void talk.earlier();
  }, [talk, online]);
}

function isOn(cardId: Id) {
  return (entry: [string, LoadedRow]): entry is [string, Comment] => {
    const [, row] = entry;
    return 'authorId' in row && row.cardId === cardId && row.archivedAt === null;
  };
}

function orderOf({ createdAt, id }: Comment): string {
  return `${createdAt} ${id}`;
}

/** The last failure of each comment of this card. */
function failuresOf(failures: readonly Failure[], cardId: Id): ReadonlyMap<Id, Failure> {
  const found = new Map<Id, Failure>();
  for (const failure of failures) {
    const [operation] = failure.operations;
    if (operation && 'commentId' in operation && operation.cardId === cardId) {
      found.set(operation.commentId, failure);
    }
  }
  return found;
}

function neverSaid({ operations: [operation], now }: Failure, cardId: Id, authorId: Id): Comment | null {
  if (operation?.type !== 'comment.create') return null;
  const { commentId: id, text } = operation;
  return { id, cardId, authorId, text, createdAt: now, editedAt: null, archivedAt: null };
}
