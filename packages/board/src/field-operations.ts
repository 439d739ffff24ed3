import { itemsOf } from './decide-checklists.js';
import {
  LINK_KINDS,
  type Card,
  type CardLink,
  type Checklist,
  type ChecklistItem,
  type Id,
  type LinkKind,
} from './model.js';
import type { Operation } from './operations.js';

/** What a card has beside its texts and its place. */
export type CardFields = Pick<
  Card,
  'labelIds' | 'assigneeIds' | 'startAt' | 'dueAt' | 'priority' | 'estimate' | 'checklists' | 'links' | 'attachments'
>;

/** The operations that lead from one to the other. What is not on both sides is passed over. */
export function fieldOperations(cardId: Id, from: Partial<CardFields>, to: Partial<CardFields>): Operation[] {
  const labels = listDiff(from.labelIds, to.labelIds);
  const people = listDiff(from.assigneeIds, to.assigneeIds);
  const files = listDiff(idsOf(from.attachments), idsOf(to.attachments));
  const startAt = other(from.startAt, to.startAt);
  const dueAt = other(from.dueAt, to.dueAt);
  const priority = other(from.priority, to.priority);
  const estimate = other(from.estimate, to.estimate);
  return [
    ...(labels ? [{ type: 'card.label', cardId, ...labels } as const] : []),
    ...(people ? [{ type: 'card.assign', cardId, ...people } as const] : []),
    ...(startAt !== undefined || dueAt !== undefined
      ? [
          {
            type: 'card.schedule',
            cardId,
            ...(startAt !== undefined && { startAt }),
            ...(dueAt !== undefined && { dueAt }),
          } as const,
        ]
      : []),
    ...(priority !== undefined ? [{ type: 'card.prioritize', cardId, priority } as const] : []),
    ...(estimate !== undefined ? [{ type: 'card.estimate', cardId, estimate } as const] : []),
    ...checklistOperations(cardId, from.checklists ?? to.checklists ?? [], to.checklists ?? from.checklists ?? []),
    ...linkOperations(cardId, from.links, to.links),
    ...(files?.remove ?? []).map((attachmentId): Operation => ({ type: 'attachment.remove', cardId, attachmentId })),
    ...(files?.add ?? []).map((attachmentId): Operation => ({ type: 'attachment.add', cardId, attachmentId })),
  ];
}

function other<Value>(from: Value | undefined, to: Value | undefined): Value | undefined {
  return from === undefined || to === undefined || from === to ? undefined : to;
}

function idsOf(list: readonly { readonly id: Id }[] | undefined): Id[] | undefined {
  return list?.map(({ id }) => id);
}

function listDiff(
  from: readonly Id[] | undefined,
  to: readonly Id[] | undefined,
): { readonly add?: Id[]; readonly remove?: Id[] } | undefined {
  if (!from || !to) return undefined;
  const add = to.filter((id) => !from.includes(id));
  const remove = from.filter((id) => !to.includes(id));
  if (add.length === 0 && remove.length === 0) return undefined;
  return { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) };
}

function linkOperations(
  cardId: Id,
  from: readonly CardLink[] | undefined,
  to: readonly CardLink[] | undefined,
): Operation[] {
  if (!from || !to) return [];
  const has = (list: readonly CardLink[], link: CardLink) =>
    list.some(({ kind, cardId: id }) => kind === link.kind && id === link.cardId);
  return [
    ...from.filter((link) => !has(to, link)).map((link) => linkOperation('card.unlink', cardId, link)),
    ...to.filter((link) => !has(from, link)).map((link) => linkOperation('card.link', cardId, link)),
  ];
}

/** A link is made from the one of its two sides that says what it is. */
export function linkOperation(type: 'card.link' | 'card.unlink', cardId: Id, link: CardLink): Operation {
  const kind = LINK_KINDS.find((name) => name === link.kind);
  if (kind) return { type, cardId, kind, otherId: link.cardId };
  const active: LinkKind = link.kind === 'blocked_by' ? 'blocks' : 'duplicates';
  return { type, cardId: link.cardId, kind: active, otherId: cardId };
}

function checklistOperations(cardId: Id, from: readonly Checklist[], to: readonly Checklist[]): Operation[] {
  if (from === to) return [];
  const old = new Map(from.map((list) => [list.id, list]));
  const kept = new Set(to.map(({ id }) => id));
  const oldItems = new Map(from.flatMap((list) => list.items.map((item) => [item.id, { item, list }])));
  const keptItems = new Set(itemsOf({ checklists: to }).map(({ id }) => id));
  const gone = itemsOf({ checklists: from }).filter(({ id }) => !keptItems.has(id));
  const lists = to.flatMap(({ id: checklistId, title }, index): Operation[] => {
    const place = { after: to[index - 1]?.id ?? null, ...(index === 0 && { before: from[0]?.id ?? null }) };
    const was = old.get(checklistId);
    if (!was) return [{ type: 'checklist.create', cardId, checklistId, title, ...place }];
    const moved = stands(from, was) !== (to[index - 1]?.id ?? null);
    return [
      ...(moved ? [{ type: 'checklist.move', cardId, checklistId, ...place } as const] : []),
      ...(was.title === title ? [] : [{ type: 'checklist.rename', cardId, checklistId, title } as const]),
    ];
  });
  const items = to.flatMap((list) =>
    list.items.flatMap((item, index): Operation[] => {
      const was = oldItems.get(item.id);
      const above = list.items[index - 1]?.id ?? null;
      const place = { after: above, ...(index === 0 && { before: old.get(list.id)?.items[0]?.id ?? null }) };
      const at = { cardId, itemId: item.id };
      const put = { ...at, checklistId: list.id, ...place };
      if (!was) {
        const create: Operation = { type: 'item.create', ...put, text: item.text };
        return [create, ...itemEdits(at, { ...item, done: false, assigneeId: null }, item)];
      }
      const moved = was.list.id !== list.id || stands(was.list.items, was.item) !== above;
      return [...(moved ? [{ type: 'item.move', ...put } as const] : []), ...itemEdits(at, was.item, item)];
    }),
  );
  return [
    ...gone.map(({ id: itemId }): Operation => ({ type: 'item.delete', cardId, itemId })),
    ...lists,
    ...items,
    // An item may have moved out of it.
    ...from
      .filter(({ id }) => !kept.has(id))
      .map(({ id: checklistId }): Operation => ({ type: 'checklist.delete', cardId, checklistId })),
  ];
}

/** What an entry stands after; `null`: it is the first. */
function stands<Entry extends { readonly id: Id }>(list: readonly Entry[], entry: Entry): Id | null {
  return list[list.indexOf(entry) - 1]?.id ?? null;
}

function itemEdits(at: { cardId: Id; itemId: Id }, was: ChecklistItem, item: ChecklistItem): Operation[] {
  const fields = {
    ...(was.text !== item.text && { text: item.text }),
    ...(was.done !== item.done && { done: item.done }),
    ...(was.assigneeId !== item.assigneeId && { assigneeId: item.assigneeId }),
  };
  return Object.keys(fields).length === 0 ? [] : [{ type: 'item.edit', ...at, ...fields }];
}
