import { addItems, itemTexts, itemToCard } from '@talkan/board/compose-checklists';
import { shorten } from '@talkan/board/decide-context';
import type { Card, Checklist, ChecklistItem, Id } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { useMemo } from 'react';
import { commitWithUndo } from '../board/actions';
import { newId } from '../sync/new-id';
import { useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import type { Member } from './members';
import { stepChecklist, stepItem, type ItemSpot } from './item-moves';

/** What can be done to a card's checklists. The same object for as long as it is the same card. */
export interface ChecklistActions {
  readonly add: (title: string) => Id;
  readonly rename: (checklistId: Id, title: string) => void;
  readonly move: (checklistId: Id, step: 1 | -1) => void;
  readonly remove: (checklist: Checklist) => void;
  /** One item a line, all of them as one change. */
  readonly addItems: (checklistId: Id, text: string) => void;
  readonly tick: (item: ChecklistItem, done: boolean) => void;
  readonly assign: (itemId: Id, assigneeId: Id | null) => void;
  readonly step: (itemId: Id, step: 1 | -1, isShown?: (item: ChecklistItem) => boolean) => void;
  readonly put: (itemId: Id, spot: ItemSpot) => void;
  readonly toCard: (item: ChecklistItem) => void;
  readonly removeItem: (item: ChecklistItem) => void;
}

export function useChecklists(cardId: Id, members: readonly Member[]): ChecklistActions {
  const store = useBoardStore();
  return useMemo((): ChecklistActions => {
    const read = (): Card['checklists'] => store.getState().board.card(cardId)?.checklists ?? [];
    const put = (itemId: Id, spot: ItemSpot) => {
      store.commit([{ type: 'item.move', cardId, itemId, ...spot }]);
      announce(sayWhere(read(), itemId));
      // In another checklist it is drawn anew, without the focus that it had.
      requestAnimationFrame(() => focusItem(itemId));
    };
    return {
      add(title) {
        const checklistId = newId();
        const after = read().at(-1)?.id ?? null;
        store.commit([{ type: 'checklist.create', cardId, checklistId, title, after }]);
        return checklistId;
      },
      rename: (checklistId, title) => store.commit([{ type: 'checklist.rename', cardId, checklistId, title }]),
      move(checklistId, step) {
        const place = stepChecklist(read(), { checklistId, step });
        if (!place) return;
        store.commit([{ type: 'checklist.move', cardId, checklistId, ...place }]);
        const moved = read();
        const index = moved.findIndex(({ id }) => id === checklistId);
        announce(t`${moved[index]?.title ?? ''}: ${index + 1} of ${moved.length}.`);
      },
      remove: ({ id: checklistId, title }) =>
        commitWithUndo(store, [{ type: 'checklist.delete', cardId, checklistId }], t`“${shorten(title)}” deleted`),
      addItems(checklistId, text) {
        const checklist = read().find(({ id }) => id === checklistId);
        const texts = itemTexts(text);
        if (!checklist || texts.length === 0) return;
        store.commit(addItems({ cardId, checklist }, texts, { newId }));
        announce(
          texts.length === 1
            ? t`Added “${texts[0] ?? ''}”.`
            : plural(texts.length, { one: 'Added # item.', other: 'Added # items.' }),
        );
      },
      tick: ({ id: itemId }, done) => store.commit([{ type: 'item.edit', cardId, itemId, done }]),
      assign(itemId, assigneeId) {
        store.commit([{ type: 'item.edit', cardId, itemId, assigneeId }]);
        const name = members.find(({ id }) => id === assigneeId)?.name;
        announce(name === undefined ? t`Assigned to nobody.` : t`Assigned to ${name}.`);
      },
      step(itemId, step, isShown) {
        const spot = stepItem(read(), { itemId, step }, isShown);
        if (spot) put(itemId, spot);
      },
      put,
      toCard({ id: itemId, text }) {
        // Nobody is known where the server could not be asked.
        const people = members.length > 0 ? new Set(members.map(({ id }) => id)) : undefined;
        const operations = itemToCard(store.getState().board, { cardId, itemId }, { newId, people });
        if (operations.length > 0) commitWithUndo(store, operations, t`“${shorten(text)}” is a card now`);
      },
      removeItem: ({ id: itemId, text }) =>
        commitWithUndo(store, [{ type: 'item.delete', cardId, itemId }], t`“${shorten(text)}” deleted`),
    };
  }, [store, cardId, members]);
}

function sayWhere(checklists: readonly Checklist[], itemId: Id): string {
  for (const { title, items } of checklists) {
    const index = items.findIndex(({ id }) => id === itemId);
    if (index >= 0) return t`${title}: ${index + 1} of ${items.length}.`;
  }
  return '';
}

function focusItem(itemId: Id): void {
  const row = document.querySelector<HTMLElement>(`[data-item-id="${itemId}"]`);
  if (row && !row.contains(document.activeElement)) row.querySelector<HTMLElement>('input, textarea')?.focus();
}
