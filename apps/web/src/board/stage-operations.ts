import { keepArchived } from '@talkan/board/archive-memory';
import { decideChange } from '@talkan/board/decide';
import type { DecideContext } from '@talkan/board/decide-context';
import type { Board } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import { isRefusal } from '@talkan/board/refusal';

/** A board, and what it would be with these patches. */
export interface Staged {
  readonly board: Board;
  readonly after: Board;
  readonly patches: readonly Patch[];
}

/** All of it as one change; where that is refused as a whole, each operation that can be done behind those before it. */
export function stage(board: Board, operations: readonly Operation[], context: DecideContext): Staged {
  const whole = decideChange(board, operations, context);
  if (!isRefusal(whole)) return { board, after: whole.board, patches: whole.patches };
  const loaded = new Map(context.loaded);
  const patches: Patch[] = [];
  let after = board;
  for (const operation of operations) {
    const decided = decideChange(after, [operation], { ...context, loaded });
    if (isRefusal(decided)) continue;
    after = decided.board;
    keepArchived(loaded, decided.patches);
    patches.push(...decided.patches);
  }
  return { board, after, patches };
}
