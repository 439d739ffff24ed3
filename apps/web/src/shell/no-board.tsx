import { t } from '@talkan/words/words';
import { useLocation } from 'wouter';
import { trpc } from '../trpc';
import { Place } from './place';

interface NoSuchBoardProps {
  hasOthers: boolean;
  /** The title under which it stood here until now. */
  was: string | undefined;
}

export function NoSuchBoard({ hasOthers, was }: NoSuchBoardProps) {
  const [, go] = useLocation();
  const utils = trpc.useUtils();
  const action = hasOthers
    ? { label: t`Go to your board`, run: () => go('/') }
    : { label: t`Look again`, run: () => void utils.boards.list.invalidate() };
  if (was === undefined) {
    return (
      <Place title={t`This board is not here`} action={action}>
        {t`There is no such board, or it is not shared with you. Ask one of its owners for an invitation.`}
      </Place>
    );
  }
  return (
    <Place title={t`You are no longer on this board`} action={action}>
      {t`An owner has taken you off “${was}”. What you did on it stays. To come back, ask one of them for an invitation.`}
    </Place>
  );
}
