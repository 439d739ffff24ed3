import type { ChangeUnderstood } from '@talkan/board/command/command';
import { plural, t } from '@talkan/words/words';
import { offerUndo } from '../board/actions';
import type { BoardStore } from '../sync/board-state';

/** Makes a change that was understood, and says so, with the way back. */
export function doChange(store: BoardStore, change: ChangeUnderstood): void {
  offerUndo(store, store.commit(change.operations, 'command'), t`Done: ${sayDone(change)}`);
}

/** What a change would do, in one sentence, and what is to be known of it before. */
export function sayChange(change: ChangeUnderstood): string {
  return change.note === null ? sayDone(change) : `${sayDone(change)} ${change.note}`;
}

function sayDone({ sentences: [first = '', ...others] }: ChangeUnderstood): string {
  if (others.length === 0) return first;
  return plural(
    others.length,
    { one: '{sentence}, and # more change.', other: '{sentence}, and # more changes.' },
    { sentence: first.replace(/\.$/u, '') },
  );
}
