import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { problemOf } from '../problem';
import type { BoardStore } from './board-state';
import { newId } from './new-id';
import { waitForSavedBoard } from './saved-board';
import type { Committed } from './transport';

const NOT_YET = {
  offline: t`You are offline. Try again when you’re back.`,
  unsaved: t`Your last changes have not reached the server yet. Try again in a moment.`,
} as const;

/**
 * Has the server make a change that this browser cannot decide, for it does not hold the past or the archive: after all that waits here,
 * and shown as soon as it is made. Where that fails `problem` says why.
 */
export async function askServer(
  store: BoardStore,
  send: (changeId: Id) => Promise<Committed>,
): Promise<Committed | { readonly problem: string }> {
  const unsaved = await waitForSavedBoard(store, new AbortController().signal);
  if (unsaved) return { problem: NOT_YET[unsaved] };
  const changeId = newId();
  try {
    const committed = await send(changeId);
    store.receive({ ...committed, changeId });
    return committed;
  } catch (error) {
    return { problem: problemOf(error).message };
  }
}
