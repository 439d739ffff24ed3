import { below } from './compose-checklists.js';
import { membersOnly, type Composing } from './compose-context.js';
import { fieldOperations, type CardFields } from './field-operations.js';
import type { Board, Card, Checklist } from './model.js';
import type { Operation } from './operations.js';

/** Of what a new card has none. */
const BLANK: Omit<CardFields, 'links'> = {
  labelIds: [],
  assigneeIds: [],
  startAt: null,
  dueAt: null,
  priority: null,
  estimate: null,
  checklists: [],
  attachments: [],
};

/** The same card once more, right below it. What was said about it and what it is linked to stay with the first. */
export function duplicateCard(board: Board, card: Card, composing: Composing): Operation[] {
  const cardId = composing.newId();
  const { columnId, title, details } = card;
  const labelIds = board.labelsOf(card).map(({ id }) => id);
  return [
    {
      type: 'card.create',
      cardId,
      columnId,
      title,
      ...(details !== '' && { details }),
      ...below(board, card),
    },
    ...fillCard(cardId, fieldsOf({ ...card, labelIds }, composing)),
  ];
}

/** What another card is to have of this one: nobody is assigned who is no member, and its checklists have ids of their own. */
export function fieldsOf(card: Card, composing: Composing): Omit<CardFields, 'links'> {
  const { labelIds, startAt, dueAt, priority, estimate, attachments } = card;
  return {
    labelIds,
    assigneeIds: membersOnly(card.assigneeIds, composing),
    startAt,
    dueAt,
    priority,
    estimate,
    checklists: card.checklists.map((list) => renewed(list, composing)),
    attachments,
  };
}

/** The operations by which a new card gets these. */
export function fillCard(cardId: string, fields: Omit<CardFields, 'links'>): Operation[] {
  return fieldOperations(cardId, BLANK, fields);
}

function renewed({ title, items }: Checklist, composing: Composing): Checklist {
  return {
    id: composing.newId(),
    title,
    items: items.map(({ text, done, assigneeId }) => {
      const [member = null] = assigneeId === null ? [] : membersOnly([assigneeId], composing);
      return { id: composing.newId(), text, done, assigneeId: member };
    }),
  };
}
