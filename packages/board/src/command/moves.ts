import type { Column, Id } from '../model.js';
import type { Operation, Place as Where } from '../operations.js';
import { quoted } from './choices.js';
import type { Act, Place } from './intent.js';
import type { Scene } from './scene.js';
import { textOf } from './words.js';

/** Moves cards to a place, one below the other, in the order in which they come. */
export function placeCards(cardIds: readonly Id[], columnId: Id, where: Where): readonly Operation[] {
  return cardIds.map((cardId, index) => {
    const above = cardIds[index - 1];
    return { type: 'card.move', cardId, columnId, ...(above === undefined ? where : { after: above }) };
  });
}

/** To the end of a column; those that are there already stay where they are. */
export function moveInto(cardIds: readonly Id[], columnId: Id, { board, context }: Scene): Act {
  const others = cardIds.filter((id) => board.card(id)?.columnId !== columnId);
  if (others.length > 0) return placeCards(others, columnId, {});
  // “It is finished, move it to Done”: the second clause says the first one again.
  if (cardIds.some((id) => context.board.card(id)?.columnId !== columnId)) return placeCards(cardIds, columnId, {});
  const title = `“${board.column(columnId)?.title ?? ''}”`;
  return cardIds.length === 1 ? `It is in ${title} already.` : `They are all in ${title} already.`;
}

export function moveToEnd(cardIds: readonly Id[], columnId: Id): Act {
  return placeCards(cardIds, columnId, {});
}

export function moveToTop(cardIds: readonly Id[], columnId: Id, { board }: Scene): Act {
  const others = board.cardsIn(columnId).filter(({ id }) => !cardIds.includes(id));
  return placeCards(cardIds, columnId, { before: others[0]?.id ?? null });
}

/** The column that all of them are in. */
export function columnOf(cardIds: readonly Id[], { board }: Scene): Id | undefined {
  const own = new Set(cardIds.map((id) => board.card(id)?.columnId));
  return own.size === 1 ? [...own][0] : undefined;
}

export function moveBeside(
  cardIds: readonly Id[],
  otherId: Id,
  { side, scene }: { side: 'above' | 'below'; scene: Scene },
): Act {
  const columnId = scene.board.card(otherId)?.columnId;
  if (columnId === undefined) return 'That card is not on the board any more.';
  if (cardIds.includes(otherId)) return 'A card cannot be put beside itself. Name another card.';
  return placeCards(cardIds, columnId, side === 'above' ? { before: otherId } : { after: otherId });
}

/** To a position in a column, counted from 1. */
export function moveToPosition(
  cardIds: readonly Id[],
  columnId: Id,
  { position, scene }: { position: number; scene: Scene },
): Act {
  const others = scene.board.cardsIn(columnId).filter(({ id }) => !cardIds.includes(id));
  if (!Number.isInteger(position) || position < 1) return 'Positions are counted from 1, at the top.';
  if (position > others.length + 1) {
    const title = scene.board.column(columnId)?.title ?? '';
    return `“${title}” has no position ${position}: the last one is ${others.length + 1}.`;
  }
  const following = others[position - 1];
  return placeCards(cardIds, columnId, following ? { before: following.id } : {});
}

/** Up or down within a column. */
export function moveBy(cardId: Id, steps: number, { board }: Scene): Act {
  const card = board.card(cardId);
  if (!card) return [];
  const cards = board.cardsIn(card.columnId);
  const index = cards.indexOf(card);
  const room = steps < 0 ? index : cards.length - index - 1;
  if (room === 0) return `It is at the ${steps < 0 ? 'top' : 'bottom'} already.`;
  if (Math.abs(steps) > room)
    return `There ${room === 1 ? 'is' : 'are'} only ${room} ${steps < 0 ? 'above' : 'below'} it.`;
  const other = cards[index + steps];
  if (!other) return [];
  return placeCards([cardId], card.columnId, steps < 0 ? { before: other.id } : { after: other.id });
}

/** Each of two cards to where the other one is. */
export function swap(oneId: Id, otherId: Id, { board }: Scene): Act {
  const [one, other] = [board.card(oneId), board.card(otherId)];
  if (!one || !other) return [];
  if (one === other) return 'That is one card. Name the one to swap it with.';
  const cards = board.cardsIn(one.columnId);
  const index = cards.indexOf(one);
  const [above, following] = [cards[index - 1], cards[index + 1]];
  if (following === other) return placeCards([otherId], one.columnId, { before: oneId });
  if (above === other) return placeCards([oneId], one.columnId, { before: otherId });
  const where = { ...(following && { before: following.id }), ...(above && { after: above.id }) };
  return [...placeCards([oneId], other.columnId, { after: otherId }), ...placeCards([otherId], one.columnId, where)];
}

/** To the column so many further on, which has to be the same for all. */
export function moveAlong(cardIds: readonly Id[], steps: number, scene: Scene): Act {
  const from = columnOf(cardIds, scene);
  if (from === undefined) return 'Those cards are in several columns. Say to which column they are to go.';
  const columns = scene.board.columns();
  const index = columns.findIndex(({ id }) => id === from);
  const target = columns[index + steps];
  if (!target) return `There is no column ${steps > 0 ? 'after' : 'before'} “${columns[index]?.title ?? ''}”.`;
  return placeCards(cardIds, target.id, {});
}

const DONE = new Set(['done', 'completed', 'complete', 'finished', 'closed', 'shipped']);
const STARTED = new Set(['in progress', 'doing', 'wip', 'work in progress', 'in work', 'started', 'active']);

/** To where cards are done, where there is one such column. */
export function finish(cardIds: readonly Id[], scene: Scene, place: Place): Act {
  const columns = scene.board.columns();
  const flagged = columns.filter(({ done }) => done);
  return moveToOne(cardIds, flagged.length > 0 ? flagged : named(columns, DONE), {
    scene,
    place,
    question: 'Where do cards go when they are done?',
  });
}

/** To where cards are worked on, where there is one such column. */
export function start(cardIds: readonly Id[], scene: Scene, place: Place): Act {
  const columns = named(scene.board.columns(), STARTED);
  return moveToOne(cardIds, columns, { scene, place, question: 'Where do cards go when work on them begins?' });
}

function named(columns: readonly Column[], names: ReadonlySet<string>): readonly Column[] {
  return columns.filter(({ title }) => names.has(title.trim().toLowerCase()));
}

interface Asking {
  readonly scene: Scene;
  readonly place: Place;
  readonly question: string;
}

function moveToOne(cardIds: readonly Id[], columns: readonly Column[], { scene, place, question }: Asking): Act {
  const [only, ...others] = columns;
  if (only && others.length === 0) return moveInto(cardIds, only.id, scene);
  return askWhere(only ? columns : scene.board.columns(), { scene, place, question });
}

/** Asks to which of these columns the cards go that were spoken of. */
export function askWhere(columns: readonly Column[], { scene, place, question }: Asking): Act {
  const { cards, card } = place.slots;
  const span = cards ?? card;
  if (!span) return question;
  const words = textOf(scene.said, span);
  const isQuoted = scene.said.words[span.from]?.kind === 'quote' && span.to - span.from === 1;
  const choices = columns.slice(0, 6).map(({ title }) => ({
    label: `To ${title}`,
    words: `move ${isQuoted ? quoted(words) : words} to ${quoted(title)}`,
  }));
  return { question, choices, span: place.clause };
}
