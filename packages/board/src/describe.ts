import { inSense, listOf, plural, t } from '@talkan/words/words';
import { quote } from './decide-context.js';
import { wanted } from './decide-text.js';
import { describeFields, isFieldOperation, type FieldOperation } from './describe-fields.js';
import type { Board, Id } from './model.js';
import type { Edit, LoggedOperation, OperationOf, Place } from './operations.js';
import { sayClauses, tellerOf, tellStill, type Clause, type Teller, type Telling } from './teller.js';

/**
 * An operation in one sentence: `Moved RM-4 “Refine status language” from “In Progress” to “Review”.`
 * @param board the board as it was before the operation
 */
export function describeOperation(board: Board, operation: LoggedOperation, telling: Telling = {}): string {
  const teller = tellerOf(board, telling);
  if (operation.type === 'comment.create') {
    const { verbs, about } = teller;
    const rest = about(operation.cardId, { named: (card) => inSense('comment')`on ${card}`, alone: '' });
    const text = operation.text.replaceAll(/\s+/gu, ' ').trim();
    return `${sayClauses([{ verb: verbs.comment, rest }])}: ${quote(text)}.`;
  }
  const clauses = isFieldOperation(operation) ? describeFields(teller, operation) : tell(teller, operation);
  return `${sayClauses(clauses)}.`;
}

/**
 * A change in one sentence: its first operation, and how many more there were.
 * @param board the board as it was before the change
 */
export function describeChange(board: Board, operations: readonly LoggedOperation[], telling: Telling = {}): string {
  const [first] = operations;
  return first ? andMore(describeOperation(board, first, telling), operations.length - 1) : t`Changed nothing.`;
}

/** A sentence, and that there were more changes in the same one. */
export function andMore(sentence: string, more: number): string {
  if (more === 0) return sentence;
  return plural(
    more,
    { one: '{sentence}, and # more change.', other: '{sentence}, and # more changes.' },
    { sentence: sentence.replace(/\.$/u, '') },
  );
}

function tell(
  teller: Teller,
  operation: Exclude<LoggedOperation, FieldOperation | OperationOf<'comment.create'>>,
): readonly Clause[] {
  const { verbs, card, about } = teller;
  switch (operation.type) {
    case 'board.rename':
      return [{ verb: verbs.rename, rest: t`the board to ${quote(operation.title)}` }];
    case 'board.edit':
      return [tellBoardEdit(teller, operation)];
    case 'board.archive':
      return [{ verb: verbs.archive, rest: t`the board` }];
    case 'board.restore':
      return [{ verb: verbs.restore, rest: t`the board` }];
    case 'column.create':
      return [{ verb: verbs.add, rest: t`the column ${quote(operation.title)}` }];
    case 'column.rename': {
      const name = columnName(teller, operation.columnId);
      return [{ verb: verbs.rename, rest: inSense('new name')`${name} to ${quote(operation.title)}` }];
    }
    case 'column.edit':
      return tellColumnEdit(teller, operation);
    case 'column.move':
      return [{ verb: verbs.move, rest: columnPlace(teller, operation) }];
    case 'column.archive':
      return [{ verb: verbs.archive, rest: columnName(teller, operation.columnId) }];
    case 'column.restore':
      return [{ verb: verbs.restore, rest: columnName(teller, operation.columnId) }];
    case 'card.create': {
      const column = columnTitle(teller, operation.columnId);
      const rest = teller.onCard
        ? inSense('addition')`to ${column}`
        : inSense('addition')`${quote(operation.title)} to ${column}`;
      return [{ verb: verbs.add, rest }];
    }
    case 'card.edit':
      return tellEdit(teller, operation);
    case 'card.move':
      return [{ verb: verbs.move, rest: tellWay(teller, operation) }];
    case 'card.archive':
      return [{ verb: verbs.archive, rest: card(operation.cardId) }];
    case 'card.restore':
      return [{ verb: verbs.restore, rest: card(operation.cardId) }];
    case 'card.leave': {
      const rest = { named: (name: string) => t`${name} to another board`, alone: t`to another board` };
      return [{ verb: verbs.move, rest: about(operation.cardId, rest) }];
    }
    case 'card.arrive': {
      const rest = { named: (name: string) => t`${name} from another board`, alone: t`from another board` };
      return [{ verb: verbs.add, rest: about(operation.cardId, rest) }];
    }
  }
}

