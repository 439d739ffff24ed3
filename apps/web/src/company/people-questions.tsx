import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { useLocation } from 'wouter';
import { useBoardPart } from '../sync/use-board-store';
import { trpc } from '../trpc';
import { announce } from '../ui/announce';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { showToast } from '../ui/toast';
import { InviteDialog } from './invite-dialog';
import { asRole } from './role-words';
import type { Invitation, Member, People } from './use-people';

/** What is asked before it is done. */
export type Question =
  | { readonly kind: 'invite' }
  | { readonly kind: 'remove'; readonly member: Member }
  | { readonly kind: 'take-back'; readonly invitation: Invitation }
  | { readonly kind: 'step-down'; readonly role: Role }
  | { readonly kind: 'leave' };

interface PeopleQuestionsProps {
  people: People;
  question: Question | null;
  onClose: () => void;
}

export function PeopleQuestions({ people, question, onClose }: PeopleQuestionsProps) {
  const title = useBoardPart((state) => state.board.title);
  const leave = useLeavingBoard(people.leave);
  switch (question?.kind) {
    case undefined:
      return null;
    case 'invite':
      return <InviteDialog onInvite={people.invite} onClose={onClose} />;
    case 'remove': {
      const { name, userId } = question.member;
      const remove = async () => {
        await people.remove(userId);
        announce(t`${name} is no longer on this board.`);
      };
      return (
        <ConfirmDialog title={t`Remove ${name}?`} label={t`Remove ${name}`} run={remove} onClose={onClose}>
          {t`Within a second ${name} can no longer see “${title}”. What they did on it stays. To come back they need a new invitation.`}
        </ConfirmDialog>
      );
    }
    case 'take-back': {
      const takeBack = async () => {
        await people.takeBack(question.invitation.id);
        announce(t`The invitation is taken back.`);
      };
      return (
        <ConfirmDialog title={t`Take this invitation back?`} label={t`Take it back`} run={takeBack} onClose={onClose}>
          {t`Its link will let nobody onto this board any more. Whoever was sent it needs a new one.`}
        </ConfirmDialog>
      );
    }
    case 'step-down': {
      const { role } = question;
      const become = async () => {
        await people.stepDown(role);
        announce(t`You are ${asRole(role)} now.`);
      };
      return (
        <ConfirmDialog
          title={t`Become ${asRole(role)}?`}
          label={t`Become ${asRole(role)}`}
          run={become}
          onClose={onClose}
        >
          {t`Then you can no longer invite people or change their roles, and the open invitations that you made are taken back. Only another owner can make you an owner again.`}
        </ConfirmDialog>
      );
    }
    case 'leave':
      return (
        <ConfirmDialog title={t`Leave this board?`} label={t`Leave the board`} run={leave} onClose={onClose}>
          {t`You can no longer see “${title}”. What you did on it stays. To come back you need a new invitation.`}
        </ConfirmDialog>
      );
  }
}

/** Takes oneself off the board, and goes to another one. */
function useLeavingBoard(leave: People['leave']): () => Promise<void> {
  const boardId = useBoardPart((state) => state.board.id);
  const title = useBoardPart((state) => state.board.title);
  const utils = trpc.useUtils();
  const [, navigate] = useLocation();
  return async () => {
    await leave();
    // At once: what stands here would be told that it is gone.
    utils.boards.list.setData(undefined, (boards) => boards?.filter(({ id }) => id !== boardId));
    navigate('~/', { replace: true });
    showToast({ message: t`You have left “${title}”.` });
  };
}
