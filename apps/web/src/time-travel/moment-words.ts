import { applyPatches } from '@talkan/board/board';
import type { Board, Id } from '@talkan/board/model';
import { invertPatches } from '@talkan/board/patch';
import { tellChange, type Undone } from '@talkan/board/tell-change';
import type { Telling } from '@talkan/board/teller';
import { formatNumber, inSense, plural, t } from '@talkan/words/words';
import type { PastChange } from './walk';

/** What a change did, in a sentence. @param after the board right after it */
export function tellPast(
  after: Board,
  change: PastChange,
  { changeAt, nameOf }: { readonly changeAt: (seq: number) => PastChange | undefined } & Pick<Telling, 'nameOf'>,
): string {
  const before = applyPatches(after, invertPatches(change.patches), change.seq - 1);
  return tellChange(before, { operations: [], patches: change.patches }, { undone: undoneBy(change, changeAt), nameOf })
    .sentence;
}

/** What an undo took back, as far back as the changes are known. */
function undoneBy(change: PastChange, changeAt: (seq: number) => PastChange | undefined): Undone | undefined {
  let { undoes } = change;
  if (undoes === undefined) return undefined;
  let again = false;
  for (let next = changeAt(undoes)?.undoes; next !== undefined; next = changeAt(undoes)?.undoes) {
    undoes = next;
    again = !again;
  }
  return { seq: undoes, again };
}

/** The cards that a change touched and that are on the board after it. */
export function touchedBy(after: Board, { patches }: PastChange): ReadonlySet<Id> {
  const cards = patches.filter((patch) => patch.entity === 'card');
  // A new rank alone is mostly that of a neighbour of what was moved.
  const told = cards.filter(
    ({ before, after: now }) => !before || !now || Object.keys(now).some((key) => key !== 'rank'),
  );
  return new Set((told.length > 0 ? told : cards).map(({ id }) => id).filter((id) => after.card(id)));
}

/** Which of how many: `Change 412 of 1,030`. */
export function nameMoment(seq: number, newest: number): string {
  if (seq === 0) return t`Before the first change`;
  return seq > newest
    ? inSense('number')`Change ${formatNumber(seq)}`
    : t`Change ${formatNumber(seq)} of ${formatNumber(newest)}`;
}

export function sayNewer(changes: number): string {
  return plural(changes, { one: '# new change since you looked', other: '# new changes since you looked' });
}
