import type { ChangeUnderstood } from '@talkan/board/command/command';
import { offerUndo } from '../board/actions';
import type { BoardStore } from '../sync/board-state';

/** Makes a change that was understood, and says so, with the way back. */
export function doChange(store: BoardStore, change: ChangeUnderstood): void {
  offerUndo(store, store.commit(change.operations, 'command'), `Done: ${sayChange(change)}`);
}

/** What a change would do, in one sentence, and what is to be known of it before. */
export function sayChange({ sentences: [first = '', ...others], note }: ChangeUnderstood): string {
  const more = `${first.replace(/\.$/u, '')}, and ${others.length} more ${others.length === 1 ? 'change' : 'changes'}.`;
  const whole = others.length === 0 ? first : more;
  return note === null ? whole : `${whole} ${note}`;
}
