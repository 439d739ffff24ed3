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
    ? { label: 'Go to your board', run: () => go('/') }
    : { label: 'Look again', run: () => void utils.boards.list.invalidate() };
  if (was === undefined) {
    return (
      <Place title="This board is not here" action={action}>
        There is no such board, or it is not shared with you. Ask one of its owners for an invitation.
      </Place>
    );
  }
  return (
    <Place title="You are no longer on this board" action={action}>
      {`An owner has taken you off “${was}”. What you did on it stays. To come back, ask one of them for an invitation.`}
    </Place>
  );
}
