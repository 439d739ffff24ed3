import type { ChangeUnderstood } from '@talkan/board/command/command';
import { offerUndo } from '../board/actions';
import type { BoardStore } from '../sync/board-state';

/** Makes a change that was understood, and says so, with the way back. */
export function doChange(store: BoardStore, change: ChangeUnderstood): void {
  offerUndo(store, store.commit(change.operations, 'command'), `Done: ${sayChange(change)}`);
}

/** What a change would do, in one sentence. */
export function sayChange({ sentences: [first = '', ...others] }: ChangeUnderstood): string {
  if (others.length === 0) return first;
  return `${first.replace(/\.$/u, '')}, and ${others.length} more ${others.length === 1 ? 'change' : 'changes'}.`;
}
