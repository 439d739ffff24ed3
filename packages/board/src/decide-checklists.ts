import { t } from '@talkan/words/words';
import { findCard, type DecideContext } from './decide-context.js';
import { patchCard, refuseStranger } from './decide-fields.js';
import { editText, readTitle } from './decide-text.js';
import { LIMITS } from './limits.js';
import { ID_PATTERN, type Board, type Card, type Checklist, type ChecklistItem, type Id } from './model.js';
import type { OperationOf, Place } from './operations.js';
import type { Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

type Decided = readonly Patch[] | Refusal;
type ChecklistOperation = OperationOf<
  | 'checklist.create'
  | 'checklist.rename'
  | 'checklist.move'
  | 'checklist.delete'
  | 'item.create'
  | 'item.edit'
  | 'item.move'
  | 'item.delete'
>;

/** What is done to the checklists of a card. They are small, and a list's order is that of its items. */
export function changeChecklists(board: Board, operation: ChecklistOperation, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const checklists = changed(card, operation, context);
  return isRefusal(checklists) ? checklists : patchCard(card, { checklists });
}

function changed(card: Card, operation: ChecklistOperation, context: DecideContext): readonly Checklist[] | Refusal {
  switch (operation.type) {
    case 'checklist.create':
      return createChecklist(card, operation);
    case 'checklist.rename': {
      const title = readTitle(operation.title, { what: 'checklist', most: LIMITS.name });
      if (isRefusal(title)) return title;
      return replaceChecklist(card, operation.checklistId, (checklist) =>
        checklist.title === title ? checklist : { ...checklist, title },
      );
    }
    case 'checklist.move': {
      const checklist = findChecklist(card, operation.checklistId);
      return isRefusal(checklist) ? checklist : putAt(card.checklists, checklist, operation);
    }
    case 'checklist.delete': {
      const checklist = findChecklist(card, operation.checklistId);
      return isRefusal(checklist) ? checklist : card.checklists.filter((other) => other !== checklist);
    }
    case 'item.create':
      return createItem(card, operation);
    case 'item.edit':
      return editItem(card, operation, context);
    case 'item.move':
      return moveItem(card, operation);
    case 'item.delete': {
      const item = findItem(card, operation.itemId);
      return isRefusal(item) ? item : withoutItem(card.checklists, item.id);
    }
  }
}

function createChecklist(card: Card, operation: OperationOf<'checklist.create'>): readonly Checklist[] | Refusal {
  const id = operation.checklistId;
  const taken = refuseTaken(card, id);
  if (taken) return taken;
  const title = readTitle(operation.title, { what: 'checklist', most: LIMITS.name });
  if (isRefusal(title)) return title;
  if (card.checklists.length >= LIMITS.checklists) {
    return refuse('limit', t`A card has at most ${LIMITS.checklists} checklists. Delete one first.`, [card.id]);
  }
  return putAt(card.checklists, { id, title, items: [] }, operation);
}

function createItem(card: Card, operation: OperationOf<'item.create'>): readonly Checklist[] | Refusal {
  const id = operation.itemId;
  const taken = refuseTaken(card, id);
  if (taken) return taken;
  const text = readTitle(operation.text, { what: 'checklist item', most: LIMITS.title });
  if (isRefusal(text)) return text;
  if (card.checklists.reduce((sum, { items }) => sum + items.length, 0) >= LIMITS.items) {
    return refuse('limit', t`A card’s checklists have at most ${LIMITS.items} items. Delete some first.`, [card.id]);
  }
  const item: ChecklistItem = { id, text, done: false, assigneeId: null };
  return replaceChecklist(card, operation.checklistId, (checklist) => ({
    ...checklist,
    items: putAt(checklist.items, item, operation),
  }));
}

function editItem(
  card: Card,
  operation: OperationOf<'item.edit'>,
  context: DecideContext,
): readonly Checklist[] | Refusal {
  const item = findItem(card, operation.itemId);
  if (isRefusal(item)) return item;
  const edit = {
    edit: operation.text ?? item.text,
    current: item.text,
    stale: t`The checklist item changed while you were editing. Keep one of the two texts.`,
    field: 'text',
  };
  const text = editText({ ...edit, ids: [card.id, item.id] }, (wanted) =>
    readTitle(wanted, { what: 'checklist item', most: LIMITS.title }),
  );
  if (isRefusal(text)) return text;
  const { done = item.done, assigneeId = item.assigneeId } = operation;
  const stranger =
    assigneeId === null || assigneeId === item.assigneeId ? undefined : refuseStranger(assigneeId, context);
  if (stranger) return stranger;
  if (text === item.text && done === item.done && assigneeId === item.assigneeId) return card.checklists;
  return card.checklists.map((checklist) => {
    if (!checklist.items.includes(item)) return checklist;
    const items = checklist.items.map((other) => (other === item ? { ...item, text, done, assigneeId } : other));
    return { ...checklist, items };
  });
}

function moveItem(card: Card, operation: OperationOf<'item.move'>): readonly Checklist[] | Refusal {
  const item = findItem(card, operation.itemId);
  if (isRefusal(item)) return item;
  const target = findChecklist(card, operation.checklistId);
  if (isRefusal(target)) return target;
  const moved = card.checklists.map((checklist) => {
    if (checklist.id === target.id) {
      const items = putAt(checklist.items, item, operation);
      return items === checklist.items ? checklist : { ...checklist, items };
    }
    if (!checklist.items.includes(item)) return checklist;
    return { ...checklist, items: checklist.items.filter((other) => other !== item) };
  });
  return moved.every((checklist, index) => checklist === card.checklists[index]) ? card.checklists : moved;
}

function replaceChecklist(
  card: Card,
  id: Id,
  replace: (checklist: Checklist) => Checklist,
): readonly Checklist[] | Refusal {
  const checklist = findChecklist(card, id);
  if (isRefusal(checklist)) return checklist;
  const after = replace(checklist);
  if (after === checklist) return card.checklists;
  return card.checklists.map((other) => (other === checklist ? after : other));
}

function findChecklist(card: Card, id: Id): Checklist | Refusal {
  const checklist = card.checklists.find((list) => list.id === id);
  return checklist ?? refuse('not_found', t`There is no such checklist on this card any more.`, [card.id, id]);
}

function findItem(card: Card, id: Id): ChecklistItem | Refusal {
  const item = itemsOf(card).find((one) => one.id === id);
  return item ?? refuse('not_found', t`There is no such item on this card’s checklists any more.`, [card.id, id]);
}

/** All items of a card's checklists. */
export function itemsOf(card: Pick<Card, 'checklists'>): readonly ChecklistItem[] {
  return card.checklists.flatMap(({ items }) => items);
}

function withoutItem(checklists: readonly Checklist[], itemId: Id): readonly Checklist[] {
  return checklists.map((checklist) =>
    checklist.items.some(({ id }) => id === itemId)
      ? { ...checklist, items: checklist.items.filter(({ id }) => id !== itemId) }
      : checklist,
  );
}

function refuseTaken(card: Card, id: Id): Refusal | undefined {
  if (!ID_PATTERN.test(id)) return refuse('invalid', t`“${id}” cannot be an id of something on a card.`, [id]);
  const taken = card.checklists.some((list) => list.id === id || list.items.some((item) => item.id === id));
  return taken ? refuse('conflict', t`There is something with the id “${id}” on this card already.`, [id]) : undefined;
}

/** The list with this entry, a member of it or not, where `where` says; the same list where it stands there already. */
export function putAt<Entry extends { readonly id: Id }>(
  list: readonly Entry[],
  entry: Entry,
  where: Place,
): readonly Entry[] {
  const others = list.filter(({ id }) => id !== entry.id);
  const indexOf = (id: Id | null | undefined) => others.findIndex((other) => other.id === id);
  const following = indexOf(where.before);
  const preceding = indexOf(where.after);
  const index = following >= 0 ? following : preceding >= 0 ? preceding + 1 : others.length;
  const placed = others.toSpliced(index, 0, entry);
  return placed.length === list.length && placed.every((one, at) => one === list[at]) ? list : placed;
}
