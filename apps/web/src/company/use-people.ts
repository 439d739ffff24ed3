import type { Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { useEffect } from 'react';
import { useSigns } from '../presence/signs';
import { useOthers } from '../presence/use-others';
import { happening } from '../sync/happenings';
import { useBoardPart } from '../sync/use-board-store';
import { api, trpc, type RouterOutputs } from '../trpc';

export type Member = RouterOutputs['members']['list'][number];
export type Invitation = RouterOutputs['invitations']['list'][number];

/** Others change it, and nobody pushes it. */
const FRESH = { staleTime: 0, refetchOnWindowFocus: 'always' } as const;

/** A list of the server's: what there is of it, and how it stands. */
interface Listing<Item> {
  readonly data: readonly Item[] | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  /** In milliseconds. */
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<unknown>;
}

export interface People {
  readonly userId: Id;
  readonly isOwner: boolean;
  readonly members: Listing<Member>;
  /** For owners. */
  readonly invitations: Listing<Invitation>;
  readonly setRole: (member: Id, role: Role) => Promise<void>;
  readonly stepDown: (role: Role) => Promise<void>;
  readonly remove: (member: Id) => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly invite: (role: Role) => Promise<{ readonly token: string }>;
  readonly takeBack: (invitation: Id) => Promise<void>;
}

/** Everybody on the board, and what can be done about them. What is refused throws. */
export function usePeople(): People {
  const boardId = useBoardPart((state) => state.board.id);
  const isOwner = useBoardPart((state) => state.role === 'owner');
  const { userId } = useSigns();
  const utils = trpc.useUtils();
  const members = trpc.members.list.useQuery({ boardId }, FRESH);
  const invitations = trpc.invitations.list.useQuery({ boardId }, { ...FRESH, enabled: isOwner });
  useNews(members.data);

  const lookAtMembers = () => utils.members.list.invalidate({ boardId });
  const lookAtInvitations = () => utils.invitations.list.invalidate({ boardId });
  const look = () => Promise.all([lookAtMembers(), lookAtInvitations()]);
  const change = async (run: () => Promise<unknown>) => {
    try {
      await run();
    } catch (error) {
      // What stands here may be why it was refused.
      void look();
      throw error;
    }
    await look();
  };
  return {
    userId,
    isOwner,
    members,
    invitations,
    setRole: (member, role) => change(() => api.members.setRole.mutate({ boardId, userId: member, role })),
    // The invitations are no longer theirs to see.
    stepDown: async (role) => {
      await api.members.setRole.mutate({ boardId, userId, role });
      await lookAtMembers();
    },
    remove: (member) => change(() => api.members.remove.mutate({ boardId, userId: member })),
    leave: async () => void (await api.members.remove.mutate({ boardId, userId })),
    invite: async (role) => {
      const invitation = await api.invitations.create.mutate({ boardId, role });
      void lookAtInvitations();
      happening.set({ kind: 'invited' });
      return invitation;
    },
    takeBack: (id) => change(() => api.invitations.revoke.mutate({ boardId, id })),
  };
}

/** Asks anew when somebody shows up who was not there, and when one's own role is another one than the list says. */
function useNews(known: readonly Member[] | undefined): void {
  const utils = trpc.useUtils();
  const boardId = useBoardPart((state) => state.board.id);
  const role = useBoardPart((state) => state.role);
  const { userId } = useSigns();
  const others = useOthers();
  const roles = new Map(known?.map((member) => [member.userId, member.role]));
  const strangers = others.filter((other) => !roles.has(other.userId)).map((other) => other.userId);
  const news = known ? [...strangers, ...(roles.get(userId) === role ? [] : [role])].join(' ') : '';
  useEffect(() => {
    if (news === '') return;
    void utils.members.list.invalidate({ boardId });
    void utils.invitations.list.invalidate({ boardId });
  }, [news, boardId, utils]);
}
