import type { ChangeUnderstood } from '@talkan/board/command/command';
import { offerUndo } from '../board/actions';
import type { BoardStore } from '../sync/board-state';

/** Makes a change that was understood, and says so, with the way back. */
export function doChange(store: BoardStore, change: ChangeUnderstood): void {
  offerUndo(store, store.commit(change.operations, 'command'), `Done: ${sayDone(change)}`);
}

/** What a change would do, in one sentence, and what is to be known of it before. */
export function sayChange(change: ChangeUnderstood): string {
  return change.note === null ? sayDone(change) : `${sayDone(change)} ${change.note}`;
}

function sayDone({ sentences: [first = '', ...others] }: ChangeUnderstood): string {
  if (others.length === 0) return first;
  return `${first.replace(/\.$/u, '')}, and ${others.length} more ${others.length === 1 ? 'change' : 'changes'}.`;
}
