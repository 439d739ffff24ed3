import { plural, t } from '@talkan/words/words';
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
  unkept,
}: Pick<BoardState, 'connection' | 'pending' | 'problem' | 'unkept'>): SyncWords | null {
  const stay = unkept ? ` ${t`Leave this page open: the browser has no room to keep that.`}` : '';
  switch (connection) {
    case 'offline': {
      const text =
        pending === 0
          ? t`Offline. What you change will sync when you’re back.`
          : plural(pending, {
              one: 'Offline. # change will sync when you’re back.',
              other: 'Offline. # changes will sync when you’re back.',
            });
      return { tone: 'away', text: text + stay };
    }
    case 'retrying': {
      const text = t`The server does not answer. Trying again.`;
      const rest = plural(pending, {
        one: '# change will be sent when it does.',
        other: '# changes will be sent when it does.',
      });
      return { tone: 'away', text: pending === 0 ? text : `${text} ${rest}${stay}` };
    }
    case 'online':
      if (problem !== null)
        return {
          tone: 'stuck',
          text:
            pending === 0
              ? problem
              : `${problem} ${plural(pending, { one: '# change waits here.', other: '# changes wait here.' })}`,
        };
      return pending === 0 ? null : { tone: 'quiet', text: t`Saving` };
  }
}
