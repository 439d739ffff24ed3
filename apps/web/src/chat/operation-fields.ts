import type { CardDate } from '@talkan/board/model';
import type { Edit, Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';

/** A part of a proposed operation that a person can put otherwise. */
export type OperationField =
  | { readonly kind: 'line' | 'text'; readonly name: TextName; readonly label: string; readonly value: string }
  | { readonly kind: 'column'; readonly name: 'columnId'; readonly label: string; readonly value: string }
  | {
      readonly kind: 'date';
      readonly name: 'dueAt' | 'startAt';
      readonly label: string;
      readonly value: CardDate | null;
    };

type TextName = 'title' | 'details' | 'name' | 'text';

/** What of an operation can be edited; nothing: it can only be left out. */
export function fieldsOf(operation: Operation): OperationField[] {
  switch (operation.type) {
    case 'board.rename':
    case 'column.create':
    case 'column.rename':
    case 'checklist.create':
    case 'checklist.rename':
      return [line('title', t`Name`, operation.title)];
    case 'label.create':
      return [line('name', t`Name`, operation.name)];
    case 'card.create':
      return [
        line('title', t`Title`, operation.title),
        ...(operation.details === undefined ? [] : [text('details', t`Details`, operation.details)]),
        column(operation.columnId),
      ];
    case 'card.edit':
      return [
        ...(operation.title === undefined ? [] : [line('title', t`Title`, textOf(operation.title))]),
        ...(operation.details === undefined ? [] : [text('details', t`Details`, textOf(operation.details))]),
      ];
    case 'card.move':
      return [column(operation.columnId)];
    case 'card.schedule':
      return [
        ...(operation.startAt === undefined ? [] : [date('startAt', t`Start date`, operation.startAt)]),
        ...(operation.dueAt === undefined ? [] : [date('dueAt', t`Due date`, operation.dueAt)]),
      ];
    case 'item.create':
      return [line('text', t`Entry`, operation.text)];
    case 'item.edit':
      return operation.text === undefined ? [] : [line('text', t`Entry`, textOf(operation.text))];
    case 'comment.create':
      return [text('text', t`Comment`, operation.text)];
    case 'comment.edit':
      return [text('text', t`Comment`, textOf(operation.text))];
    case 'board.edit':
    case 'board.archive':
    case 'board.restore':
    case 'column.edit':
    case 'column.move':
    case 'column.archive':
    case 'column.restore':
    case 'label.edit':
    case 'label.merge':
    case 'label.delete':
    case 'label.restore':
    case 'card.archive':
    case 'card.restore':
    case 'card.label':
    case 'card.assign':
    case 'card.prioritize':
    case 'card.estimate':
    case 'card.link':
    case 'card.unlink':
    case 'checklist.move':
    case 'checklist.delete':
    case 'item.move':
    case 'item.delete':
    case 'comment.delete':
    case 'attachment.add':
    case 'attachment.remove':
      return [];
  }
}

/** The operation with one of its fields put otherwise. An edit stays one of the text that was seen. */
export function withField(operation: Operation, name: OperationField['name'], value: string | null): Operation {
  const before: unknown = Object.hasOwn(operation, name) ? operation[name as keyof Operation] : undefined;
  const isEdit = typeof before === 'object' && before !== null && 'was' in before;
  const changed = { ...operation, [name]: isEdit ? { ...before, to: value } : value };
  // Beside whom it was to stand says nothing about another column.
  if (name === 'columnId' && value !== before) {
    if ('before' in changed) delete changed.before;
    if ('after' in changed) delete changed.after;
  }
  return changed;
}

/** What an edited operation lacks, in words; `null`: nothing. */
export function lackOf(operation: Operation): string | null {
  const empty = fieldsOf(operation).find(
    ({ kind, name, value }) => (kind === 'line' || name === 'text') && (value ?? '').trim() === '',
  );
  return empty ? t`${empty.label} must not be empty.` : null;
}

function textOf(edit: Edit): string {
  return typeof edit === 'string' ? edit : edit.to;
}

function line(name: TextName, label: string, value: string): OperationField {
  return { kind: 'line', name, label, value };
}

function text(name: TextName, label: string, value: string): OperationField {
  return { kind: 'text', name, label, value };
}

function column(value: string): OperationField {
  return { kind: 'column', name: 'columnId', label: t`Column`, value };
}

function date(name: 'dueAt' | 'startAt', label: string, value: CardDate | null): OperationField {
  return { kind: 'date', name, label, value };
}