function tellBoardEdit({ verbs }: Teller, operation: OperationOf<'board.edit'>): Clause {
  const { key, description, hue, limits } = operation;
  const parts = [
    ...(key === undefined ? [] : [t`key (to ${quote(key)})`]),
    ...(description === undefined ? [] : [t`description`]),
    ...(hue === undefined ? [] : [t`colour`]),
    ...(limits === undefined ? [] : [limits === 'warn' ? t`limits (to only warn)` : t`limits (to be kept)`]),
  ];
  if (parts.length === 0) return { verb: verbs.leave, rest: t`the board as it was` };
  return { verb: verbs.change, rest: t`the board’s ${listOf(parts)}` };
}

function tellColumnEdit(teller: Teller, operation: OperationOf<'column.edit'>): readonly Clause[] {
  const { verbs } = teller;
  const { columnId, hue, limit, done } = operation;
  const name = columnTitle(teller, columnId);
  const clauses: Clause[] = [];
  if (limit === null) clauses.push({ verb: verbs.remove, rest: t`the limit of ${name}` });
  else if (limit !== undefined) clauses.push({ verb: verbs.set, rest: t`the limit of ${name} to ${limit}` });
  if (hue !== undefined) clauses.push({ verb: verbs.change, rest: t`the colour of ${name}` });
  if (done !== undefined) {
    const rest = done ? t`cards in ${name} to count as done` : t`cards in ${name} to count as not done`;
    clauses.push({ verb: verbs.set, rest });
  }
  return clauses.length > 0 ? clauses : [{ verb: verbs.leave, rest: t`${name} as it was` }];
}

function tellEdit(teller: Teller, { cardId, title, details }: OperationOf<'card.edit'>): readonly Clause[] {
  const { board, verbs, about } = teller;
  const card = board.card(cardId);
  const isOtherDetails = isOther(details, card?.details);
  if (isOther(title, card?.title)) {
    const name = quote(wanted(title));
    const rest = about(cardId, {
      named: (old) => inSense('new name')`${old} to ${name}`,
      alone: inSense('new name')`to ${name}`,
    });
    const renamed: Clause = { verb: verbs.rename, rest };
    return isOtherDetails ? [renamed, { verb: verbs.change, rest: t`its details` }] : [renamed];
  }
  if (!isOtherDetails) return [tellStill(teller, cardId)];
  const rest = about(cardId, { named: (name) => t`the details of ${name}`, alone: t`the details` });
  return [{ verb: verbs.change, rest }];
}

function isOther(edit: Edit | undefined, current: string | undefined): edit is Edit {
  return edit !== undefined && wanted(edit) !== current;
}

function tellWay(teller: Teller, { cardId, columnId }: OperationOf<'card.move'>): string {
  const { board, about } = teller;
  const from = board.card(cardId)?.columnId;
  const target = columnTitle(teller, columnId);
  if (from === columnId)
    return about(cardId, { named: (card) => t`${card} within ${target}`, alone: t`within ${target}` });
  if (from === undefined)
    return about(cardId, {
      named: (card) => inSense('place')`${card} to ${target}`,
      alone: inSense('place')`to ${target}`,
    });
  const old = columnTitle(teller, from);
  return about(cardId, {
    named: (card) => t`${card} from ${old} to ${target}`,
    alone: t`from ${old} to ${target}`,
  });
}

function columnPlace(teller: Teller, { columnId, before, after }: Place & { readonly columnId: Id }): string {
  const name = columnName(teller, columnId);
  if (before && teller.board.column(before)) return t`${name} before ${columnTitle(teller, before)}`;
  if (after && teller.board.column(after)) return t`${name} after ${columnTitle(teller, after)}`;
  return t`${name} to the end`;
}

function columnName({ board, after }: Teller, id: Id): string {
  const column = board.column(id) ?? after?.column(id);
  return column ? t`the column ${quote(column.title)}` : t`a column`;
}

function columnTitle({ board, after }: Teller, id: Id): string {
  const column = board.column(id) ?? after?.column(id);
  return column ? quote(column.title) : t`a column`;
}
