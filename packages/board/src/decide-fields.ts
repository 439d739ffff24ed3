import { t } from '@talkan/words/words';
import { isAfter, isCardDate } from './dates.js';
import { findCard, nameCard, type DecideContext } from './decide-context.js';
import { findLabel } from './decide-labels.js';
import { LIMITS } from './limits.js';
import { PRIORITIES, type Board, type Card, type CardLink, type Id, type LinkKind, type LinkSide } from './model.js';
import type { OperationOf } from './operations.js';
import { patchFields, type Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

type Decided = readonly Patch[] | Refusal;

/** A card's patch of these fields, where any of them is another one. */
export function patchCard(card: Card, fields: Partial<Card>): Patch[] {
  const patch = patchFields(card, fields);
  return patch ? [{ entity: 'card', id: card.id, ...patch }] : [];
}

export function labelCard(board: Board, operation: OperationOf<'card.label'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const { add = [], remove = [] } = operation;
  for (const id of add) {
    const label = findLabel(board, id);
    if (isRefusal(label)) return label;
  }
  for (const id of remove) {
    if (!board.label(id)) return refuse('not_found', t`There is no label “${id}” on this board.`, [id]);
  }
  // A card that had a label which was merged into this one shows this one because of it.
  const gone = new Set(remove);
  const isMeant = (id: Id) => gone.has(id) || (shownAs(board, id) !== undefined && gone.has(shownAs(board, id) ?? ''));
  const shown = new Set(board.labelsOf(card).map(({ id }) => id));
  const all = together(
    card.labelIds.filter((id) => !isMeant(id)),
    add.filter((id) => gone.has(id) || !shown.has(id)),
  );
  // Those that nobody sees are not what there are too many of.
  const labelIds = all.length > LIMITS.labelsOnCard ? all.filter((id) => shownAs(board, id) !== undefined) : all;
  if (labelIds.length > LIMITS.labelsOnCard) {
    return refuse('limit', t`A card has at most ${LIMITS.labelsOnCard} labels. Take one off first.`, [card.id]);
  }
  return sameList(labelIds, card.labelIds) ? [] : patchCard(card, { labelIds });
}

function shownAs(board: Board, id: Id): Id | undefined {
  return board.labelsOf({ labelIds: [id] })[0]?.id;
}

export function assignCard(board: Board, operation: OperationOf<'card.assign'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const { add = [], remove = [] } = operation;
  for (const id of add) {
    const stranger = refuseStranger(id, context);
    if (stranger) return stranger;
  }
  const gone = new Set(remove);
  const assigneeIds = together(
    card.assigneeIds.filter((id) => !gone.has(id)),
    add,
  );
  if (assigneeIds.length > LIMITS.assignees) {
    return refuse('limit', t`A card is assigned to at most ${LIMITS.assignees} people. Take somebody off first.`, [
      card.id,
    ]);
  }
  return sameList(assigneeIds, card.assigneeIds) ? [] : patchCard(card, { assigneeIds });
}

/** Only who may see the board can have something to do on it. */
export function refuseStranger(userId: Id, { people }: DecideContext): Refusal | undefined {
  if (!people || people.has(userId)) return undefined;
  return refuse('not_found', t`Only members of this board can be assigned. Invite them first.`, [userId]);
}

export function scheduleCard(board: Board, operation: OperationOf<'card.schedule'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const { startAt = card.startAt, dueAt = card.dueAt } = operation;
  for (const date of [startAt, dueAt]) {
    if (date === null || isCardDate(date)) continue;
    return refuse('invalid', t`“${date}” is no date. Write a day as 2026-11-24.`, [card.id]);
  }
  if (startAt !== null && dueAt !== null && isAfter(startAt, dueAt)) {
    return refuse('invalid', t`${nameCard(board, card)} would start after it is due. Choose an earlier start.`, [
      card.id,
    ]);
  }
  return patchCard(card, { startAt, dueAt });
}

export function prioritizeCard(
  board: Board,
  operation: OperationOf<'card.prioritize'>,
  context: DecideContext,
): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const { priority } = operation;
  if (priority !== null && !PRIORITIES.includes(priority)) {
    return refuse('invalid', t`“${priority}” is no priority. Choose urgent, high, medium, low or none.`, [card.id]);
  }
  return patchCard(card, { priority });
}

export function estimateCard(board: Board, operation: OperationOf<'card.estimate'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const { estimate } = operation;
  if (estimate !== null && !(estimate >= 0 && estimate <= LIMITS.estimate)) {
    return refuse('invalid', t`An estimate is a number from 0 to 100,000. Type another one.`, [card.id]);
  }
  return patchCard(card, { estimate });
}

const OTHER_SIDE: Record<LinkKind, LinkSide> = {
  blocks: 'blocked_by',
  relates: 'relates',
  duplicates: 'duplicated_by',
};

export function linkCards(board: Board, operation: OperationOf<'card.link'>, context: DecideContext): Decided {
  const cards = bothCards(board, operation, context);
  if (isRefusal(cards)) return cards;
  const { kind, cardId, otherId } = operation;
  if (cardId === otherId) return refuse('invalid', t`A card cannot be linked to itself. Choose another one.`, [cardId]);
  if (kind !== 'relates' && cards.one.links.some((link) => isSame(link, { kind: OTHER_SIDE[kind], cardId: otherId }))) {
    const message =
      kind === 'blocks'
        ? t`${nameCard(board, cards.other)} blocks this card already. Take that link off first.`
        : t`${nameCard(board, cards.other)} duplicates this card already. Take that link off first.`;
    return refuse('conflict', message, [cardId, otherId]);
  }
  const isThere = (card: Card, link: CardLink) => card.links.some((known) => isSame(known, link));
  const sides = [
    { card: cards.one, link: { kind, cardId: otherId } },
    { card: cards.other, link: { kind: OTHER_SIDE[kind], cardId } },
  ].filter(({ card, link }) => !isThere(card, link));
  for (const { card } of sides) {
    if (card.links.length < LIMITS.links) continue;
    const message = t`${nameCard(board, card)} has ${LIMITS.links} links, which is as many as there can be. Take one off first.`;
    return refuse('limit', message, [card.id]);
  }
  return sides.flatMap(({ card, link }) => patchCard(card, { links: [...card.links, link] }));
}

export function unlinkCards(board: Board, operation: OperationOf<'card.unlink'>, context: DecideContext): Decided {
  const cards = bothCards(board, operation, context);
  if (isRefusal(cards)) return cards;
  const { kind, cardId, otherId } = operation;
  const without = (card: Card, link: CardLink) => {
    const links = card.links.filter((known) => !isSame(known, link));
    return links.length === card.links.length ? [] : patchCard(card, { links });
  };
  return [
    ...without(cards.one, { kind, cardId: otherId }),
    ...without(cards.other, { kind: OTHER_SIDE[kind], cardId }),
  ];
}

function bothCards(
  board: Board,
  { cardId, otherId }: OperationOf<'card.link' | 'card.unlink'>,
  context: DecideContext,
): { readonly one: Card; readonly other: Card } | Refusal {
  const one = findCard(board, cardId, context);
  if (isRefusal(one)) return one;
  const other = findCard(board, otherId, context);
  return isRefusal(other) ? other : { one, other };
}

function isSame(one: CardLink, other: CardLink): boolean {
  return one.kind === other.kind && one.cardId === other.cardId;
}

function together(list: readonly Id[], added: readonly Id[]): readonly Id[] {
  return [...new Set([...list, ...added])];
}

function sameList(one: readonly Id[], other: readonly Id[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
