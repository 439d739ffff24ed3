import { inSense, t } from '@talkan/words/words';
import { itemsOf } from './decide-checklists.js';
import { quote } from './decide-context.js';
import { wanted } from './decide-text.js';
import type { Id } from './model.js';
import type { Operation, OperationOf } from './operations.js';
import { onEither, type Clause, type Teller } from './teller.js';

type ChecklistOperation = Extract<Operation, { type: `checklist.${string}` | `item.${string}` }>;

/** What is done to a checklist, or to an item of one. */
export function tellChecklist(teller: Teller, operation: ChecklistOperation): Clause {
  const { verbs, about } = teller;
  const { cardId } = operation;
  const on = (name: string) => about(cardId, { named: (card) => t`${name} on ${card}`, alone: name });
  switch (operation.type) {
    case 'checklist.create': {
      const title = quote(operation.title);
      const rest = { named: (card: string) => t`the checklist ${title} to ${card}`, alone: t`the checklist ${title}` };
      return { verb: verbs.add, rest: about(cardId, rest) };
    }
    case 'checklist.rename':
      return { verb: verbs.rename, rest: renamed(teller, operation, [checklist(teller, operation), operation.title]) };
    case 'checklist.move':
      return { verb: verbs.move, rest: on(checklist(teller, operation)) };
    case 'checklist.delete':
      return { verb: verbs.delete, rest: on(checklist(teller, operation)) };
    case 'item.create': {
      const text = quote(operation.text);
      const rest = { named: (card: string) => t`the item ${text} to ${card}`, alone: t`the item ${text}` };
      return { verb: verbs.add, rest: about(cardId, rest) };
    }
    case 'item.edit':
      return tellItem(teller, operation);
    case 'item.move':
      return { verb: verbs.move, rest: on(item(teller, operation)) };
    case 'item.delete':
      return { verb: verbs.delete, rest: on(item(teller, operation)) };
  }
}

function renamed(
  { about }: Teller,
  { cardId }: { readonly cardId: Id },
  [old, now]: readonly [string, string],
): string {
  return about(cardId, {
    named: (card) => t`${old} on ${card} to ${quote(now)}`,
    alone: inSense('new name')`${old} to ${quote(now)}`,
  });
}

function tellItem(teller: Teller, operation: OperationOf<'item.edit'>): Clause {
  const { verbs, about } = teller;
  const name = item(teller, operation);
  const { cardId, text, done, assigneeId } = operation;
  if (text !== undefined) return { verb: verbs.change, rest: renamed(teller, operation, [name, wanted(text)]) };
  if (done !== undefined) {
    const rest = about(cardId, { named: (card) => t`${name} on ${card}`, alone: name });
    return { verb: done ? verbs.tick : verbs.untick, rest };
  }
  if (assigneeId === undefined) {
    const rest = about(cardId, { named: (card) => t`${name} on ${card} as it was`, alone: t`${name} as it was` });
    return { verb: verbs.leave, rest };
  }
  if (assigneeId === null) {
    const rest = about(cardId, {
      named: (card) => inSense('assignee')`${name} on ${card}`,
      alone: inSense('assignee')`${name}`,
    });
    return { verb: verbs.unassign, rest };
  }
  const person = teller.person(assigneeId);
  const rest = about(cardId, {
    named: (card) => inSense('assignee')`${name} on ${card} to ${person}`,
    alone: inSense('assignee')`${name} to ${person}`,
  });
  return { verb: verbs.assign, rest };
}

function checklist(teller: Teller, { cardId, checklistId }: { cardId: Id; checklistId: Id }): string {
  const found = onEither(teller, cardId, (card) => card.checklists.find(({ id }) => id === checklistId));
  return found ? t`the checklist ${quote(found.title)}` : t`a checklist`;
}

function item(teller: Teller, { cardId, itemId }: { cardId: Id; itemId: Id }): string {
  const found = onEither(teller, cardId, (card) => itemsOf(card).find(({ id }) => id === itemId));
  return found ? quote(found.text) : t`an item`;
}
