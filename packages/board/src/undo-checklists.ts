import { t } from '@talkan/words/words';
import { itemsOf, putAt } from './decide-checklists.js';
import { nameCard } from './decide-context.js';
import type { Board, Card, Checklist, ChecklistItem, Id } from './model.js';
import type { CardPatch } from './patch.js';
import { refuse, type Refusal } from './refusal.js';
import { whoChanged, type UndoContext } from './undo-context.js';
import { fieldNet } from './undo-net.js';

type Lists = readonly Checklist[];
interface Sides {
  readonly before: Lists;
  readonly after: Lists;
}

/**
 * A card's checklists without what a change did to them. Where nobody touched them since they are just what they were; else each
 * list and item by itself: a text or tick that is another one by now is refused, and so is taking away what was filled since.
 */
export function undoChecklists(
  board: Board,
  { card, net }: { readonly card: Card; readonly net: CardPatch },
  context: UndoContext,
): Lists | Refusal {
  const sides = fieldNet<Card, 'checklists'>(net, 'checklists');
  if (!sides) return card.checklists;
  if (JSON.stringify(card.checklists) === JSON.stringify(sides.after))
    return withoutStrangers(sides.before, card, context);
  const lists = listsBack(card.checklists, sides);
  const result = lists && itemsBack(lists, sides);
  if (result) return withoutStrangers(result, card, context);
  const who = whoChanged(context, net, ['checklists']);
  return refuse('conflict', t`${who} changed the checklists of ${nameCard(board, card)} since.`, [card.id]);
}

/** No item goes back to somebody who has left the board since. */
function withoutStrangers(lists: Lists, card: Card, { people }: UndoContext): Lists {
  if (!people) return lists;
  const had = new Map(itemsOf(card).map(({ id, assigneeId }) => [id, assigneeId]));
  const isStranger = ({ id, assigneeId }: ChecklistItem) =>
    assigneeId !== null && !people.has(assigneeId) && had.get(id) !== assigneeId;
  if (!itemsOf({ checklists: lists }).some(isStranger)) return lists;
  return lists.map((list) => ({
    ...list,
    items: list.items.map((item) => (isStranger(item) ? { ...item, assigneeId: null } : item)),
  }));
}

/** `undefined`: somebody is in the way. */
function listsBack(now: Lists, { before, after }: Sides): Lists | undefined {
  let lists = now;
  for (const [index, old] of before.entries()) {
    const became = after.find(({ id }) => id === old.id);
    const is = lists.find(({ id }) => id === old.id);
    // Deleted: it comes back without its items, which come one by one.
    if (!became && !is) lists = putAt(lists, { ...old, items: [] }, { after: before[index - 1]?.id });
    else if (became && is && became.title !== old.title) {
      if (is.title !== became.title) return undefined;
      lists = lists.map((list) => (list === is ? { ...list, title: old.title } : list));
    }
  }
  const known = new Set(itemsOf({ checklists: after }).map(({ id }) => id));
  for (const added of after.filter(({ id }) => !before.some((old) => old.id === id))) {
    const is = lists.find(({ id }) => id === added.id);
    if (is?.items.some(({ id }) => !known.has(id))) return undefined;
  }
  return lists;
}

function itemsBack(start: Lists, { before, after }: Sides): Lists | undefined {
  let lists = start;
  const old = positions(before);
  const became = positions(after);
  for (const [id, { item }] of became) {
    if (old.has(id)) continue;
    const is = positions(lists).get(id)?.item;
    if (is && is.text !== item.text) return undefined;
    lists = lists.map((list) => ({ ...list, items: list.items.filter((other) => other.id !== id) }));
  }
  // What only came above an item, or went, has not moved it.
  const stood = places(before, became);
  const stands = places(after, old);
  for (const [id, was] of old) {
    const then = became.get(id);
    const is = positions(lists).get(id);
    const moved = !then || stood.get(id) !== stands.get(id);
    if (then && !moved && isSame(was.item, then.item)) continue;
    if (then && !is) return undefined;
    if (!then && is) continue;
    const item = then && is ? mergeItem(was.item, then.item, is.item) : was.item;
    if (!item) return undefined;
    const target = moved || !is ? was : is;
    lists = withItem(lists, item, target);
  }
  const created = new Set(after.filter(({ id }) => !before.some((list) => list.id === id)).map(({ id }) => id));
  return lists.filter(({ id }) => !created.has(id));
}

interface Position {
  readonly item: ChecklistItem;
  readonly listId: Id;
  /** The item above. */
  readonly after: Id | undefined;
}

function positions(lists: Lists): Map<Id, Position> {
  return new Map(
    lists.flatMap(({ id: listId, items }) =>
      items.map((item, index): [Id, Position] => [item.id, { item, listId, after: items[index - 1]?.id }]),
    ),
  );
}

function withItem(lists: Lists, item: ChecklistItem, { listId, after }: Position): Lists {
  return lists.map((list) => {
    const others = list.items.filter(({ id }) => id !== item.id);
    if (list.id !== listId) return others.length === list.items.length ? list : { ...list, items: others };
    const first = others[0]?.id;
    const place = after === undefined ? { before: first } : { after };
    return {
      ...list,
      items: putAt(
        list.items.map((one) => (one.id === item.id ? item : one)),
        item,
        place,
      ),
    };
  });
}

/** Where each of the items in `common` stands among them. */
function places(lists: Lists, common: ReadonlyMap<Id, unknown>): ReadonlyMap<Id, string> {
  const kept = lists.map((list) => ({ ...list, items: list.items.filter(({ id }) => common.has(id)) }));
  return new Map([...positions(kept)].map(([id, { listId, after }]) => [id, `${listId} ${after ?? ''}`]));
}

function isSame(one: ChecklistItem, other: ChecklistItem): boolean {
  return one.text === other.text && one.done === other.done && one.assigneeId === other.assigneeId;
}

/** The item without what the change did to it; `undefined` where that is another one by now. */
function mergeItem(was: ChecklistItem, became: ChecklistItem, is: ChecklistItem): ChecklistItem | undefined {
  const merged = { ...is };
  for (const name of ['text', 'done', 'assigneeId'] as const) {
    if (was[name] === became[name]) continue;
    if (is[name] !== became[name]) return undefined;
    Object.assign(merged, { [name]: was[name] });
  }
  return merged;
}
