import { inSense, listOf, t } from '@talkan/words/words';
import { nameCard, quote } from './decide-context.js';
import { tellChecklist } from './describe-checklists.js';
import { nameLabel, tellLabel } from './describe-labels.js';
import { priorityInWords, tellDates, tellValue, VALUES } from './describe-values.js';
import type { Id, LinkKind } from './model.js';
import type { LoggedOperation, Operation, OperationOf } from './operations.js';
import { onEither, tellStill, type Clause, type Named, type Teller } from './teller.js';

export type FieldOperation = Exclude<
  Operation,
  {
    type:
      | `board.${string}`
      | `column.${string}`
      | 'card.create'
      | 'card.edit'
      | 'card.move'
      | 'card.archive'
      | 'card.restore'
      | 'comment.create';
  }
>;

const OTHERS: ReadonlySet<string> = new Set<LoggedOperation['type']>([
  'card.create',
  'card.edit',
  'card.move',
  'card.archive',
  'card.restore',
  'card.leave',
  'card.arrive',
  'comment.create',
]);

/** Whether an operation is told here. */
export function isFieldOperation(operation: LoggedOperation): operation is FieldOperation {
  const { type } = operation;
  return !(type.startsWith('board.') || type.startsWith('column.') || OTHERS.has(type));
}

/** What is done to labels, and to all of a card but its texts and its place. */
export function describeFields(teller: Teller, operation: FieldOperation): readonly Clause[] {
  const { verbs, about } = teller;
  switch (operation.type) {
    case 'label.create':
    case 'label.edit':
    case 'label.merge':
    case 'label.delete':
    case 'label.restore':
      return [tellLabel(teller, operation)];
    case 'card.label':
      return tellLabels(teller, operation);
    case 'card.assign':
      return tellPeople(teller, operation);
    case 'card.schedule':
      return tellDates(teller, operation);
    case 'card.prioritize': {
      const { cardId, priority } = operation;
      return [tellValue(teller, cardId, { words: VALUES.priority, value: priority && priorityInWords(priority) })];
    }
    case 'card.estimate': {
      const { cardId, estimate } = operation;
      return [tellValue(teller, cardId, { words: VALUES.estimate, value: estimate?.toString() ?? null })];
    }
    case 'card.link': {
      const { cardId, kind, otherId } = operation;
      return [{ verb: verbs.link, rest: about(cardId, LINKED[kind](other(teller, otherId))) }];
    }
    case 'card.unlink': {
      const from = other(teller, operation.otherId);
      const rest = { named: (card: string) => t`${card} from ${from}`, alone: t`from ${from}` };
      return [{ verb: verbs.unlink, rest: about(operation.cardId, rest) }];
    }
    case 'comment.edit':
      return [{ verb: verbs.change, rest: about(operation.cardId, aComment()) }];
    case 'comment.delete':
      return [{ verb: verbs.delete, rest: about(operation.cardId, aComment()) }];
    case 'attachment.add': {
      const name = file(teller, operation);
      const rest = { named: (card: string) => inSense('attachment')`${name} to ${card}`, alone: name };
      return [{ verb: verbs.attach, rest: about(operation.cardId, rest) }];
    }
    case 'attachment.remove': {
      const name = file(teller, operation);
      const rest = { named: (card: string) => t`${name} from ${card}`, alone: name };
      return [{ verb: verbs.remove, rest: about(operation.cardId, rest) }];
    }
    case 'checklist.create':
    case 'checklist.rename':
    case 'checklist.move':
    case 'checklist.delete':
    case 'item.create':
    case 'item.edit':
    case 'item.move':
    case 'item.delete':
      return [tellChecklist(teller, operation)];
  }
}

const LINKED: Readonly<Record<LinkKind, (other: string) => Named>> = {
  blocks: (other) => ({ named: (card) => t`${card} as blocking ${other}`, alone: t`as blocking ${other}` }),
  relates: (other) => ({ named: (card) => t`${card} as related to ${other}`, alone: t`as related to ${other}` }),
  duplicates: (other) => ({
    named: (card) => t`${card} as a duplicate of ${other}`,
    alone: t`as a duplicate of ${other}`,
  }),
};

function aComment(): Named {
  return { named: (card) => t`a comment on ${card}`, alone: t`a comment` };
}

interface SetChange {
  readonly cardId: Id;
  readonly add?: readonly Id[] | undefined;
  readonly remove?: readonly Id[] | undefined;
}

function tellLabels(teller: Teller, change: SetChange): readonly Clause[] {
  const { verbs } = teller;
  return tellSet(teller, change, {
    put: (ids) => {
      const names = inWords(ids.map((id) => nameLabel(teller, id)));
      return { verb: verbs.add, named: (card) => inSense('addition')`${names} to ${card}`, alone: names };
    },
    take: (ids) => {
      const names = inWords(ids.map((id) => nameLabel(teller, id)));
      return { verb: verbs.remove, named: (card) => t`${names} from ${card}`, alone: names };
    },
  });
}

function tellPeople(teller: Teller, change: SetChange): readonly Clause[] {
  const { verbs } = teller;
  const named = (ids: readonly Id[]) => {
    const names = inWords(ids.map(teller.person));
    return { names, isName: !names.startsWith(t`somebody`) };
  };
  return tellSet(teller, change, {
    put: (ids) => {
      const { names, isName } = named(ids);
      return { verb: verbs.assign, named: (card) => inSense('people')`${names} to ${card}`, alone: names, isName };
    },
    take: (ids) => {
      const { names, isName } = named(ids);
      return { verb: verbs.unassign, named: (card) => t`${names} from ${card}`, alone: names, isName };
    },
  });
}

interface SetWords {
  readonly put: (ids: readonly Id[]) => Told;
  readonly take: (ids: readonly Id[]) => Told;
}

type Told = Named & Pick<Clause, 'verb' | 'isName'>;

function tellSet(teller: Teller, { cardId, add = [], remove = [] }: SetChange, words: SetWords): readonly Clause[] {
  const put = words.put(add);
  const take = words.take(remove);
  const whole = ({ verb, isName, ...rest }: Told) => ({ verb, isName, rest: teller.about(cardId, rest) });
  if (add.length === 0) return [remove.length === 0 ? tellStill(teller, cardId) : whole(take)];
  // The card was named already.
  return remove.length === 0 ? [whole(put)] : [whole(put), { verb: take.verb, rest: take.alone }];
}

function inWords(names: readonly string[]): string {
  return names.length > 4 ? listOf([...names.slice(0, 3), t`${names.length - 3} more`]) : listOf(names);
}

/** The other card of a link has its name on either of the two. */
function other({ board, after }: Teller, id: Id): string {
  const card = board.card(id) ?? after?.card(id);
  return card ? nameCard(board, card) : t`a card`;
}

function file(teller: Teller, { cardId, attachmentId }: OperationOf<'attachment.add' | 'attachment.remove'>): string {
  const found = onEither(teller, cardId, (card) => card.attachments.find(({ id }) => id === attachmentId));
  return found ? quote(found.name) : t`a file`;
}
