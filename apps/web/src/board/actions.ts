import type { Card, Column, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { plural, t } from '@talkan/words/words';
import { keysOf } from '../keys/single-keys';
import { cardsNamed, type BoardStore, type Settlement } from '../sync/board-state';
import { announce } from '../ui/announce';
import { showKeys } from '../ui/keys';
import { showToast } from '../ui/toast';
import type { ToastOptions } from '../ui/toast-queue';
import { refusalOf } from './failures';

/** Archives a card and offers the way back. */
export function archiveCard(store: BoardStore, card: Card): void {
  const { board } = store.getState();
  const name = `${board.key}-${card.number}`;
  dropFailuresOf(store, [card.id]);
  commitWithUndo(store, [{ type: 'card.archive', cardId: card.id }], t`${name} archived`);
}

/** What failed of these cards is nobody's concern any more. */
export function dropFailuresOf(store: BoardStore, cardIds: readonly Id[]): void {
  for (const { changeId, operations } of store.getState().failures)
    if (cardsNamed(operations).some((id) => cardIds.includes(id))) store.dismiss(changeId);
}

/** Archives a column with all its cards, as one change, and offers the way back. */
export function archiveColumn(store: BoardStore, column: Column): void {
  const cards = store.getState().board.cardsIn(column.id);
  const operations: Operation[] = cards.map((card) => ({ type: 'card.archive', cardId: card.id }));
  operations.push({ type: 'column.archive', columnId: column.id });
  commitWithUndo(
    store,
    operations,
    cards.length === 0 ? t`“${column.title}” archived` : t`“${column.title}” archived with ${countCards(cards.length)}`,
  );
}

export function countCards(count: number): string {
  return plural(count, { one: '# card', other: '# cards' });
}

/** Undoes a change that the server has, or says why not. */
export async function undoOrSay(store: BoardStore, seq: number): Promise<void> {
  const refusal = await store.undo(seq);
  if (refusal) showToast({ message: t`Not undone: ${refusal.message}`, tone: 'bad' });
  else announce(t`Undone.`);
}

/** Commits a change and says so, with the way back. */
export function commitWithUndo(store: BoardStore, operations: readonly Operation[], message: string): void {
  offerUndo(store, store.commit(operations), message);
}

/** Says that a change was made, with the way back. */
export function offerUndo(store: BoardStore, changeId: Id, message: string): void {
  // A change that is refused says so on the card; there is nothing to undo then.
  if (refusalOf(store.getState(), changeId)) return;
  const said = t`${showKeys(keysOf('undo'))} undoes it.`;
  const settled = store.settled(changeId);
  showToast({
    message,
    said,
    action: { label: t`Undo`, run: () => void undoChange(store, changeId, settled) },
    until: untilUndone(store, settled),
  });
}

/** Has a note that offers to undo a change go once that was undone in another way. */
export function untilUndone(store: BoardStore, change: Settlement | Promise<Settlement>): ToastOptions['until'] {
  return (over) => {
    let seq = 0;
    const look = () => {
      if (store.getState().undone.has(seq)) over();
    };
    const know = async () => {
      const settlement = await change;
      if ('seq' in settlement) ({ seq } = settlement);
      look();
    };
    void know();
    return store.subscribe(look);
  };
}

/** Takes one's own change back: out of the queue while it is still there, else by the server. */
async function undoChange(store: BoardStore, changeId: Id, settled: Promise<Settlement>): Promise<void> {
  if (store.withdraw(changeId)) return announce(t`Undone.`);
  if (store.getState().connection !== 'online') {
    showToast({ message: t`It will be undone as soon as the server can be reached.` });
  }
  const settlement = await settled;
  // Refused: it never happened, and that was said already.
  if (isRefusal(settlement)) return;
  await undoOrSay(store, settlement.seq);
}
