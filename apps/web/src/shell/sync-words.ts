import { t } from '@talkan/words/words';
import type { BoardState } from '../sync/board-state';

export interface SyncWords {
  /** `stuck` takes some sentences. */
  readonly tone: 'quiet' | 'away' | 'stuck';
  readonly text: string;
}

/** What to say about the way to the server; `null` where all is well. */
export function syncWords({
  connection,
  pending,
  problem,
}: Pick<BoardState, 'connection' | 'pending' | 'problem'>): SyncWords | null {
  const changes = pending === 1 ? '1 change' : t`${pending} changes`;
  switch (connection) {
    case 'offline': {
      const text =
        pending === 0 ? t`What you change will sync when you’re back.` : t`${changes} will sync when you’re back.`;
      return { tone: 'away', text: t`Offline. ${text}` };
    }
    case 'retrying': {
      const rest = pending === 0 ? '' : t` ${changes} will be sent when it does.`;
      return { tone: 'away', text: t`The server does not answer. Trying again.${rest}` };
    }
    case 'online':
      if (problem !== null)
        return {
          tone: 'stuck',
          text: pending === 0 ? problem : t`${problem} ${changes} ${pending === 1 ? 'waits' : 'wait'} here.`,
        };
      return pending === 0 ? null : { tone: 'quiet', text: t`Saving` };
  }
}
