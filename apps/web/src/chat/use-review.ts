import { loadedKey, type LoadedRow } from '@talkan/board/decide-context';
import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { reviewOperations } from '@talkan/board/review';
import { useCallback } from 'react';
import { useBoardState } from '../sync/use-board-store';
import { OR_KEPT } from '../sync/kept-answers';
import { trpc } from '../trpc';
import type { Review } from './choice';
import type { Proposal } from './contract';

/** What operations would do to the board as it is, in the name of this person; another function whenever the board is another one. */
export function useReview(
  { loaded }: Pick<Proposal, 'loaded'>,
  actorId: Id,
): (operations: readonly Operation[]) => Review {
  const { board, whole = board, role, beside } = useBoardState();
  const { data: people } = trpc.members.people.useQuery({ boardId: board.id }, OR_KEPT);
  return useCallback(
    (operations) => {
      const rows = new Map<string, LoadedRow>(beside.shown);
      for (const card of loaded.cards) rows.set(loadedKey('card', card.id), card);
      for (const column of loaded.columns) rows.set(loadedKey('column', column.id), column);
      const { steps, seen } = reviewOperations(whole, operations, {
        actorId,
        role,
        now: new Date().toISOString(),
        loaded: rows,
        telling: {
          tense: 'proposed',
          nameOf: (userId) => people?.find((person) => person.userId === userId)?.name,
        },
      });
      return { steps: steps.map(({ item, problem }) => ({ text: item.text, problem })), seen };
    },
    [whole, role, beside, loaded, actorId, people],
  );
}
