import type { Id } from '@talkan/board/model';
import type { Problem } from '../problem';

/** What stands between somebody and the board that they were invited to. */
export type Hurdle =
  /** The invitation, or the board, lets nobody in any more. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'member'; readonly boardId: Id }
  | { readonly kind: 'username' | 'password' }
  | { readonly kind: 'signed-out' }
  /** Worth another try. */
  | { readonly kind: 'passing' };

export function hurdleOf({ refusal, status }: Problem): Hurdle {
  if (!refusal) return { kind: status === 401 ? 'signed-out' : 'passing' };
  switch (refusal.code) {
    case 'conflict': {
      const [boardId] = refusal.ids;
      if (refusal.current?.['invitation'] !== undefined) return { kind: 'closed' };
      return boardId === undefined ? { kind: 'username' } : { kind: 'member', boardId };
    }
    case 'invalid':
      return { kind: 'password' };
    case 'not_found':
    case 'forbidden':
    case 'limit':
      return { kind: 'closed' };
  }
}
